/**
 * How reports stand, in a word; the days that they tell of; and which of them is shown first.
 */
import { dated } from "./dates.js";
import { full, titled } from "./model.js";

/** @typedef {import("./types.js").Report} Report */

/** Modes of deeds, the firmest first. */
const FIRMEST = ["asserted", "said", "planned", "denied"];

/** The firmest of several reports. @param {Report[]} reports */
function firmest(reports) {
  const rank = (/** @type {Report} */ one) => FIRMEST.indexOf(one.mode ?? "asserted");
  return [...reports].sort((a, b) => rank(a) - rank(b))[0];
}

/** The mode of the firmest of several reports. @param {Report[]} reports */
export function modeOf(reports) {
  return firmest(reports)?.mode ?? "asserted";
}

/**
 * Reported, Said, Ordered, Planned, Denied, Not done and the like: of several reports that of the firmest.
 * @param {Report[]} reports
 */
export function modeWord(reports) {
  const first = firmest(reports);
  if (!first) return "";
  if (first.mode === "denied") return notDone(first);
  if (first.mode === "planned") return titled(first.modality ?? "planned");
  return first.mode === "said" ? "Said" : "Reported";
}

/**
 * The same for a tag beside a line whose own words say that something was not done: the tag does not say it again.
 * @param {Report[]} reports
 */
export function tagWord(reports) {
  const first = firmest(reports);
  if (first?.mode !== "denied") return modeWord(reports);
  const { modality = "asserted", within } = first;
  if (typeof within !== "number") return modality === "asserted" ? "Reported" : titled(modality);
  return full.statements[within]?.stance === "denial" ? "Denial" : "Said";
}

/**
 * What a negative report says in a word: that it was not done or planned, that somebody says so, or that they deny it.
 * @param {Report} report
 */
function notDone(report) {
  const { modality = "asserted", within } = report;
  const not = modality === "asserted" ? "not done" : `not ${modality}`;
  if (typeof within !== "number") return titled(not);
  return full.statements[within]?.stance === "denial" ? "Denied" : titled(`said ${not}`);
}

/**
 * The days that reports give in words: when it was, and for when it is ordered or planned; empty if they give none.
 * @param {Report[]} reports
 */
export function daysIn(reports) {
  const days = (/** @type {boolean} */ ahead) =>
    [...new Set(reports.flatMap((one) => (one.date && (one.mode === "planned") === ahead ? [one.date] : [])))].map(
      dated,
    );
  const [told, due] = [days(false), days(true)];
  return [...told, ...(due.length ? [`for ${due.join(", ")}`] : [])].join("; ");
}

/** Reports with the one first whose words stand for all. @param {Report[]} reports @param {Report | undefined} chief */
export function chiefFirst(reports, chief) {
  return chief && reports.includes(chief) ? [chief, ...reports.filter((one) => one !== chief)] : reports;
}
