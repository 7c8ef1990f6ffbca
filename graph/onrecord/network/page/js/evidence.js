/**
 * One report: the sentence, with what was read in it marked, in whose voice it stands, and where.
 */
import { html, nothing } from "lit-html";
import { correcting } from "./correct.js";
import { dated } from "./dates.js";
import { names, plain, story, wordsOf } from "./model.js";
import { articleLink, link } from "./links.js";
import { marked, marksOf } from "./marks.js";
import { shorten } from "./text.js";

/**
 * @param {import("./types.js").Report} report
 * @param {import("./types.js").Thing | null} [thing] what it may be corrected as
 */
export function reportBlock(report, thing = null) {
  const under = report.under === thing?.i ? null : (report.under ?? null); // what orders itself says nothing
  const marks = [
    ...marksOf(report.spans, "trigger"),
    ...marksOf(report.agentSpans, "agent"),
    ...marksOf(report.patientSpans, "patient"),
    ...marksOf(report.dateSpan ? [report.dateSpan] : [], "date"),
  ];
  return html`<article class="evidence">
    ${quote(report, marks)}
    <dl class="facts">
      ${fact("In whose voice", voiceOf(report))}
      ${report.polarity === "negative" ? fact("Polarity", "denied or not done") : nothing}
      ${report.modality !== "asserted" ? fact("Modality", plain(report.modality ?? "")) : nothing}
      ${under === null ? nothing : fact("Under", link({ kind: "action", i: under }))}
      ${report.date ? fact("Date", dated(report.date)) : nothing}
    </dl>
    ${source(report)} ${thing ? correcting(report, thing) : nothing}
  </article>`;
}

/** @param {import("./types.js").Report} report */
function voiceOf(report) {
  const within = report.within ?? null;
  if (within === null) return "the article’s own";
  const said = story.statements[within];
  return html`${names(said.speakers) || "somebody"}:
  ${link({ kind: "statement", i: within }, shorten(wordsOf(said), 90))}`;
}

/**
 * @param {import("./types.js").Report} report
 * @param {import("./marks.js").Mark[]} marks
 */
export function quote(report, marks) {
  const article = story.articles[report.article];
  return html`<blockquote dir="auto">${marked(article, report.context[0], report.context[1], marks)}</blockquote>`;
}

/**
 * One printing of a statement.
 * @param {import("./types.js").Report} report
 * @param {import("./types.js").Thing | null} [thing] what it may be corrected as
 */
export function statementBlock(report, thing = null) {
  const marks = [
    ...marksOf(report.spans, "content"),
    ...marksOf(report.source, "agent"),
    ...marksOf(report.cue, "trigger"),
  ];
  return html`<article class="evidence">
    ${quote(report, marks)} ${source(report)} ${thing ? correcting(report, thing) : nothing}
  </article>`;
}

/** Where a passage stands, and how it was found. @param {import("./types.js").Report} report */
export function source(report) {
  const start = report.spans.length ? report.spans[0][0] : report.context[0];
  return html`<footer>
    ${articleLink(report.article, start)}
    <p class="quiet">Rule ${report.rule} · confidence ${Math.round(report.confidence * 100)} %</p>
  </footer>`;
}

/**
 * @param {string} text
 * @param {string} [kind]
 * @param {string} [title]
 */
export function chip(text, kind = "", title = "") {
  return html`<span class=${`chip ${kind}`} title=${title || nothing}>${text}</span>`;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function fact(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
