/**
 * The articles themselves, with what was read out of them marked in place.
 */
import { button, byId, counted, fill, h, outside } from "./dom.js";
import { articleTitle, BASES, dated, inWords, items, printedBy, story } from "./model.js";
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
  if (state.article === null) {
    if (other || !view.querySelector(".articles")) fill(view, listOfArticles());
  } else if (other || !view.querySelector(".reading")) fill(view, reading(state.article));
  if (within && other) {
    view.scrollTop = 0;
    view.focus();
  }
  drawnFor = String(state.article);
  markSelected();
}

function listOfArticles() {
  const tell = { action: story.articles.map(() => 0), statement: story.articles.map(() => 0) };
  for (const item of items) for (const n of item.articles) tell[item.kind][n] += 1;
  return [
    h("h2", null, counted(story.articles.length, "article")),
    h(
      "ol",
      { class: "articles" },
      story.articles.map((article, i) =>
        h(
          "li",
          null,
          button(h("bdi", null, articleTitle(i)), () => update({ article: i }), { class: "link title" }),
          h(
            "p",
            { class: "quiet" },
            `${printedBy(i)} · ${counted(tell.action[i], "action")}, ${counted(tell.statement[i], "statement")} · `,
            h("bdi", null, article.source),
          ),
        ),
      ),
    ),
  ];
}

/** @param {number} n */
function reading(n) {
  const article = story.articles[n];
  const about = [
    article.outlet ?? "Outlet not named",
    article.authors.join(", "),
    !article.published
      ? "undated"
      : `${dated(article.published)}${BASES[article.basis] ? ` (${BASES[article.basis]})` : ""}`,
  ]
    .filter(Boolean)
    .join(" · ");
  return [
    h(
      "div",
      { class: "reading-head" },
      button("← All articles", () => update({ article: null }), { class: "more" }),
      h("h2", null, h("bdi", null, articleTitle(n))),
      h("p", { class: "quiet" }, about),
      article.note ? h("p", { class: "quiet" }, article.note) : null,
      h(
        "p",
        { class: "quiet" },
        "From ",
        h("code", null, article.source),
        article.url ? [" · ", outside(article.url, article.url)] : null,
      ),
      h(
        "p",
        { class: "key" },
        h("mark", { class: "actor" }, "actor"),
        h("mark", { class: "trigger" }, "action"),
        h("mark", { class: "content" }, "statement"),
      ),
    ),
    h("div", { class: "reading" }, blocks(n)),
  ];
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
  /** @type {any[]} */
  const out = [];
  let at = 0;
  for (const [start, stop, kind] of [...article.passages].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    if (slice(article, at, start).trim())
      out.push(h("p", { class: "passage furniture" }, slice(article, at, start).trim()));
    out.push(h("p", { class: `passage ${kind}` }, pieces(n, start, stop, places)));
    at = stop;
  }
  if (slice(article, at, end).trim())
    out.push(
      h("p", { class: article.passages.length ? "passage furniture" : "passage body" }, pieces(n, at, end, places)),
    );
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
    if (!here.length) return h("span", { "data-at": from }, text);
    const top = here.reduce((a, b) =>
      b.rank > a.rank || (b.rank === a.rank && b.end - b.start < a.end - a.start) ? b : a,
    );
    const first = top.start === from || from === start;
    return h(
      "mark",
      {
        class: [...new Set(here.map((place) => place.role))].join(" "),
        "data-at": from,
        "data-things": here.map((place) => `${place.thing.kind}${place.thing.i}`).join(" "),
        tabindex: first && text.trim() ? "0" : null,
        role: first && text.trim() ? "button" : null,
        title: shorten(inWords(top.thing), 120),
        onclick: () => update({ sel: top.thing }),
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          update({ sel: top.thing });
        },
      },
      text,
    );
  });
}

/** What is selected stands out in the text. */
function markSelected() {
  const wanted = state.sel ? `${state.sel.kind}${state.sel.i}` : "";
  for (const element of byId("view-articles").querySelectorAll("mark[data-things]")) {
    element.classList.toggle("selected", wanted !== "" && element.dataset.things.split(" ").includes(wanted));
  }
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
