/**
 * Search in names, other names, words of quotations, actions and titles of articles.
 */
import { byId, fill, h } from "./dom.js";
import { articleTitle, inWords, lookUp, outletName, story, titled, wordsOf } from "./model.js";
import { folded, shorten } from "./text.js";
import { sign } from "./legend.js";
import { update } from "./state.js";

/** @typedef {{thing: import("./types.js").Thing, text: string, label: string, hint: string, family: string}} Entry */

const MOST = 12;

/** @type {Entry[] | null} */
let entries = null;
/** @type {Entry[]} */
let found = [];
let active = -1;

/** @returns {Entry[]} */
function index() {
  entries ??= [
    ...story.actors.map((actor, i) =>
      entry(
        { kind: "actor", i },
        [actor.name, ...actor.alt].join(" · "),
        actor.name,
        titled(actor.type),
        actor.family,
      ),
    ),
    ...story.statements.map((said, i) =>
      entry(
        { kind: "statement", i },
        `${inWords({ kind: "statement", i })}`,
        shorten(wordsOf(said), 90),
        "Statement",
        "statement",
      ),
    ),
    ...story.actions.map((action, i) =>
      entry(
        { kind: "action", i },
        `${inWords({ kind: "action", i })} ${action.type}`,
        shorten(inWords({ kind: "action", i }), 90),
        titled(action.type),
        "action",
      ),
    ),
    ...story.articles.map((_, i) =>
      entry(
        { kind: "article", i },
        `${articleTitle(i)} ${outletName(i)}`,
        shorten(articleTitle(i), 90),
        "Article",
        "",
      ),
    ),
  ];
  return entries;
}

/**
 * @param {import("./types.js").Thing} thing
 * @param {string} text
 * @param {string} label
 * @param {string} hint
 * @param {string} family
 * @returns {Entry}
 */
function entry(thing, text, label, hint, family) {
  return { thing, text: folded(text), label, hint, family };
}

/**
 * Entries that hold every word of the question; those whose name begins with it first.
 * @param {string} question
 * @returns {Entry[]}
 */
export function search(question) {
  const words = folded(question).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const whole = words.join(" ");
  const kinds = { actor: 3, statement: 2, action: 1, article: 0 };
  return index()
    .filter((one) => words.every((word) => one.text.includes(word)))
    .map((one) => ({
      one,
      score:
        (one.text.startsWith(whole) ? 8 : one.text.includes(` ${whole}`) ? 4 : 0) +
        kinds[one.thing.kind] +
        renown(one.thing),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** What the articles have more of goes before its namesakes. @param {import("./types.js").Thing} thing */
function renown(thing) {
  if (thing.kind === "actor") return 1.2 * Math.log2(1 + story.actors[thing.i].mentions.length);
  return thing.kind === "article" ? 0 : 0.1 * lookUp(thing).worth;
}

/** Make the search field work. */
export function startSearch() {
  const input = byId("search");
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

/**
 * @param {Entry[]} entriesFound
 * @param {boolean} asked
 */
function show(entriesFound, asked) {
  found = entriesFound;
  active = -1;
  const list = byId("search-results");
  const rows = found.map((one, i) =>
    h(
      "li",
      {
        role: "option",
        id: `found-${i}`,
        "aria-selected": "false",
        onmousedown: (/** @type {Event} */ event) => {
          event.preventDefault();
          choose(one);
        },
      },
      one.family && one.thing.kind === "actor" ? sign(one.family) : null,
      h("span", { class: "name" }, one.label),
      h("span", { class: "quiet" }, one.hint),
    ),
  );
  fill(
    list,
    rows.length
      ? rows
      : asked
        ? h(
            "li",
            { class: "quiet", role: "option", "aria-disabled": "true", "aria-selected": "false" },
            "Nothing found",
          )
        : null,
  );
  list.hidden = !asked;
  byId("search").setAttribute("aria-expanded", String(asked));
  byId("search").removeAttribute("aria-activedescendant");
}

function mark() {
  found.forEach((_, i) => byId(`found-${i}`)?.setAttribute("aria-selected", String(i === active)));
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
  if (one.thing.kind === "article") update({ tab: "articles", article: one.thing.i });
  else update({ sel: one.thing });
  byId(one.thing.kind === "article" ? "view-articles" : "panel").focus();
}
