/**
 * What can be done with what the evidence is of: links, unfolding, hiding, pinning, the way to another.
 */
import { html, nothing } from "lit-html";
import { copy, say } from "./copy.js";
import { search } from "./find.js";
import { state, update } from "./state.js";
import { itemsOf, lookUp, story } from "./model.js";

/** @param {import("./types.js").Thing} thing */
export function head(thing) {
  const { iri } = lookUp(thing);
  return html`<div class="panel-head">
    <div class="actions">
      <button
        type="button"
        title="Copy a link to this very view"
        @click=${() => copy(location.href, "Link copied.")}
      >
        Copy link
      </button>
      <button type="button" title=${iri} @click=${() => copy(iri, "IRI copied.")}>Copy IRI</button>
      ${state.tab === "network"
        ? nothing
        : html`<button type="button" @click=${() => update({ tab: "network" })}>Show in network</button>`}
      ${thing.kind === "actor" ? unfoldButton(thing.i) : nothing}
    </div>
    ${close(() => update({ sel: null }), "Close the evidence")}
  </div>`;
}

export function pathHead() {
  return html`<div class="panel-head">
    <strong>Path</strong> ${close(() => update({ path: [] }), "Close the path")}
  </div>`;
}

/** @param {() => void} action @param {string} label */
function close(action, label) {
  return html`<button type="button" class="close" aria-label=${label} @click=${action}>✕</button>`;
}

/** Hide an actor, pin it, or find the way from it to another. @param {number} i */
export function placing(i) {
  const turn = (/** @type {"hidden" | "pinned"} */ name) => () => {
    const list = state[name].includes(i) ? state[name].filter((other) => other !== i) : [...state[name], i];
    update({ [name]: list, ...(name === "hidden" ? { sel: null } : {}) });
  };
  const others = itemsOf.flatMap((list, k) => (list.length && k !== i ? [k] : []));
  const choose = (/** @type {Event} */ event) => {
    const name = /** @type {HTMLInputElement} */ (event.target).value.trim();
    const found = search(name).flatMap(({ thing }) => (thing.kind === "actor" ? [thing.i] : []));
    const to = [...others.filter((k) => story.actors[k].name === name), ...found].find((k) => others.includes(k));
    if (to !== undefined)
      update({ path: [i, to], sel: null, ...(state.tab === "story" ? {} : { tab: "network" }) });
    else if (name) say(`Nobody here is called “${name}”.`);
  };
  return html`<p class="placing">
    <button type="button" @click=${turn("pinned")}>${state.pinned.includes(i) ? "Unpin" : "Pin"}</button>
    <button type="button" @click=${turn("hidden")}>Hide</button>
    <label class="field">Path to <input list="path-names" id="path-to" @change=${choose} /></label>
    <datalist id="path-names">
      ${others.slice(0, 2000).map((k) => html`<option value=${story.actors[k].name}></option>`)}
    </datalist>
  </p>`;
}

/** @param {number} i */
function unfoldButton(i) {
  const open = state.open.includes(i);
  const next = open ? state.open.filter((other) => other !== i) : [...state.open, i];
  const turn = () => update({ open: next, tab: "network", show: "chief" });
  return html`<button type="button" @click=${turn}>${open ? "Fold neighbours" : "Unfold neighbours"}</button>`;
}
