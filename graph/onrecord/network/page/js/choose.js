/**
 * Which actions and statements pass the filters, and how many each value of a filter would leave.
 */
import { items, story } from "./model.js";
import { state } from "./state.js";

/** @typedef {"family" | "type" | "outlet" | "mode" | "dates" | "confidence" | "support"} Facet */

/**
 * The first and last day of a date at the granularity printed: 2013, 2015-07, 2015-W30, 2015-11-30.
 * @param {string | null} value
 * @returns {[string, string] | null}
 */
export function days(value) {
  if (!value) return null;
  const week = /^(\d{4})-W(\d{2})/.exec(value);
  if (week) {
    const fourth = new Date(Date.UTC(Number(week[1]), 0, 4));
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 864e5 + (Number(week[2]) - 1) * 6048e5;
    return [isoDay(monday), isoDay(monday + 6 * 864e5)];
  }
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value);
  if (!found) return null;
  const [, year, month, day] = found;
  if (day) return [`${year}-${month}-${day}`, `${year}-${month}-${day}`];
  if (!month) return [`${year}-01-01`, `${year}-12-31`];
  return [`${year}-${month}-01`, isoDay(Date.UTC(Number(year), Number(month), 0))];
}

/** @param {number} time */
export function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * When something happened, else when it was printed.
 * @param {import("./types.js").Item} item
 */
export function dateOf(item) {
  return days(item.when) ?? days(item.published);
}

/**
 * Whether an item passes every filter but the one named.
 * @param {import("./types.js").Item} item
 * @param {Facet | null} [except]
 */
export function passes(item, except = null) {
  const has = (/** @type {string[]} */ wanted, /** @type {string[]} */ own) =>
    wanted.length === 0 || own.some((value) => wanted.includes(value));
  if (except !== "family" && !has(state.family, families(item))) return false;
  if (except !== "type" && !has(state.type, [item.type])) return false;
  if (except !== "outlet" && !has(state.outlet, item.outlets)) return false;
  if (except !== "mode" && !has(state.mode, [item.mode])) return false;
  if (except !== "confidence" && item.confidence < state.confidence) return false;
  if (except !== "support" && item.articles.length < state.support) return false;
  return except === "dates" || inTime(item);
}

/** @param {import("./types.js").Item} item */
function families(item) {
  return item.actors.map((i) => story.actors[i].family);
}

/** @param {import("./types.js").Item} item */
function inTime(item) {
  const range = dateOf(item);
  if (!range) return state.undated;
  return (!state.from || range[1] >= state.from) && (!state.to || range[0] <= state.to);
}

/** Places in `items` of what passes. @returns {Set<number>} */
export function chosen() {
  /** @type {Set<number>} */
  const found = new Set();
  items.forEach((item, n) => {
    if (passes(item)) found.add(n);
  });
  return found;
}

/**
 * How many items each value of a facet has among those the other filters leave.
 * @param {Facet} facet
 * @returns {Map<string, number>}
 */
export function tally(facet) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const item of items) {
    const open = passes(item, facet);
    const own = { family: families(item), type: [item.type], outlet: item.outlets, mode: [item.mode] };
    const values = /** @type {Record<string, string[]>} */ (own)[facet] ?? [];
    for (const value of new Set(values)) found.set(value, (found.get(value) ?? 0) + (open ? 1 : 0));
  }
  return found;
}
