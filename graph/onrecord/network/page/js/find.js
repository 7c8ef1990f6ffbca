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

/** Initials of a name of several words, as its abbreviation might be. @param {string} name */
function initials(name) {
  const words = name.split(/[\s\-–]+/).filter((word) => /^[A-Z]/.test(word));
  return words.length > 1 ? words.map((word) => word[0]).join("") : "";
}

/** Build the index, once. */
export function prepare() {
  if (index) return index;
  /** @type {Doc[]} */
  const docs = [];
  /** @type {(() => Entry)[]} */
  const entries = [];
  const add = (/** @type {Partial<Doc>} */ doc, /** @type {() => Entry} */ entry) => {
    docs.push({ id: entries.length, name: "", alias: "", words: "", text: "", ...doc });
    entries.push(entry);
  };
  full.actors.forEach((actor, i) => {
    const all = [actor.name, ...actor.alt];
    add({ name: actor.name, alias: [...actor.alt, ...new Set(all.map(initials))].join(" ") }, () => ({
      thing: { kind: "actor", i },
      label: full.actors[i].name,
      hint: titled(actor.type),
      family: actor.family,
    }));
  });
  within(full, () => fullItems().forEach((item) => addItem(item, add)));
  full.articles.forEach((article, i) => {
    add({ words: `${articleTitle(i)} ${outletName(i)}`, text: article.text }, () => ({
      thing: { kind: "article", i },
      label: shorten(articleTitle(i), 90),
      hint: "Article",
      family: "",
    }));
  });
  const engine = new MiniSearch({
    fields: ["name", "alias", "words", "text"],
    processTerm: (/** @type {string} */ term) => stem(term) || null,
    searchOptions: { boost: { name: 5, alias: 5, words: 2, text: 0.4 } },
  });
  engine.addAll(docs);
  index = { engine, entries, things: within(full, () => entries.map((entry) => entry().thing)) };
  return index;
}

/**
 * @param {import("./types.js").Item} item
 * @param {(doc: Partial<Doc>, entry: () => Entry) => void} add
 */
function addItem(item, add) {
  const thing = /** @type {import("./types.js").Thing} */ ({ kind: item.kind, i: item.i });
  const one = lookUp(thing);
  const days = one.dates.map(dated).join(" ");
  if (item.kind === "action") {
    const told = [
      ...new Set(one.reports.map((/** @type {import("./types.js").Report} */ report) => report.words)),
    ].join(" ");
    const words = `${inWords(thing)} ${titled(item.type)} ${told} ${days} ${names(item.actors)}`;
    add({ words }, () => ({
      thing,
      label: shorten(inWords(thing), 90),
      hint: titled(item.type),
      family: "action",
    }));
  } else {
    const words = `${names(one.speakers)} ${wordsOf(one)} ${days}`;
    add({ words }, () => ({ thing, label: shorten(inWords(thing), 90), hint: "Statement", family: "statement" }));
  }
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
