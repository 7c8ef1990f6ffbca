/**
 * What the reader has put right: kept in the browser, undone step by step, exported as corrections.toml.
 */
import { keep, kept } from "./kept.js";
import { full } from "./model.js";

/**
 * @typedef {{article: string, start: number, end: number}} Address
 * @typedef {{do: string, on: string, items: Address[], to?: string | Address, role?: string, reason?: string}} Row
 * @typedef {{what: string, marks: string[], rows: Row[]}} Step `marks` name the reports that it changes
 */

/** @type {Step[]} */
let steps = [];

/** The name that corrections are signed with. */
let person = "";

/** Take up what was kept when the page was last open. */
export function startCorrections() {
  const found = /** @type {{steps: Step[], person: string} | null} */ (kept("corrections"));
  if (found) ({ steps, person } = found);
}

function changed() {
  keep("corrections", { steps, person });
  document.dispatchEvent(new CustomEvent("onrecord-corrected"));
}

/** @param {Step} step */
export function correct(step) {
  steps = [...steps, step];
  changed();
}

/** Take back the last correction; returns what it was. */
export function undo() {
  const last = steps[steps.length - 1];
  steps = steps.slice(0, -1);
  changed();
  return last?.what ?? "";
}

/** @param {string} name */
export function sign(name) {
  person = name.trim();
  changed();
}

export function signature() {
  return person;
}

/** All corrections, oldest first. */
export function corrections() {
  return steps;
}

/** What was said of a report or an actor, or nothing. @param {string} mark */
export function correctionOf(mark) {
  return steps.filter((step) => step.marks.includes(mark)).map((step) => step.what);
}

/** A name of a report, stable as long as its article is. @param {import("./types.js").Report} report */
export function markOf(report) {
  return `${full.articles[report.article].id} ${report.spans[0] ?? report.context} ${report.rule}`;
}

/** @param {import("./types.js").Report} report @returns {Address} */
export function addressOf(report) {
  const [start, end] = report.spans[0] ?? report.cue?.[0] ?? report.context;
  return { article: full.articles[report.article].id, start, end };
}

/**
 * Where an article names an actor, best by name.
 * @param {number} actor
 * @param {number} article
 * @returns {Address | null}
 */
export function addressIn(actor, article) {
  const here = full.actors[actor].mentions.filter((mention) => mention[0] === article);
  const best = here.find((mention) => mention[3] === "name") ?? here[0];
  return best ? { article: full.articles[article].id, start: best[1], end: best[2] } : null;
}

/** A string of TOML: as in JSON, and DEL too is escaped. @param {string} text */
function quoted(text) {
  return JSON.stringify(text).replace(/\u007f/g, "\\u007f");
}

/** @param {Address} one */
function address(one) {
  return `{article = ${quoted(one.article)}, start = ${one.start}, end = ${one.end}}`;
}

/** Everything as corrections.toml, in the order it was said. */
export function toToml() {
  const by = person || "A reader";
  const tables = steps.flatMap((step) =>
    step.rows.map((row) => {
      const lines = ["[[correction]]", `do = ${quoted(row.do)}`, `on = ${quoted(row.on)}`];
      lines.push(`items = [${row.items.map(address).join(", ")}]`);
      if (row.to !== undefined)
        lines.push(`to = ${typeof row.to === "string" ? quoted(row.to) : address(row.to)}`);
      if (row.role) lines.push(`role = ${quoted(row.role)}`);
      lines.push(`by = ${quoted(by)}`, `reason = ${quoted(row.reason ?? step.what)}`);
      return lines.join("\n");
    }),
  );
  return `${tables.join("\n\n")}\n`;
}
