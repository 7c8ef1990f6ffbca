/**
 * The search field: what fits best in a list, by mouse and by keyboard.
 */
import { html, nothing, render } from "lit-html";
import { askFor } from "./ask.js";
import { byId, counted } from "./dom.js";
import { prepareAtLeisure, search } from "./find.js";
import { sign } from "./legend.js";
import { full } from "./model.js";
import { isServed } from "./served.js";
import { update } from "./state.js";

/** @typedef {import("./find.js").Entry} Entry */

/** @type {Entry[]} */
let found = [];
let active = -1;

/** Make the search field work. */
export function startSearch() {
  const input = byId("search");
  prepareAtLeisure();
  input.addEventListener("input", () => show(search(input.value), input.value.trim() !== ""));
  input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const rows = found.length + Number(reachesAll());
      if (!rows) return;
      active = event.key === "ArrowDown" ? (active + 1) % rows : (active < 1 ? rows : active) - 1;
      mark();
      event.preventDefault();
    } else if (event.key === "Enter" && (found.length || reachesAll())) choose(found[Math.max(active, 0)]);
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

/** What is asked of the server: sentences on record in any article that have these words. @param {string} words */
function everywhere(words) {
  const quoted = JSON.stringify(words.toLowerCase());
  return `# Sentences on record in all articles that have these words.
SELECT ?quote ?article ?passage
WHERE {
  ?passage rec:quote ?quote ; rec:inArticle ?article .
  FILTER(CONTAINS(LCASE(?quote), ${quoted}))
}
ORDER BY ?article ?passage
LIMIT 500
`;
}

/** Whether the list goes on to articles that this page does not hold. */
function reachesAll() {
  return isServed() && byId("search").value.trim() !== "";
}

/** The way on to all articles, in a page that holds but a part of them. */
function more() {
  const words = byId("search").value.trim();
  if (!full.whole || !words) return nothing;
  const all = counted(full.whole, "article");
  if (!reachesAll())
    return html`<li class="quiet" role="option" aria-disabled="true" aria-selected="false">
      Of the chief part of ${all}; opened through “onrecord serve”, this page searches all
    </li>`;
  const take = (/** @type {Event} */ event) => {
    event.preventDefault();
    choose(undefined);
  };
  return html`<li role="option" id=${`found-${found.length}`} aria-selected="false" @mousedown=${take}>
    <span class="name">Search all ${all} for “<bdi>${words}</bdi>”</span>
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
  render([found.length ? found.map(row) : asked ? NOTHING : nothing, more()], list);
  mark();
  list.hidden = !asked;
  byId("search").setAttribute("aria-expanded", String(asked));
  byId("search").removeAttribute("aria-activedescendant");
}

function mark() {
  for (let i = 0; i <= found.length; i += 1)
    byId(`found-${i}`)?.setAttribute("aria-selected", String(i === active));
  if (active < 0) return;
  byId("search").setAttribute("aria-activedescendant", `found-${active}`);
  byId(`found-${active}`)?.scrollIntoView({ block: "nearest" });
}

function hide() {
  byId("search-results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

/** @param {Entry | undefined} one the row after the last entry asks all articles */
function choose(one) {
  hide();
  if (!one) return askFor(everywhere(byId("search").value.trim()));
  if (one.thing.kind === "article") {
    update({ tab: "articles", article: one.thing.i });
    const detail = { article: one.thing.i, at: one.at ?? 0 };
    if (one.at !== undefined) document.dispatchEvent(new CustomEvent("onrecord-at", { detail }));
  } else update({ sel: one.thing });
  return byId(one.thing.kind === "article" ? "view-articles" : "panel").focus();
}
