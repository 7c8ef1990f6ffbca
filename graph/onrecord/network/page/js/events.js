/**
 * What stands on the lanes over time: deeds and statements under their days, and the days by which something is to be
 * done, in columns of days, months or years.
 */
import { chosen } from "./choose.js";
import { dated, days, heart, isoDay } from "./dates.js";
import { inWords, items, lookUp, story } from "./model.js";
import { tagWord } from "./modes.js";
import { linesShown } from "./story.js";

/**
 * @typedef {"asserted" | "said" | "planned" | "denied" | "statement" | "due"} Mark
 * @typedef {{thing: import("./types.js").Thing, date: string, mark: Mark, words: string}} Event
 * @typedef {{key: string, from: string, to: string}} Column
 */

/** So many actors have lanes. */
const LANES = 9;

/** The actors with lanes: those of the story's lines, then those with most to do. */
export function chiefActors() {
  /** @type {Map<number, number>} */
  const score = new Map();
  for (const n of chosen()) {
    for (const i of doers(items[n])) score.set(i, (score.get(i) ?? 0) + items[n].articles.length);
  }
  for (const line of linesShown()) for (const i of doers(line)) score.set(i, (score.get(i) ?? 0) + 50);
  return [...score]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([i]) => i)
    .slice(0, LANES);
}

/** Who does or says it. @param {{kind: string, i: number}} one @returns {number[]} */
function doers(one) {
  return one.kind === "action" ? story.actions[one.i].agents : story.statements[one.i].speakers;
}

/** What the filters leave, by who does or says it. @returns {Map<number, Event[]>} */
export function eventsByActor() {
  /** @type {Map<number, Event[]>} */
  const found = new Map();
  for (const n of chosen()) {
    const events = eventsOf(items[n]);
    for (const i of events.length ? doers(items[n]) : []) found.set(i, [...(found.get(i) ?? []), ...events]);
  }
  return found;
}

/**
 * The day an item stands under, and the days that its reports set for what is ordered or planned.
 * @param {import("./types.js").Item} item
 * @returns {Event[]}
 */
function eventsOf(item) {
  const thing = /** @type {import("./types.js").Thing} */ ({ kind: item.kind, i: item.i });
  const one = lookUp(thing);
  const words = inWords(thing);
  const due = /** @type {string[]} */ ([...new Set(item.kind === "action" ? one.reports.flatMap(dueOf) : [])]);
  const found = due.map((date) => event(thing, date, "due", `By or from ${dated(date)}: ${words}`));
  if (!one.date || item.ahead) return found;
  const known = { told: "", printed: " (printed)", elsewhere: " (of another article)" }[
    /** @type {"told"} */ (one.basis)
  ];
  const word = item.kind === "action" ? tagWord(one.reports) : "Said";
  const mark = item.kind === "action" ? one.mode : "statement";
  return [event(thing, one.date, mark, `${word}, ${dated(one.date)}${known}: ${words}`), ...found];
}

/** The day a report sets for what it tells as ordered or planned. @param {import("./types.js").Report} report */
function dueOf(report) {
  return report.mode === "planned" && report.date ? [report.date] : [];
}

/**
 * @param {import("./types.js").Thing} thing
 * @param {string} date
 * @param {Mark} mark
 * @param {string} words
 * @returns {Event}
 */
function event(thing, date, mark, words) {
  return { thing, date, mark, words };
}

/** Keys of the columns for what lies far from all the rest. */
const [EARLIER, LATER] = ["earlier", "later"];

/**
 * The columns of a chart: every date that stands, or if they do not fit months or years; on either side one for the few
 * that lie far from all the rest.
 * @param {Event[]} events
 * @param {number} most
 * @returns {{columns: Column[], keyOf: (date: string) => string}} and to which column a date belongs
 */
export function columnsOf(events, most) {
  const ranges = events.map((one) => /** @type {[string, string]} */ (days(one.date) ?? [one.date, one.date]));
  const [first, last] = heart(ranges);
  /** @type {Column[]} */
  let columns = [];
  let keyOf = (/** @type {string} */ date) => date;
  for (const letters of [99, 7, 4]) {
    keyOf = (date) => {
      const begins = days(date)?.[0] ?? date;
      return begins < first ? EARLIER : begins > last ? LATER : cut(date, letters);
    };
    columns = [...new Set(events.map((one) => keyOf(one.date)))].map((key) => spanOf(key, first, last));
    columns.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? 1 : -1));
    if (columns.length <= most) break;
  }
  return { columns: columns.slice(-most), keyOf };
}

/** @param {string} key @param {string} first @param {string} last @returns {Column} */
function spanOf(key, first, last) {
  if (key === EARLIER) return { key, from: "0001-01-01", to: isoDay(Date.parse(first) - 864e5) };
  if (key === LATER) return { key, from: isoDay(Date.parse(last) + 864e5), to: "9999-12-31" };
  const [from, to] = /** @type {[string, string]} */ (days(key) ?? [key, key]);
  return { key, from, to };
}

/**
 * A date cut to a month or a year; a week goes to the month of its Monday.
 * @param {string} date
 * @param {number} letters
 */
function cut(date, letters) {
  const exact = /^\d{4}(-W|-\d{2}-\d{2})/.test(date) ? 10 : /^\d{4}-\d{2}/.test(date) ? 7 : 4;
  return letters > 10 ? date : (days(date)?.[0] ?? date).slice(0, Math.min(letters, exact));
}
