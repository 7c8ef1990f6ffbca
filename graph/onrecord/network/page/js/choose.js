/**
 * Which actions and statements pass the filters, and how many each value of a filter would leave.
 */
import { days } from "./dates.js";
import { full, items, itemsIn, outletName, show } from "./model.js";
import { narrowed } from "./narrow.js";
import { state } from "./state.js";

/** @typedef {"family" | "type" | "outlet" | "mode" | "dates" | "confidence" | "support"} Facet */

/**
 * @typedef {{range: [string, string] | null, own: boolean, families: string[]}} Known what of an item is asked
 *   again and again
 */

/** @type {Map<import("./types.js").Item, Known>} */
const known = new Map();

/** @param {import("./types.js").Item} item @returns {Known} */
function knownOf(item) {
  let found = known.get(item);
  if (!found) {
    const own = days(item.when);
    found = {
      range: own ?? days(item.published),
      own: own !== null,
      families: [...new Set(item.actors.map((i) => full.actors[i].family))],
    };
    known.set(item, found);
  }
  return found;
}

/**
 * When something happened, else when it was printed.
 * @param {import("./types.js").Item} item
 */
export function dateOf(item) {
  return knownOf(item).range;
}

/** Whether an item has a date of its own. @param {import("./types.js").Item} item */
export function isDated(item) {
  return knownOf(item).own;
}

/**
 * Whether a filter lets one of these values pass.
 * @param {string[]} wanted
 * @param {string[]} own
 */
function among(wanted, own) {
  return wanted.length === 0 || own.some((value) => wanted.includes(value));
}

/**
 * Whether a report passes the filters that cut reports, all but the one named.
 * @param {import("./types.js").Report} report
 * @param {Facet | null} [except]
 */
export function passes(report, except = null) {
  if (except !== "outlet" && !among(state.outlet, [outletName(report.article)])) return false;
  if (except !== "mode" && state.mode.length && !state.mode.includes(report.mode ?? "asserted")) return false;
  if (except !== "confidence" && report.confidence < state.confidence) return false;
  return except === "dates" || inTime(report);
}

/**
 * Whether what is left of an item passes the filters for whole items, all but the one named.
 * @param {import("./types.js").Item} item
 * @param {Facet | null} [except]
 */
function stays(item, except = null) {
  if (!item.articles.length) return false;
  if (except !== "family" && !among(state.family, knownOf(item).families)) return false;
  if (except !== "type" && state.type.length && !state.type.includes(item.type)) return false;
  return except === "support" || item.articles.length >= state.support;
}

/** @param {import("./types.js").Report} report */
function inTime(report) {
  if (!state.from && !state.to && state.undated) return true;
  const range = days(report.date ?? null) ?? days(full.articles[report.article].published);
  if (!range) return state.undated;
  return (!state.from || range[1] >= state.from) && (!state.to || range[0] <= state.to);
}

/** Whether a filter that cuts reports is set. */
function cutting() {
  const { outlet, mode, from, to, undated, confidence } = state;
  return outlet.length > 0 || mode.length > 0 || Boolean(from || to) || !undated || confidence > 0;
}

/**
 * The story that the reports passing the filters tell, all filters but the one named.
 * @param {Facet | null} [except]
 */
export function viewOf(except = null) {
  if (!cutting()) return full;
  const some = except !== "outlet" && state.outlet.length > 0;
  const articles = some
    ? new Set(full.articles.flatMap((_, n) => (state.outlet.includes(outletName(n)) ? [n] : [])))
    : null;
  return narrowed(full, (report) => passes(report, except), articles);
}

/** By which filters the story was narrowed last. */
let narrowedBy = "";

/** Show the story that the filters leave. */
export function applyFilters() {
  const { outlet, mode, from, to, undated, confidence } = state;
  const by = JSON.stringify([outlet, mode, from, to, undated, confidence]);
  if (by === narrowedBy) return;
  narrowedBy = by;
  show(viewOf());
}

/** What was chosen last, and by what. @type {{by: string, of: unknown, found: Set<number>}} */
let lastChosen = { by: "", of: null, found: new Set() };

/** Places in `items` of what passes; not to be changed. @returns {Set<number>} */
export function chosen() {
  const by = JSON.stringify([state.family, state.type, state.support]);
  if (by !== lastChosen.by || lastChosen.of !== items) {
    /** @type {Set<number>} */
    const found = new Set();
    items.forEach((item, n) => {
      if (stays(item)) found.add(n);
    });
    lastChosen = { by, of: items, found };
  }
  return lastChosen.found;
}

/**
 * What would pass if one filter were not set.
 * @param {Facet} facet
 * @returns {import("./types.js").Item[]}
 */
export function withoutFacet(facet) {
  const cuts = facet === "outlet" || facet === "mode" || facet === "dates" || facet === "confidence";
  return (cuts && cutting() ? itemsIn(viewOf(facet)) : items).filter((item) => stays(item, facet));
}

/**
 * How many items each value of a facet has among those the other filters leave.
 * @param {Facet} facet
 * @returns {Map<string, number>}
 */
export function tally(facet) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const add = (/** @type {string} */ value, /** @type {number} */ by) =>
    found.set(value, (found.get(value) ?? 0) + by);
  for (const item of fullItems()) for (const value of valuesOf(item, facet)) add(value, 0);
  for (const item of withoutFacet(facet)) for (const value of valuesOf(item, facet)) add(value, 1);
  return found;
}

/** @type {import("./types.js").Item[] | null} */
let everything = null;

/** All items, with all their reports. */
export function fullItems() {
  everything ??= itemsIn(full);
  return everything;
}

/**
 * @param {import("./types.js").Item} item
 * @param {Facet} facet
 * @returns {string[]}
 */
function valuesOf(item, facet) {
  if (facet === "family") return knownOf(item).families;
  if (facet === "outlet") return item.outlets;
  return facet === "type" ? [item.type] : modesOf(item);
}

/** Every mode that a report of an item has. @param {import("./types.js").Item} item */
function modesOf(item) {
  const list = item.kind === "action" ? full.actions : full.statements;
  const here = new Set(item.articles);
  const reports = list[item.i].reports.filter((report) => here.has(report.article));
  return [...new Set(reports.map((report) => report.mode ?? item.mode))];
}
