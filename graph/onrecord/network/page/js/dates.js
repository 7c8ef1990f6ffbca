/**
 * Dates of ISO 8601 and TIMEX3 in words, and as days.
 */

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** @type {Record<string, string>} */
const PARTS = {
  SP: "spring",
  SU: "summer",
  FA: "autumn",
  WI: "winter",
  H1: "first half of",
  H2: "second half of",
  Q1: "first quarter of",
  Q2: "second quarter of",
  Q3: "third quarter of",
  Q4: "fourth quarter of",
};

/** The Monday of a week by ISO 8601. @param {number} year @param {number} week */
function monday(year, week) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const day = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 864e5 + (week - 1) * 6048e5;
  return new Date(day).toISOString().slice(0, 10);
}

/**
 * A date as a reader would say it: "2015-11-30" is 30 November 2015, "2015-07" is July 2015, "2016-SU" summer 2016.
 * The words are those of the labels (`onrecord.story.date_phrases`), without "the" at their beginning.
 * @param {string} value
 * @returns {string}
 */
export function dated(value) {
  const [, year, rest] = /^(\d{4}|XXXX)-(.+)$/.exec(value) ?? [];
  if (/^\d{3}X?$/.test(value)) return `${value.slice(0, 3)}0s`;
  if (!year) return value;
  const tail = year === "XXXX" ? "" : ` ${year}`;
  const day = /^(0[1-9]|1[0-2])-(\d{2})/.exec(rest);
  if (day) return `${Number(day[2])} ${MONTH_NAMES[Number(day[1]) - 1]}${tail}`;
  if (/^(0[1-9]|1[0-2])$/.test(rest)) return `${MONTH_NAMES[Number(rest) - 1]}${tail}`;
  if (tail && PARTS[rest]) return `${PARTS[rest]}${tail}`;
  const week = /^W(\d{2})(-WE)?$/.exec(rest);
  if (!week || !tail) return value;
  const first = monday(Number(year), Number(week[1]));
  return week[2] ? `weekend of ${dated(isoDay(Date.parse(first) + 5 * 864e5))}` : `week of ${dated(first)}`;
}

/**
 * The first and last day of a date at the granularity printed: 2013, 2015-07, 2015-W30, 2015-11-30.
 * @param {string | null} value
 * @returns {[string, string] | null}
 */
export function days(value) {
  if (!value) return null;
  const week = /^(\d{4})-W(\d{2})/.exec(value);
  if (week) {
    const first = monday(Number(week[1]), Number(week[2]));
    return [first, isoDay(Date.parse(first) + 6 * 864e5)];
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

/** Days in their order, each with how often it stands. @param {string[]} all @returns {[string, number][]} */
function byDay(all) {
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const day of all) count.set(day, (count.get(day) ?? 0) + 1);
  return [...count].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The day before which `skip` others stand. @param {[string, number][]} counts @param {number} skip */
function nth(counts, skip) {
  let before = 0;
  return (counts.find(([, count]) => (before += count) > skip) ?? counts[0])[0];
}

/** Dates on either side that are left to "earlier" and "later", where they are few and far off. */
const FEW_OUTSIDE = 0.03;

/**
 * The first and last day of what is drawn: from end to end, or without the few that lie far from all others.
 * @param {[string, string][]} ranges
 * @returns {[string, string]}
 */
export function heart(ranges) {
  const starts = byDay(ranges.map(([from]) => from));
  const ends = byDay(ranges.map(([, to]) => to)).reverse();
  const length = (/** @type {string} */ from, /** @type {string} */ to) =>
    Date.parse(to) - Date.parse(from) + 864e5;
  const skip = Math.floor(ranges.length * FEW_OUTSIDE);
  const [first, last] = [starts[0][0], ends[0][0]];
  const [near, far] = [nth(starts, skip), nth(ends, skip)];
  return near <= far && length(near, far) * 3 < length(first, last) ? [near, far] : [first, last];
}

/** How the day of an article is known, by its basis. @type {Record<string, string>} */
export const BASES = {
  given: "given with the article",
  metadata: "from the page",
  text: "read in the text",
  inferred: "inferred",
};
