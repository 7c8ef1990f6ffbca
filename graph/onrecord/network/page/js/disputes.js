/**
 * A disagreement side by side: each position with its sentence and who prints it.
 */
import { html, nothing } from "lit-html";
import { articleLink, aspectOf, noteOn, valueOf } from "./links.js";
import { story } from "./model.js";
import { flat, slice } from "./text.js";

/** @param {import("./types.js").Disagreement} one */
export function sideBySide(one) {
  return html`<div class="disagreement">
    <h4>${aspectOf(one)}</h4>
    ${noteOn(one)}
    <div class="positions">
      ${one.positions.map(
        (position) =>
          html`<div>
            <p><b>${valueOf(position.value)}</b> <span class="quiet">${articlesIn(position)}</span></p>
            ${sentences(position)}
          </div>`,
      )}
    </div>
  </div>`;
}

/** @param {import("./types.js").Position} position */
function articlesIn(position) {
  const articles = [...position.refs.map((ref) => ref.article), ...position.places.map(([n]) => n)];
  const count = new Set(articles).size;
  return count === 1 ? "1 article" : `${count} articles`;
}

/** The sentence of each article, the first two of them. @param {import("./types.js").Position} position */
function sentences(position) {
  const told = position.refs.flatMap((ref) => {
    const thing = ref.action !== null ? story.actions[ref.action] : null;
    const report = (thing ?? (ref.statement !== null ? story.statements[ref.statement] : null))?.reports.find(
      (one) => one.article === ref.article,
    );
    return report ? [{ article: report.article, context: report.context }] : [];
  });
  const given = position.places.map(([article, start, end]) => ({ article, context: [start, end] }));
  const found = given.length ? given : told;
  const first = found.filter((report, n) => found.findIndex((other) => other.article === report.article) === n);
  if (!first.length) return nothing;
  return first.slice(0, 2).map(
    (report) =>
      html`<blockquote dir="auto">
          ${flat(slice(story.articles[report.article], report.context[0], report.context[1]))}
        </blockquote>
        <p>${articleLink(report.article, report.context[0])}</p>`,
  );
}
