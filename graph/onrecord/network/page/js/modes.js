/**
 * How a report stands, in a word.
 */
import { titled } from "./model.js";

/**
 * Reported, Said, Ordered, Planned, Denied and the like: of several reports that of the firmest.
 * @param {import("./types.js").Report[]} reports
 */
export function modeWord(reports) {
  const firmest = ["asserted", "said", "planned", "denied"];
  const rank = (/** @type {import("./types.js").Report} */ one) => firmest.indexOf(one.mode ?? "asserted");
  const first = [...reports].sort((a, b) => rank(a) - rank(b))[0];
  if (!first) return "";
  if (first.mode === "denied") return "Denied";
  if (first.mode === "planned") return titled(first.modality ?? "planned");
  return first.mode === "said" ? "Said" : "Reported";
}
