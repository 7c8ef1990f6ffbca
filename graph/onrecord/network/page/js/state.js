/**
 * What the page shows, held in the fragment of its address so that a colleague who gets the link sees the same.
 */
import { fromShortId, shortId } from "./model.js";

/**
 * @typedef {{tab: string, sel: import("./types.js").Thing | null, show: "chief" | "all", open: number[],
 *   article: number | null, ends: number[], hidden: number[],
 *   pinned: number[], path: number[], rows: string, embed: boolean,
 *   sort: string, at: number[],
 *   family: string[], type: string[], outlet: string[], mode: string[],
 *   from: string, to: string, undated: boolean, confidence: number, support: number, pair: string[]}} State
 */

export const TABS = ["story", "network", "time", "table", "articles", "compare", "ask"];

/** Lists of actors in the address. */
const ACTORS = /** @type {const} */ (["open", "ends", "hidden", "pinned", "path"]);

const LISTS = /** @type {const} */ (["family", "type", "outlet", "mode", "pair"]);

/** @returns {State} */
function blank() {
  return {
    tab: "story",
    sel: null,
    show: "chief",
    open: [],
    article: null,
    ends: [],
    hidden: [],
    pinned: [],
    path: [],
    rows: "actions",
    embed: false,
    sort: "",
    at: [],
    family: [],
    type: [],
    outlet: [],
    mode: [],
    from: "",
    to: "",
    undated: true,
    confidence: 0,
    support: 1,
    pair: [],
  };
}

/** @type {State} */
export let state = blank();

/** @type {((changed: Set<string>) => void)[]} */
const listeners = [];

/** @param {(changed: Set<string>) => void} listener */
export function onChange(listener) {
  listeners.push(listener);
}

/**
 * Change the state, write it into the address and tell everybody.
 * @param {Partial<State>} change
 */
export function update(change) {
  const ends = "sel" in change && !("ends" in change) ? { ends: [] } : {};
  const sort = "rows" in change && change.rows !== state.rows ? { sort: "" } : {};
  state = { ...state, ...ends, ...sort, ...change };
  const fragment = encode();
  const path = location.pathname + location.search;
  const address = fragment ? `#${fragment}` : path;
  if (`#${fragment}` !== location.hash && (fragment || location.hash)) {
    history.pushState(null, "", address); // so that Back undoes every step, a filter too
  }
  notify(new Set(Object.keys(change)));
}

/**
 * Keep what part of the network is in view in the address, without a step for Back: a reader who drags does not want
 * to undo each of it.
 * @param {number[]} at the middle in parts of the picture, and how far it is zoomed; none if all of it is in view
 */
export function keepView(at) {
  state = { ...state, at };
  const fragment = encode();
  const address = fragment ? `#${fragment}` : location.pathname + location.search;
  if (`#${fragment}` !== (location.hash || "#")) history.replaceState(null, "", address);
}

/** @param {Set<string>} changed */
function notify(changed) {
  for (const listener of listeners) listener(changed);
}

/** Everything that narrows the story back to its default. */
export function clearFilters() {
  const { family, type, outlet, mode, from, to, undated, confidence, support } = blank();
  update({ family, type, outlet, mode, from, to, undated, confidence, support });
}

/** How many filters are set. */
export function activeFilters() {
  const { family, type, outlet, mode, from, to, undated, confidence, support } = state;
  const lists = family.length + type.length + outlet.length + mode.length;
  return lists + (from || to ? 1 : 0) + (undated ? 0 : 1) + (confidence > 0 ? 1 : 0) + (support > 1 ? 1 : 0);
}

/** The state as the fragment of an address; only what differs from the first view. */
export function encode() {
  const parts = new URLSearchParams();
  if (state.tab !== "story") parts.set("view", state.tab);
  if (state.sel) parts.set("sel", shortId(state.sel));
  if (state.article !== null) parts.set("article", shortId({ kind: "article", i: state.article }).slice(8));
  if (state.show !== "chief") parts.set("show", state.show);
  for (const name of ACTORS) {
    if (state[name].length) parts.set(name, state[name].map((i) => shortId({ kind: "actor", i })).join("~"));
  }
  if (state.rows !== "actions") parts.set("rows", state.rows);
  if (state.sort) parts.set("sort", state.sort);
  if (state.at.length) parts.set("at", state.at.join("~"));
  if (state.embed) parts.set("embed", state.tab);
  for (const name of LISTS) for (const value of state[name]) parts.append(name, value);
  if (state.from) parts.set("from", state.from);
  if (state.to) parts.set("to", state.to);
  if (!state.undated) parts.set("undated", "no");
  if (state.confidence > 0) parts.set("confidence", String(state.confidence));
  if (state.support > 1) parts.set("support", String(state.support));
  return parts.toString().replace(/%2F/g, "/").replace(/%7E/g, "~");
}

/** @param {string} fragment @returns {State} */
function decode(fragment) {
  const parts = new URLSearchParams(fragment);
  const next = blank();
  const tab = parts.get("embed") ?? parts.get("view") ?? "story";
  if (TABS.includes(tab)) next.tab = tab;
  next.embed = parts.has("embed");
  const rows = parts.get("rows") ?? "";
  if (["statements", "actors"].includes(rows)) next.rows = rows;
  next.sort = /^-?[a-z]+$/.test(parts.get("sort") ?? "") ? (parts.get("sort") ?? "") : "";
  const at = (parts.get("at") ?? "").split("~").map(Number);
  next.at = at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : [];
  next.sel = fromShortId(parts.get("sel") ?? "");
  const article = fromShortId(`article:${parts.get("article") ?? ""}`);
  next.article = article ? article.i : null;
  next.show = parts.get("show") === "all" ? "all" : "chief";
  for (const name of ACTORS) {
    const things = (parts.get(name) ?? "").split("~").map((id) => (id ? fromShortId(id) : null));
    next[name] = things.flatMap((thing) => (thing?.kind === "actor" ? [thing.i] : []));
  }
  for (const name of LISTS) next[name] = parts.getAll(name);
  next.from = date(parts.get("from"));
  next.to = date(parts.get("to"));
  next.undated = parts.get("undated") !== "no";
  next.confidence = Math.min(1, Math.max(0, Number(parts.get("confidence")) || 0));
  next.support = Math.max(1, Math.round(Number(parts.get("support")) || 1));
  return next;
}

/** @param {string | null} value */
function date(value) {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "";
}

/** Read the address, now and whenever it changes by hand or by the back button. */
export function readAddress() {
  state = decode(location.hash.slice(1));
  notify(new Set(Object.keys(state)));
}
