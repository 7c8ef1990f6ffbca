/**
 * The reader's own notes on actors, deeds and statements: kept in the browser, taken away as a table.
 */
import { html } from "lit-html";
import { keep, kept } from "./kept.js";
import { inWords, lookUp, thingOf } from "./model.js";

/** Notes by the IRI of what they are on. @type {Map<string, string>} */
let notes = new Map();

/** Take up what was kept when the page was last open. */
export function startNotes() {
  const found = kept("notes");
  if (Array.isArray(found)) notes = new Map(found);
}

/** The note on a thing; an empty string if there is none. @param {string} iri */
export function noteOf(iri) {
  return notes.get(iri) ?? "";
}

/** @param {string} iri @param {string} text */
function note(iri, text) {
  if (text.trim()) notes.set(iri, text.trim());
  else notes.delete(iri);
  keep("notes", [...notes]);
  document.dispatchEvent(new CustomEvent("onrecord-noted"));
}

/** The field for a note on a thing. @param {import("./types.js").Thing} thing */
export function noteField(thing) {
  const { iri } = lookUp(thing);
  const take = (/** @type {Event} */ event) => note(iri, /** @type {HTMLTextAreaElement} */ (event.target).value);
  return html`<details class="fix note" ?open=${noteOf(iri) !== ""}>
    <summary>Your note</summary>
    <textarea
      rows="2"
      aria-label="Your note, kept in this browser"
      .value=${noteOf(iri)}
      @change=${take}
    ></textarea>
  </details>`;
}

/** Rows for a sheet, the header first. @returns {string[][]} */
export function noteRows() {
  const rows = [...notes].map(([iri, text]) => {
    const thing = thingOf(iri);
    return [thing ? inWords(thing) : "", text, iri];
  });
  return [["on", "note", "iri"], ...rows];
}
