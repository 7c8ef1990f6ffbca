/**
 * The story, and what can be looked up in it.
 */
import { dated } from "./dates.js";
import { flat, isolated, shorten, slice } from "./text.js";

/** The story as it is shown: what filters have taken away is not in it. @type {import("./types.js").Story} */
export let story;

/** The story with all its reports. @type {import("./types.js").Story} */
export let full;

/**
 * Actions and statements alike, as the filters and the timeline see them; without the bare "said" of a statement.
 * @type {import("./types.js").Item[]}
 */
export let items = [];

/** For each actor, the places in `items` of what it takes part in. @type {number[][]} */
export let itemsOf = [];

/** @type {Map<string, import("./types.js").Thing>} */
const byIri = new Map();

/** Names of the modes an action can have, and of those a statement can have. @type {Record<string, string>} */
export const MODES = {
  asserted: "Reported as fact",
  said: "According to somebody",
  planned: "Ordered, planned or possible",
  denied: "Denied or not done",
  direct: "Quoted word for word",
  mixed: "Partly quoted",
  indirect: "Paraphrased",
};

/** @type {Record<string, string>} */
export const FAMILIES = {
  person: "People",
  state: "States and their bodies",
  company: "Companies",
  society: "Organisations",
  outlet: "News outlets",
  group: "Groups",
  object: "Products, places, things",
};

/** @param {import("./types.js").Story} data */
export function setStory(data) {
  full = data;
  show(data);
  /** @type {[import("./types.js").Kind, {iri: string}[]][]} */
  const kinds = [
    ["actor", data.actors],
    ["action", data.actions],
    ["statement", data.statements],
  ];
  for (const [kind, list] of kinds) list.forEach((thing, i) => byIri.set(thing.iri, { kind, i }));
}

/** Show this part of the story; places in `items` stay what they are. @param {import("./types.js").Story} view */
export function show(view) {
  story = view;
  items = itemsIn(view);
  itemsOf = story.actors.map(() => []);
  items.forEach((one, n) => one.actors.forEach((actor) => itemsOf[actor].push(n)));
}

/**
 * What `make` makes while only this part of the story is shown.
 * @template T
 * @param {import("./types.js").Story} view
 * @param {() => T} make
 * @returns {T}
 */
export function within(view, make) {
  const before = { story, items, itemsOf };
  show(view);
  try {
    return make();
  } finally {
    ({ story, items, itemsOf } = before);
  }
}

/** @param {import("./types.js").Story} view */
export function itemsIn(view) {
  return [
    ...view.actions.flatMap((action, i) =>
      action.speech ? [] : [item("action", i, action.reports, participants(action), action)],
    ),
    ...view.statements.map((said, i) =>
      item("statement", i, said.reports, voices(said), { ...said, type: "Statement" }),
    ),
  ];
}

/**
 * @param {"action" | "statement"} kind
 * @param {number} i
 * @param {import("./types.js").Report[]} reports
 * @param {number[]} actors
 * @param {{mode: string, type: string, date: string | null, basis: import("./types.js").Basis}} about
 * @returns {import("./types.js").Item}
 */
function item(kind, i, reports, actors, about) {
  const articles = [...new Set(reports.map((report) => report.article))];
  const published = articles.map((n) => full.articles[n].published).filter((date) => date !== null);
  return {
    kind,
    i,
    actors,
    articles,
    outlets: [...new Set(articles.map(outletName))],
    mode: about.mode,
    type: about.type,
    confidence: Math.max(0, ...reports.map((report) => report.confidence)),
    when: about.basis === "told" || about.basis === "ahead" ? about.date : null,
    ahead: about.basis === "ahead",
    published: published.sort()[0] ?? null,
  };
}

/** Everybody whom a report of an action names. @param {import("./types.js").Action} action */
export function participants(action) {
  return [...new Set(action.reports.flatMap((report) => [...(report.agents ?? []), ...(report.patients ?? [])]))];
}

/** @param {import("./types.js").Statement} said */
export function voices(said) {
  return [...new Set([...said.speakers, ...said.onBehalf, ...said.addressees, ...said.outlets, ...said.about])];
}

/** @type {string[] | null} */
let outletNames = null;

/**
 * Who published an article; where nobody is named, its title, and where that is not its own, its id.
 * @param {number} n
 * @returns {string}
 */
export function outletName(n) {
  outletNames ??= namesOfOutlets();
  return outletNames[n];
}

