/**
 * The story in lines: dated, each with how it stands, who prints it and the sentences behind it, beside the network.
 */
import { html, nothing, render } from "lit-html";
import { byId, counted } from "./dom.js";
import { chosen } from "./choose.js";
import { reportBlock, statementBlock } from "./evidence.js";
import { disagreementBlock, disputedFirst } from "./links.js";
import { dated, days } from "./dates.js";
import { full, inWords, items, lookUp, outletName, story } from "./model.js";
import { chiefFirst, tagWord } from "./modes.js";
import { isServed } from "./served.js";
import { shorten } from "./text.js";
import { sideBySide } from "./disputes.js";
import { activeFilters, state, update } from "./state.js";

/** Lines whose evidence is open, by kind and number. @type {Set<string>} */
const unfolded = new Set();

/** So many lines where filters choose them. */
const MOST = 14;

/** The lines that are shown: the story's own, or under filters what is worth most of what passes. */
export function linesShown() {
  const passing = chosen();
  const at = new Map(items.map((item, n) => [`${item.kind}${item.i}`, n]));
  const own = full.lines.filter((line) => passing.has(at.get(`${line.kind}${line.i}`) ?? -1));
  if (!activeFilters() || own.length >= MOST / 2) return own;
  const known = new Set(own.map((line) => `${line.kind}${line.i}`));
  const more = [...passing]
    .map((n) => items[n])
    .filter((item) => !known.has(`${item.kind}${item.i}`) && item.actors.length)
    .sort((a, b) => lookUp(b).worth - lookUp(a).worth)
    .slice(0, MOST - own.length)
    .map(({ kind, i }) => ({ kind, i }));
  const begins = (/** @type {import("./types.js").Line} */ line) => days(lookUp(line).date)?.[0] ?? "9999";
  return [...own, ...more].sort((a, b) => (begins(a) < begins(b) ? -1 : Number(begins(a) > begins(b))));
}

/** Draw the tab. */
export function drawStory() {
  const lines = linesShown();
  const undated = lines.filter((line) => ["elsewhere", "unknown"].includes(lookUp(line).basis)).length;
  render(
    html`<div class="story-head">
        <h2>${activeFilters() ? "What passes the filters" : "The story so far"}</h2>
        <p class="quiet">
          ${counted(lines.length, "line")}${undated ? `, ${undated} undated,` : ""} from
          ${counted(articlesShown(), "article")}
        </p>
        ${full.whole ? part() : nothing}
      </div>
      <ol class="story">
        ${lines.map(lineOf)}
      </ol>
      ${disputes()}`,
    byId("view-story"),
  );
}

/** How many articles the lines are chosen from: all, or those of which anything passes the filters. */
function articlesShown() {
  if (!activeFilters()) return full.articles.length;
  return new Set([...chosen()].flatMap((n) => items[n].articles)).size;
}

/** What a page of a large collection holds, and where the rest is. */
function part() {
  return html`<p class="quiet" id="part">
    This page holds the chief part of ${counted(full.whole ?? 0, "article")}: the deeds and statements that tell
    most, each with all its evidence.
    ${isServed()
      ? "Search and Ask reach all the others through the server that this page came from."
      : "The others are in graph.ttl and the tables beside it: opened through “onrecord serve”, it finds them too."}
  </p>`;
}

/** @param {import("./types.js").Line} line */
function lineOf(line) {
  const thing = { kind: line.kind, i: line.i };
  const one = lookUp(thing);
  const key = `${line.kind}${line.i}`;
  const open = unfolded.has(key);
  const mode = line.kind === "action" ? (one.mode ?? "said") : "said";
  const toggle = () => {
    if (!unfolded.delete(key)) unfolded.add(key);
    drawStory();
  };
  const light = (/** @type {boolean} */ on) =>
    document.dispatchEvent(new CustomEvent("onrecord-light", { detail: on ? thing : null }));
  return html`<li
    class="story-line mode-${mode}"
    data-line=${key}
    @pointerenter=${() => light(true)}
    @pointerleave=${() => light(false)}
    @focusin=${() => light(true)}
    @focusout=${() => light(false)}
  >
    <p class="day">
      <span class="word mode-${mode}">${line.kind === "action" ? tagWord(one.reports) : "Said"}</span>
      ${isDisputed(line, one)
        ? html`<span class="quiet" title="See “Where articles disagree”">disputed</span>`
        : nothing}
      ${when(one)} ${support(one.reports, one.origins, one.chief)}
    </p>
    <p class="clause">
      <button type="button" class="line-button" aria-expanded=${String(open)} @click=${toggle}>
        <bdi>${shorten(clause(line, one), 220)}</bdi>
      </button>
    </p>
    ${open
      ? html`<div class="line-evidence">
          ${chiefFirst(one.reports, one.reports[one.chief])
            .slice(0, 6)
            .map((/** @type {import("./types.js").Report} */ report) =>
              (line.kind === "action" ? reportBlock : statementBlock)(report, thing),
            )}
          <button type="button" class="more" @click=${() => update({ sel: thing })}>All about it</button>
        </div>`
      : nothing}
  </li>`;
}

