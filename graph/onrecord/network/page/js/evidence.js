/**
 * One report: the sentence, with what was read in it marked, in whose voice it stands, and where.
 */
import { h } from "./dom.js";
import { correcting } from "./correct.js";
import { dated, names, plain, story, wordsOf } from "./model.js";
import { articleLink, link } from "./links.js";
import { marked, marksOf } from "./marks.js";
import { shorten } from "./text.js";

/**
 * @param {import("./types.js").Report} report
 * @param {import("./types.js").Thing | null} [thing] what it may be corrected as
 */
export function reportBlock(report, thing = null) {
  const within = report.within ?? null;
  const under = report.under ?? null;
  const marks = [
    ...marksOf(report.spans, "trigger"),
    ...marksOf(report.agentSpans, "agent"),
    ...marksOf(report.patientSpans, "patient"),
    ...marksOf(report.dateSpan ? [report.dateSpan] : [], "date"),
  ];
  return h(
    "article",
    { class: "evidence" },
    quote(report, marks),
    h(
      "dl",
      { class: "facts" },
      within === null
        ? fact("In whose voice", "the article’s own")
        : fact("In whose voice", [
            names(story.statements[within].speakers) || "somebody",
            ": ",
            link({ kind: "statement", i: within }, shorten(wordsOf(story.statements[within]), 90)),
          ]),
      report.polarity === "negative" ? fact("Polarity", "denied or not done") : null,
      report.modality !== "asserted" ? fact("Modality", plain(report.modality ?? "")) : null,
      under === null ? null : fact("Under", link({ kind: "action", i: under })),
      report.date ? fact("Date", dated(report.date)) : null,
    ),
    source(report),
    thing ? correcting(report, thing) : null,
  );
}

/**
 * @param {import("./types.js").Report} report
 * @param {import("./marks.js").Mark[]} marks
 */
export function quote(report, marks) {
  const article = story.articles[report.article];
  return h("blockquote", { dir: "auto" }, marked(article, report.context[0], report.context[1], marks));
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
  return h(
    "article",
    { class: "evidence" },
    quote(report, marks),
    source(report),
    thing ? correcting(report, thing) : null,
  );
}

/** Where a passage stands, and how it was found. @param {import("./types.js").Report} report */
export function source(report) {
  const start = report.spans.length ? report.spans[0][0] : report.context[0];
  return h(
    "footer",
    null,
    articleLink(report.article, start),
    h("p", { class: "quiet" }, `Rule ${report.rule} · confidence ${Math.round(report.confidence * 100)} %`),
  );
}

/**
 * @param {string} text
 * @param {string} [kind]
 * @param {string} [title]
 */
export function chip(text, kind = "", title = "") {
  return h("span", { class: `chip ${kind}`, title: title || null }, text);
}

/**
 * @param {string} name
 * @param {any} value
 */
export function fact(name, value) {
  return h("div", null, h("dt", null, name), h("dd", null, value));
}
