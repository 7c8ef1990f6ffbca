/**
 * Taking things away: a picture, rows, or the triples of what is shown.
 */
import { html, nothing } from "lit-html";
import { toast } from "./copy.js";
import { announce, byId } from "./dom.js";
import { noteRows } from "./notes.js";
import { saveFile } from "./save.js";
import { hasBlock } from "./data.js";
import { toCsv } from "./csv.js";
import { triplesOf } from "./engine.js";
import { items, lookUp, story } from "./model.js";
import { savePng, toSvg } from "./picture.js";
import { chosen } from "./choose.js";
import { rowsOf } from "./table.js";

/** The menu of exports. */
export function exportMenu() {
  const csv = (/** @type {string} */ name, /** @type {(string | number)[][]} */ rows) =>
    saveFile(`${name}.csv`, "text/csv", toCsv(rows));
  return html`<details class="menu" id="export">
    <summary>Export</summary>
    <ul>
      ${row("Picture (PNG)", savePng, "export-png")}
      ${row("Drawing (SVG)", () => saveFile("network.svg", "image/svg+xml", toSvg()), "export-svg")}
      ${row("Actions that pass the filters (CSV)", () => csv("actions", rowsOf("actions")), "export-actions")}
      ${row(
        "Statements that pass the filters (CSV)",
        () => csv("statements", rowsOf("statements")),
        "export-statements",
      )}
      ${hasBlock("engine")
        ? row("What passes the filters, with evidence (Turtle)", saveTurtle, "export-turtle")
        : nothing}
      ${row("Your notes (CSV)", () => csv("notes", noteRows()), "export-notes")}
      ${row("Print", () => print(), "export-print")}
    </ul>
  </details>`;
}

/** @param {string} label @param {() => unknown} action @param {string} id */
function row(label, action, id) {
  const take = () => {
    byId("export").open = false;
    return action();
  };
  return html`<li><button type="button" id=${id} @click=${take}>${label}</button></li>`;
}

/** The triples of what passes the filters, and of the evidence that hangs on it. */
async function saveTurtle() {
  const wanted = [...chosen()].map((n) => items[n]);
  const actors = new Set(wanted.flatMap((item) => item.actors));
  const iris = [...wanted.map((item) => lookUp(item).iri), ...[...actors].map((i) => story.actors[i].iri)];
  const others = [...story.actors, ...story.actions, ...story.statements].map((thing) => thing.iri);
  const end = toast("Gathering the triples…");
  announce("Gathering the triples…");
  try {
    saveFile("selection.ttl", "text/turtle", await triplesOf({ iris, base: story.base, others }));
  } finally {
    end();
  }
}
