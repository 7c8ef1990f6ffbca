/**
 * The articles themselves, with what was read out of them marked in place.
 */
import { html, nothing, render } from "lit-html";
import { byId, counted } from "./dom.js";
import { outside } from "./links.js";
import { BASES, dated } from "./dates.js";
import { articleTitle, inWords, items, printedBy, story } from "./model.js";
import { length, shorten, slice } from "./text.js";
import { state, update } from "./state.js";

/** @typedef {{start: number, end: number, role: string, thing: import("./types.js").Thing, rank: number}} Place */

/** @type {string} */
let drawnFor = "";

/** Draw the list of articles, or the one that is open. */
export function drawArticles() {
  const view = byId("view-articles");
  const within = view.contains(document.activeElement);
  const other = drawnFor !== String(state.article);
  drawnFor = String(state.article);
  render(state.article === null ? listOfArticles() : reading(state.article), view);
  if (!within || !other) return;
  view.scrollTop = 0;
  view.focus();
}

function listOfArticles() {
  const tell = { action: story.articles.map(() => 0), statement: story.articles.map(() => 0) };
  for (const item of items) for (const n of item.articles) tell[item.kind][n] += 1;
  return html`<h2>${counted(story.articles.length, "article")}</h2>
    <ol class="articles">
      ${story.articles.map(
        (article, i) =>
          html`<li>
            <button type="button" class="link title" @click=${() => update({ article: i })}>
              <bdi>${articleTitle(i)}</bdi>
            </button>
            <p class="quiet">
              ${printedBy(i)} · ${counted(tell.action[i], "action")}, ${counted(tell.statement[i], "statement")} ·
              <bdi>${article.source}</bdi>
            </p>
          </li>`,
      )}
    </ol>`;
}

/** @param {number} n */
function reading(n) {
  const article = story.articles[n];
  const day = article.published && dated(article.published);
  const basis = BASES[article.basis] ? ` (${BASES[article.basis]})` : "";
  const about = [article.outlet ?? "Outlet not named", article.authors.join(", "), day ? day + basis : "undated"];
  return html`<div class="reading-head">
      <button type="button" class="more" @click=${() => update({ article: null })}>← All articles</button>
      <h2><bdi>${articleTitle(n)}</bdi></h2>
      <p class="quiet">${about.filter(Boolean).join(" · ")}</p>
      ${article.note ? html`<p class="quiet">${article.note}</p>` : nothing}
      <p class="quiet">
        From <code>${article.source}</code>${article.url ? html` · ${outside(article.url)}` : nothing}
      </p>
      <p class="key">
        <mark class="actor">actor</mark><mark class="trigger">action</mark><mark class="content">statement</mark>
      </p>
    </div>
    <div class="reading">${blocks(n)}</div>`;
}

/** Every place of the article where something was read. @param {number} n @returns {Place[]} */
function placesIn(n) {
  /** @type {Place[]} */
  const found = [];
  story.statements.forEach((said, i) => {
    for (const report of said.reports.filter((one) => one.article === n)) {
      for (const [start, end] of report.spans)
        found.push({ start, end, role: "content", thing: { kind: "statement", i }, rank: 0 });
      for (const [start, end] of report.cue ?? [])
        found.push({ start, end, role: "cue", thing: { kind: "statement", i }, rank: 1 });
    }
  });
  story.actors.forEach((actor, i) => {
    for (const [at, start, end, form] of actor.mentions) {
      if (at === n) found.push({ start, end, role: `actor ${form}`, thing: { kind: "actor", i }, rank: 2 });
    }
  });
  story.actions.forEach((action, i) => {
    for (const report of action.reports.filter((one) => one.article === n)) {
      for (const [start, end] of report.spans)
        found.push({ start, end, role: "trigger", thing: { kind: "action", i }, rank: 3 });
    }
  });
  return found;
}

/** The text in its passages. @param {number} n */
function blocks(n) {
  const article = story.articles[n];
  const places = placesIn(n);
  const end = length(article);
  const out = [];
  const between = (/** @type {number} */ from, /** @type {number} */ to) => {
    const text = slice(article, from, to).trim();
    if (text) out.push(html`<p class="passage furniture">${text}</p>`);
  };
  let at = 0;
  for (const [start, stop, kind] of [...article.passages].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    between(at, start);
    out.push(html`<p class=${`passage ${kind}`}>${pieces(n, start, stop, places)}</p>`);
    at = stop;
  }
  if (article.passages.length) between(at, end);
  else out.push(html`<p class="passage body">${pieces(n, at, end, places)}</p>`);
  return out;
}

/**
 * The text [start, end), cut where something begins or ends; each piece leads to the innermost thing it belongs to.
 * @param {number} n
 * @param {number} start
 * @param {number} end
 * @param {Place[]} places
 */
function pieces(n, start, end, places) {
  const article = story.articles[n];
  const inside = places.filter((place) => place.start < end && place.end > start);
  const cuts = new Set([start, end]);
  for (const place of inside) {
    cuts.add(Math.max(start, place.start));
    cuts.add(Math.min(end, place.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const here = inside.filter((place) => place.start <= from && place.end >= points[i + 1]);
    const text = slice(article, from, points[i + 1]);
    return here.length ? piece(here, from, text, start) : html`<span data-at=${from}>${text}</span>`;
  });
}

/**
 * @param {Place[]} here what the piece belongs to
 * @param {number} from
 * @param {string} text
 * @param {number} start where its passage begins
 */
function piece(here, from, text, start) {
  const top = here.reduce((a, b) =>
    b.rank > a.rank || (b.rank === a.rank && b.end - b.start < a.end - a.start) ? b : a,
  );
  const reached = (top.start === from || from === start) && text.trim() !== "";
  const choose = () => update({ sel: top.thing });
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
  const wanted = here.some(({ thing }) => state.sel?.kind === thing.kind && state.sel.i === thing.i);
  const roles = [...new Set(here.map((place) => place.role)), ...(wanted ? ["selected"] : [])];
  return html`<mark
    class=${roles.join(" ")}
    data-at=${from}
    data-things=${here.map((place) => `${place.thing.kind}${place.thing.i}`).join(" ")}
    tabindex=${reached ? "0" : nothing}
    role=${reached ? "button" : nothing}
    title=${shorten(inWords(top.thing), 120)}
    @click=${choose}
    @keydown=${key}
    >${text}</mark
  >`;
}

/** Follow a link from the evidence to its place in the text. */
export function startArticles() {
  document.addEventListener("onrecord-at", (event) => {
    const { at } = /** @type {CustomEvent} */ (event).detail;
    /** @type {HTMLElement | null} */
    let target = null;
    for (const element of byId("view-articles").querySelectorAll("[data-at]")) {
      if (Number(element.dataset.at) <= at) target = element;
    }
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    target.classList.add("arrived");
    if (target.tabIndex >= 0) target.focus({ preventScroll: true });
    setTimeout(() => target?.classList.remove("arrived"), 2500);
  });
}
