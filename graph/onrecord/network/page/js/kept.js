/**
 * What the browser keeps for a reader of these articles: pages of other articles have places of their own.
 */
import { full } from "./model.js";

/** @param {string} what */
function place(what) {
  return `onrecord ${what} ${full.articles
    .map((article) => article.iri)
    .sort()
    .join(" ")}`;
}

/**
 * What was kept when the page was last open; null if nothing was, or if the browser keeps nothing for such pages.
 * @param {string} what
 * @returns {unknown}
 */
export function kept(what) {
  try {
    return JSON.parse(localStorage.getItem(place(what)) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keep it; where the browser does not, it lasts as long as the page is open.
 * @param {string} what
 * @param {unknown} value
 */
export function keep(what, value) {
  try {
    localStorage.setItem(place(what), JSON.stringify(value));
  } catch {
    // said above
  }
}
