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
      families: [...new Set(item.actors.map((i) => story.actors[i].family))],
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
 * Whether an item passes every filter but the one named.
 * @param {import("./types.js").Item} item
 * @param {Facet | null} [except]
 */
export function passes(item, except = null) {
  if (except !== "family" && !among(state.family, knownOf(item).families)) return false;
  if (except !== "type" && state.type.length && !state.type.includes(item.type)) return false;
  if (except !== "outlet" && !among(state.outlet, item.outlets)) return false;
  if (except !== "mode" && state.mode.length && !state.mode.includes(item.mode)) return false;
  if (except !== "confidence" && item.confidence < state.confidence) return false;
  if (except !== "support" && item.articles.length < state.support) return false;
  return except === "dates" || inTime(item);
}

/** @param {import("./types.js").Item} item */
function inTime(item) {
  const range = dateOf(item);
  if (!range) return state.undated;
  return (!state.from || range[1] >= state.from) && (!state.to || range[0] <= state.to);
}

/** What was chosen last, and the filters it was chosen by. @type {{by: string, found: Set<number>}} */
let lastChosen = { by: "", found: new Set() };

/** Places in `items` of what passes; not to be changed. @returns {Set<number>} */
export function chosen() {
  const { family, type, outlet, mode, from, to, undated, confidence, support } = state;
  const by = JSON.stringify([items.length, family, type, outlet, mode, from, to, undated, confidence, support]);
  if (by !== lastChosen.by) {
    /** @type {Set<number>} */
    const found = new Set();
    items.forEach((item, n) => {
      if (passes(item)) found.add(n);
    });
    lastChosen = { by, found };
  }
  return lastChosen.found;
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
    const open = passes(item, facet) ? 1 : 0;
    if (facet === "family")
      for (const value of knownOf(item).families) found.set(value, (found.get(value) ?? 0) + open);
    else if (facet === "outlet") for (const value of item.outlets) found.set(value, (found.get(value) ?? 0) + open);
    else {
      const value = facet === "type" ? item.type : item.mode;
      found.set(value, (found.get(value) ?? 0) + open);
    }
  }
  return found;
}