/** How a day is known, in a word before or after it, and in full. @type {Record<string, [string, string, string]>} */
const BASIS = {
  told: ["", "", ""],
  ahead: ["for", "", "The day for which it is ordered or planned"],
  printed: ["", "printed", "No date of its own: the day of the article with these words"],
  elsewhere: [
    "undated, elsewhere",
    "",
    "The article with these words is undated; another that tells it is of this day",
  ],
};

/** @param {{date: string | null, basis: string}} one */
function when({ date, basis }) {
  if (!date) return "undated";
  const [before, after, title] = BASIS[basis];
  return html`<span title=${title || nothing}
    >${before} <time datetime=${date}>${dated(date)}</time> ${after}</span
  >`;
}

/**
 * @param {import("./types.js").Line} line
 * @param {{clause: string}} one
 */
function clause(line, one) {
  return one.clause || inWords({ kind: line.kind, i: line.i });
}

/**
 * Whether articles disagree about a line: about its deed, or about what it says in a sentence of theirs.
 * @param {import("./types.js").Line} line
 * @param {{reports: import("./types.js").Report[], chief: number, clause: string}} one
 */
function isDisputed(line, one) {
  const { article, context } = one.reports[one.chief] ?? one.reports[0];
  const words = clause(line, one);
  const takes = (/** @type {import("./types.js").Position} */ position, /** @type {string} */ aspect) =>
    saysSide(words, position.value, aspect) &&
    position.places.some(([n, start, end]) => n === article && start < context[1] && context[0] < end);
  return story.disagreements.some(
    (found) =>
      !found.note &&
      ((line.kind === "action" && found.action === line.i) ||
        found.positions.some((position) => takes(position, found.aspect))),
  );
}

/**
 * Whether words give one side of a dispute on a day or a number; of other disputes the sentence alone tells.
 * @param {string} words
 * @param {string} value
 * @param {string} aspect
 */
function saysSide(words, value, aspect) {
  if (aspect === "date") return words.includes(dated(value).replace(/ \d{4}$/, ""));
  return aspect !== "number" || words.includes(/[\d.,]*\d/.exec(value)?.[0] ?? value.split(" ")[0]);
}

/**
 * Whose words a line has, how many articles stand behind it, and from how many origins these have it.
 * @param {import("./types.js").Report[]} reports
 * @param {string[]} origins
 * @param {number} [chief] the report whose words are shown
 */
function support(reports, origins, chief = 0) {
  const denied = (/** @type {import("./types.js").Report} */ report) => report.mode === "denied";
  const same = reports.filter((report) => denied(report) === denied(reports[chief])); // who denies it is no support
  const articles = new Set(same.map((report) => report.article));
  const outlets = [...new Set([reports[chief], ...same].map((report) => outletName(report.article)))];
  return html`<span class="support"
    ><bdi class="badge" title=${outlets[0]}>${outlets[0]}</bdi>${outlets.length > 1
      ? html`<span class="badge more-outlets" title=${outlets.slice(1).join("\n")}>+${outlets.length - 1}</span>`
      : nothing}<span class="quiet" title=${origins.join("; ")}
      >${counted(articles.size, "article")}${origins.length ? `, ${counted(origins.length, "origin")}` : ""}</span
    ></span
  >`;
}

function disputes() {
  const found = story.disagreements.filter((one) => one.action === null || !story.actions[one.action].speech);
  if (!found.length) return nothing;
  return html`<h3>Where articles disagree</h3>
    ${disputedFirst(found).slice(0, 6).map((one) => html`<div>${sideBySide(one) ?? disagreementBlock(one)}</div>`)}`;
}

/** Whether the tab shows a thing among its lines. @param {import("./types.js").Thing} thing */
export function isLine(thing) {
  return state.tab === "story" && full.lines.some((line) => line.kind === thing.kind && line.i === thing.i);
}
