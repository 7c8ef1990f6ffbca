/**
 * The search field: what fits best in a list, by mouse and by keyboard.
 */
import { html, nothing, render } from "lit-html";
import { byId } from "./dom.js";
import { prepare, search } from "./find.js";
import { sign } from "./legend.js";
import { update } from "./state.js";

/** @typedef {import("./find.js").Entry} Entry */

/** @type {Entry[]} */
let found = [];
let active = -1;

/** Make the search field work. */
export function startSearch() {
  const input = byId("search");
  input.addEventListener("focus", () => setTimeout(prepare)); // so that the first letter finds the index there
  input.addEventListener("input", () => show(search(input.value), input.value.trim() !== ""));
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!found.length) return;
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      mark();
      event.preventDefault();
    } else if (event.key === "Enter" && found.length) choose(found[Math.max(active, 0)]);
    else if (event.key === "Escape") hide();
  });
  input.addEventListener("blur", () => setTimeout(hide, 150));
}

const NOTHING = html`<li class="quiet" role="option" aria-disabled="true" aria-selected="false">
  Nothing found
</li>`;

/** @param {Entry} one @param {number} i */
function row(one, i) {
  const take = (/** @type {Event} */ event) => {
    event.preventDefault();
    choose(one);
  };
  return html`<li role="option" id=${`found-${i}`} aria-selected="false" @mousedown=${take}>
    ${one.family && one.thing.kind === "actor" ? sign(one.family) : nothing}<bdi class="name">${one.label}</bdi>
    <bdi class="quiet">${one.hint}</bdi>
  </li>`;
}

/**
 * @param {Entry[]} entriesFound
 * @param {boolean} asked
 */
function show(entriesFound, asked) {
  found = entriesFound;
  active = -1;
  const list = byId("search-results");
  render(found.length ? found.map(row) : asked ? NOTHING : nothing, list);
  mark();
  list.hidden = !asked;
  byId("search").setAttribute("aria-expanded", String(asked));
  byId("search").removeAttribute("aria-activedescendant");
}

function mark() {
  found.forEach((_, i) => byId(`found-${i}`)?.setAttribute("aria-selected", String(i === active)));
  if (active < 0) return;
  byId("search").setAttribute("aria-activedescendant", `found-${active}`);
  byId(`found-${active}`)?.scrollIntoView({ block: "nearest" });
}

function hide() {
  byId("search-results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

/** @param {Entry} one */
function choose(one) {
  hide();
  if (one.thing.kind === "article") {
    update({ tab: "articles", article: one.thing.i });
    const detail = { article: one.thing.i, at: one.at ?? 0 };
    if (one.at !== undefined) document.dispatchEvent(new CustomEvent("onrecord-at", { detail }));
  } else update({ sel: one.thing });
  byId(one.thing.kind === "article" ? "view-articles" : "panel").focus();
}
