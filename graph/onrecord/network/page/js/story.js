/**
 * The story in lines: dated, each with how it stands, who prints it and the sentences behind it, beside the network.
 */
import { html, nothing, render } from "lit-html";
import { byId, counted } from "./dom.js";
import { chosen } from "./choose.js";
import { reportBlock, statementBlock } from "./evidence.js";
import { disagreementBlock } from "./links.js";
import { dated, full, inWords, items, lookUp, outletName, story } from "./model.js";
import { modeWord } from "./modes.js";
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
    .map((item) => ({ ...item, date: item.when ?? item.published, printed: !item.when, pair: null }));
  const lines = /** @type {import("./types.js").Line[]} */ ([...own, ...more]);
  return lines.sort((a, b) => ((a.date ?? "9") < (b.date ?? "9") ? -1 : 1));
}

/** Draw the tab. */
export function drawStory() {
  const lines = linesShown();
  const undated = lines.filter((line) => !line.date).length;
  render(
    html`<div class="story-head">
        <h2>${activeFilters() ? "What passes the filters" : "The story so far"}</h2>
        <p class="quiet">
          ${counted(lines.length, "line")} from
          ${counted(full.articles.length, "article")}${undated ? `, ${undated} undated` : ""}
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

/** What a page of a large collection holds, and where the rest is. */
function part() {
  return html`<p class="quiet" id="part">
    This page holds the chief part of ${counted(full.whole ?? 0, "article")}: the deeds and statements that tell most,
    each with all its evidence. The others are in graph.ttl and the tables beside this page; “onrecord query” and
    “onrecord serve” answer from all of them.
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
      <span class="word mode-${mode}">${line.kind === "action" ? modeWord(one.reports) : "Said"}</span>
      ${when(line)} ${support(one.reports, one.origins)}
    </p>
    <p class="clause">
      <button type="button" class="line-button" aria-expanded=${String(open)} @click=${toggle}>
        <bdi>${shorten(clause(line, one), 150)}</bdi>
      </button>
    </p>
    ${open
      ? html`<div class="line-evidence">
          ${one.reports
            .slice(0, 6)
            .map((/** @type {import("./types.js").Report} */ report) =>
              (line.kind === "action" ? reportBlock : statementBlock)(report, thing),
            )}
          <button type="button" class="more" @click=${() => update({ sel: thing })}>All about it</button>
        </div>`
      : nothing}
  </li>`;
}

/** @param {import("./types.js").Line} line */
function when(line) {
  if (!line.date) return "undated";
  return html`
    <time datetime=${line.date}>${dated(line.date)}</time>${line.printed
      ? html`<span class="quiet" title="No date of its own: the day of the first article that tells it">
          printed</span
        >`
      : nothing}
  `;
}

/**
 * @param {import("./types.js").Line} line
 * @param {any} one
 */
function clause(line, one) {
  return one.clause || inWords({ kind: line.kind, i: line.i });
}

/**
 * Outlets, how many articles stand behind a line, and from how many origins these have it.
 * @param {import("./types.js").Report[]} reports
 * @param {string[]} origins
 */
export function support(reports, origins) {
  const articles = new Set(reports.map((report) => report.article));
  const outlets = [...new Set([...articles].map(outletName))];
  return html`${outlets
      .slice(0, 1)
      .map((name) => html`<bdi class="badge" title=${name}>${name}</bdi>`)}${outlets.length > 1
      ? html`<span class="badge">+${outlets.length - 1}</span>`
      : nothing}<span class="quiet" title=${origins.join("; ")}
      >${counted(articles.size, "article")}${origins.length ? `, ${counted(origins.length, "origin")}` : ""}</span
    >`;
}

function disputes() {
  const found = story.disagreements.filter((one) => one.action === null || !story.actions[one.action].speech);
  if (!found.length) return nothing;
  return html`<h3>Where articles disagree</h3>
    ${found.slice(0, 6).map((one) => html`<div>${sideBySide(one) ?? disagreementBlock(one)}</div>`)}`;
}

/** Whether the tab shows a thing among its lines. @param {import("./types.js").Thing} thing */
export function isLine(thing) {
  return state.tab === "story" && full.lines.some((line) => line.kind === thing.kind && line.i === thing.i);
}
