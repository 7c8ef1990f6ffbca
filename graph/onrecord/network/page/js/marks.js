/**
 * A stretch of an article with spans marked in it.
 */
import { html } from "lit-html";
import { slice } from "./text.js";

/** @typedef {{start: number, end: number, role: string}} Mark */

/**
 * The text [start, end) of an article with marks; where marks overlap, the piece carries the roles of all.
 * @param {import("./types.js").Article} article
 * @param {number} start
 * @param {number} end
 * @param {Mark[]} marks
 */
export function marked(article, start, end, marks) {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const text = slice(article, from, points[i + 1]);
    const roles = [
      ...new Set(
        inside.filter((mark) => mark.start <= from && mark.end >= points[i + 1]).map((mark) => mark.role),
      ),
    ];
    return roles.length ? html`<mark class=${roles.join(" ")}>${text}</mark>` : text;
  });
}

/**
 * @param {[number, number][] | undefined} spans
 * @param {string} role
 * @returns {Mark[]}
 */
export function marksOf(spans, role) {
  return (spans ?? []).map(([start, end]) => ({ start, end, role }));
}
