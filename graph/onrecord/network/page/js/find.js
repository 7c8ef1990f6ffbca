/**
 * The index that search asks: names, abbreviations, words of deeds and quotations, dates, and the articles themselves.
 */
import MiniSearch from "minisearch";
import { fullItems } from "./choose.js";
import { dated } from "./dates.js";
import { articleTitle, full, inWords, lookUp, names, outletName, titled, within, wordsOf } from "./model.js";
import { flat, folded, shorten } from "./text.js";

/**
 * @typedef {{thing: import("./types.js").Thing, label: string, hint: string, family: string, at?: number}} Entry
 * @typedef {{id: number, name: string, alias: string, words: string, text: string}} Doc
 */

const MOST = 12;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const MONTH = new RegExp(
  "^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?" +
    "|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$",
);

/** Words that only make a question of the others. */
const ASKING = new Set(
  "who what when where why how did does was were is are has have had the a an of to in on by".split(" "),
);

/**
 * @type {{engine: MiniSearch<Doc>, entries: (() => Entry)[],
 *   things: import("./types.js").Thing[]} | null}
 */
let index = null;

/**
 * A word as it is compared: folded, months by their first three letters, endings of verbs and plurals off.
 * @param {string} term
 */
function stem(term) {
  const word = folded(term).replace(/['.]/g, "");
  const month = word.slice(0, 3);
  if (MONTHS.includes(month) && MONTH.test(word)) return month;
  if (word.length < 5) return word;
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ing|ed|es|s)$/, "")
    .replace(/(.)\1$/, "$1")
    .replace(/e$/, "");
}

/** Words of a name that its abbreviation passes over. */
const SMALL = new Set("a an and at by de for in la of on the to".split(" "));

/**
 * Initials of a name of several words, as its abbreviation might be; none if it says more ("BES providers").
 * @param {string} name
 */
function initials(name) {
  const all = name.split(/[\s\-–]+/).filter((word) => !SMALL.has(word));
  if (all.some((word) => !/^[\p{Lu}\d]/u.test(word))) return "";
  const words = all.filter((word) => /^\p{Lu}/u.test(word));
  return words.length > 1 ? words.map((word) => word[0]).join("") : "";
}

/** What is still to be taken into the index, each made when its turn comes. @type {(() => Doc)[]} */
const waiting = [];

/** So many entries are taken in at a time, while the page has nothing else to do. */
const SLICE = 8;

/** The index, with all that waits for it listed. */
function begun() {
  if (index) return index;
  /** @type {(() => Entry)[]} */
  const entries = [];
  /** @type {import("./types.js").Thing[]} */
  const things = [];
  const add = (
    /** @type {import("./types.js").Thing} */ thing,
    /** @type {() => Partial<Doc>} */ doc,
    /** @type {() => Entry} */ entry,
  ) => {
    const id = entries.length;
    waiting.push(() => ({ id, name: "", alias: "", words: "", text: "", ...doc() }));
    entries.push(entry);
    things.push(thing);
  };
  full.actors.forEach((_, i) =>
    add(
      { kind: "actor", i },
      () => docOfActor(i),
      () => entryOfActor(i),
    ),
  );
  for (const item of fullItems()) {
    const thing = { kind: item.kind, i: item.i };
    add(
      thing,
      () => docOfItem(item),
      () => entryOfItem(item),
    );
  }
  full.articles.forEach((_, i) =>
    add(
      { kind: "article", i },
      () => docOfArticle(i),
      () => entryOfArticle(i),
    ),
  );
  const engine = new MiniSearch({
    fields: ["name", "alias", "words", "text"],
    processTerm: (/** @type {string} */ term) => stem(term) || null,
    searchOptions: { boost: { name: 5, alias: 5, words: 2, text: 0.4 } },
  });
  index = { engine, entries, things };
  return index;
}

/** The index with the next entries in it. @param {number} count */
function grown(count) {
  const found = begun();
  const docs = within(full, () => waiting.splice(0, count).map((make) => make()));
  found.engine.addAll(/** @type {Doc[]} */ (docs));
  return found;
}

/** The whole index, at once. */
export function prepare() {
  return grown(Infinity);
}

/** Build the index bit by bit while the page rests, so that nobody waits for it. */
export function prepareAtLeisure() {
  const go = (/** @type {IdleDeadline | undefined} */ pause) => {
    do grown(SLICE);
    while (waiting.length && (pause?.timeRemaining() ?? 0) > 4);
    if (waiting.length) later();
  };
  const later = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(go) : setTimeout(go, 10));
  later();
}