function namesOfOutlets() {
  const heads = full.articles.map((article, i) => (article.outlet ? "" : headOf(i)));
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const head of heads) count.set(head, (count.get(head) ?? 0) + 1);
  return full.articles.map(
    (article, i) => article.outlet ?? (heads[i] && count.get(heads[i]) === 1 ? `“${heads[i]}”` : article.id),
  );
}

/** The title of an article, or how it begins. @param {number} n */
function headOf(n) {
  const article = full.articles[n];
  const [start, end] = article.passages.find(([, , kind]) => kind === "body") ?? [0, 90];
  return shorten(article.title ?? flat(slice(article, start, Math.min(end, start + 200))), 44);
}

/** The title of an article, or in words that it has none and how it begins. @param {number} n */
export function articleTitle(n) {
  const article = full.articles[n];
  if (article.title) return article.title;
  const [start, end] = article.passages.find(([, , kind]) => kind === "body") ?? [0, 90];
  return `Untitled, begins “${shorten(flat(slice(article, start, end)), 50)}”`;
}

/** Outlet and day of an article, in words where they are not known. @param {number} n */
export function printedBy(n) {
  const { outlet, published } = full.articles[n];
  return `${outlet ?? "outlet not named"}, ${published ? dated(published) : "undated"}`;
}

/**
 * @param {string} iri
 * @returns {import("./types.js").Thing | null}
 */
export function thingOf(iri) {
  return byIri.get(iri) ?? null;
}

/**
 * The entry of a thing; any, for callers know the kind that they ask for, and read what that kind has.
 * @param {import("./types.js").Thing} thing
 * @returns {any}
 */
export function lookUp(thing) {
  const lists = {
    actor: story.actors,
    action: story.actions,
    statement: story.statements,
    article: story.articles,
  };
  return lists[thing.kind][thing.i] ?? null;
}

/**
 * What stands behind # for a thing: its IRI without the base.
 * @param {import("./types.js").Thing} thing
 */
export function shortId(thing) {
  if (thing.kind === "article") return `article:${story.articles[thing.i].id}`;
  const { iri } = lookUp(thing);
  return iri.startsWith(story.base) ? iri.slice(story.base.length) : iri;
}

/**
 * @param {string} id
 * @returns {import("./types.js").Thing | null}
 */
export function fromShortId(id) {
  if (id.startsWith("article:")) {
    const i = story.articles.findIndex((article) => article.id === id.slice(8));
    return i < 0 ? null : { kind: "article", i };
  }
  return byIri.get(story.base + id) ?? byIri.get(id) ?? null;
}

/**
 * The words of a statement as its chief printing has them.
 * @param {import("./types.js").Statement} said
 * @param {number} [which]
 */
export function wordsOf(said, which = said.chief) {
  const report = said.reports[which];
  if (!report) return "";
  const article = full.articles[report.article];
  return report.spans.map(([start, end]) => flat(slice(article, start, end))).join(" … ");
}

/** @param {number[]} actors */
export function names(actors) {
  const list = actors.map((i) => isolated(story.actors[i].name));
  if (list.length < 2) return list.join("");
  return `${list.slice(0, -1).join(", ")} and ${list[list.length - 1]}`;
}

/**
 * What a thing is, in words.
 * @param {import("./types.js").Thing} thing
 * @returns {string}
 */
export function inWords(thing) {
  if (thing.kind === "actor") return isolated(story.actors[thing.i].name);
  if (thing.kind === "article") return isolated(articleTitle(thing.i));
  if (thing.kind === "action") {
    const action = story.actions[thing.i];
    if (action.clause.includes(" ")) return action.clause;
    const others = action.patients.filter((patient) => !action.agents.includes(patient));
    return [names(action.agents) || "Somebody", action.label, names(others)].filter(Boolean).join(" ");
  }
  const said = story.statements[thing.i];
  return `${names(said.speakers) || "Somebody"}: ${isolated(wordsOf(said))}`;
}

/**
 * "RegulatoryAgency" as "regulatory agency".
 * @param {string} type
 */
export function plain(type) {
  return type
    .replace(/_/g, " ")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
}

/** Where a kind's own name would say little. @type {Record<string, string>} */
const KIND_NAMES = { Act: "Other action" };

/**
 * "RegulatoryAgency" as "Regulatory agency".
 * @param {string} type
 */
export function titled(type) {
  if (KIND_NAMES[type]) return KIND_NAMES[type];
  const words = plain(type);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