/** @param {number} i */
function docOfActor(i) {
  const { name, alt } = full.actors[i];
  return { name, alias: [...alt, ...new Set([name, ...alt].map(initials))].join(" ") };
}

/** @param {number} i @returns {Entry} */
function entryOfActor(i) {
  const { name, type, family } = full.actors[i];
  return { thing: { kind: "actor", i }, label: name, hint: titled(type), family };
}

/** @param {number} i */
function docOfArticle(i) {
  return { words: `${articleTitle(i)} ${outletName(i)}`, text: full.articles[i].text };
}

/** @param {number} i @returns {Entry} */
function entryOfArticle(i) {
  return { thing: { kind: "article", i }, label: shorten(articleTitle(i), 90), hint: "Article", family: "" };
}

/** @param {import("./types.js").Item} item */
function docOfItem(item) {
  const thing = { kind: item.kind, i: item.i };
  const one = lookUp(thing);
  const days = one.dates.map(dated).join(" ");
  if (item.kind === "statement") return { words: `${names(one.speakers)} ${wordsOf(one)} ${days}` };
  const told = new Set(one.reports.map((/** @type {import("./types.js").Report} */ report) => report.words));
  const said = [inWords(thing), titled(item.type), ...told, days, names(item.actors)];
  return { words: said.join(" "), alias: one.due };
}

/** @param {import("./types.js").Item} item @returns {Entry} */
function entryOfItem(item) {
  const thing = { kind: item.kind, i: item.i };
  const hint = item.kind === "action" ? titled(item.type) : "Statement";
  return { thing, label: shorten(inWords(thing), 90), hint, family: item.kind };
}

/**
 * What fits a question best, names before deeds before articles where both fit alike.
 * @param {string} question
 * @returns {Entry[]}
 */
export function search(question) {
  const { engine, entries, things } = prepare();
  const asked = folded(question)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
  const telling = asked.filter((word) => !ASKING.has(word));
  const words = telling.length ? telling : asked;
  if (!words.length) return [];
  const options = {
    prefix: (/** @type {string} */ term) => term.length > 1,
    fuzzy: (/** @type {string} */ term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    boostDocument: (/** @type {number} */ id) => renown(things[id], asked.length > words.length),
  };
  const query = words.join(" ");
  const named = { ...options, fields: ["name", "alias", "words"] };
  const all = engine.search(query, { ...named, combineWith: "AND" });
  if (all.length < MOST) {
    const texts = { ...options, fields: ["text"], fuzzy: false, prefix: false, boost: { text: 0.2 } };
    const known = new Set(all.map((hit) => hit.id));
    all.push(...engine.search(query, { ...texts, combineWith: "AND" }).filter((hit) => !known.has(hit.id)));
  }
  const hits = all.length ? all : engine.search(query, { ...named, combineWith: "OR" });
  const whole = folded(question).trim();
  return hits
    .map(({ id, score }) => ({ id, score: score * (bears(things[id], whole) ? 20 : 1) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ id }) => entries[id]())
    .map((entry) => (entry.thing.kind === "article" ? placed(entry, words) : entry));
}

/**
 * Whether an actor bears exactly this name or abbreviation.
 * @param {import("./types.js").Thing} thing
 * @param {string} words
 */
function bears(thing, words) {
  if (thing.kind !== "actor") return false;
  const { name, alt } = full.actors[thing.i];
  return [name, ...alt].some((one) => folded(one) === words || folded(initials(one)) === words);
}

/**
 * What the articles have more of goes before its namesakes; a question wants deeds with a doer.
 * @param {import("./types.js").Thing} thing
 * @param {boolean} question
 */
function renown(thing, question) {
  if (thing.kind === "actor") return 1 + 0.25 * Math.log2(1 + full.actors[thing.i].mentions.length);
  if (thing.kind === "article") return 0.6;
  const one = lookUp(thing);
  const worth = 1 + Math.max(0, one.worth) / 12;
  return thing.kind === "action" && question && one.agents.length ? 3 * worth : worth;
}

/** An article at the first place of the words. @param {Entry} entry @param {string[]} words @returns {Entry} */
function placed(entry, words) {
  const { text } = full.articles[entry.thing.i];
  const at = words.map((word) => folded(text).indexOf(word)).filter((place) => place >= 0);
  if (!at.length) return entry;
  const first = Math.min(...at);
  return {
    ...entry,
    at: Array.from(text.slice(0, first)).length,
    hint: `…${flat(text.slice(Math.max(0, first - 20), first + 50))}…`,
  };
}
