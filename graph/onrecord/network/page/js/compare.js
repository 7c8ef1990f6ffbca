/**
 * Two outlets side by side: what both have, what one has alone, where they disagree.
 */
import { html, nothing, render } from "lit-html";
import { byId, counted } from "./dom.js";
import { tagWord } from "./modes.js";
import { full, itemsIn, lookUp, outletName, story, within, wordsOf } from "./model.js";
import { narrowed } from "./narrow.js";
import { folded } from "./text.js";
import { actionLine, disagreementBlock, statementLine } from "./links.js";
import { fullItems, passes } from "./choose.js";
import { state, update } from "./state.js";

/** Items that a column shows, those worth most. */
const MOST = 60;

/** @returns {string[]} */
function outlets() {
  return [...new Set(full.articles.map((_, i) => outletName(i)))].sort((a, b) => (a < b ? -1 : 1));
}

/** Articles of an outlet. @param {string} name */
function articlesOf(name) {
  return new Set(full.articles.flatMap((_, n) => (outletName(n) === name ? [n] : [])));
}

/**
 * The articles that take a position: by a report or statement, or by a sentence, as on a number.
 * @param {import("./types.js").Position} position
 */
function articlesIn({ refs, places }) {
  return [...refs.flatMap((ref) => ref.article ?? []), ...places.map(([article]) => article)];
}

/**
 * Whether two outlets take different positions in a disagreement.
 * @param {import("./types.js").Disagreement} one
 * @param {string} left
 * @param {string} right
 */
function disagree(one, left, right) {
  const sides = one.positions.map((position) => articlesIn(position).map(outletName));
  return sides.some(
    (side, i) => side.includes(left) && sides.some((other, k) => i !== k && other.includes(right)),
  );
}

/** The two outlets that disagree most, of several those with the most in common. @returns {[string, string]} */
function pair() {
  const all = outlets();
  if (state.pair.length === 2 && state.pair.every((name) => all.includes(name)))
    return [state.pair[0], state.pair[1]];
  /** @type {Map<string, number>} */
  const score = new Map();
  const add = (/** @type {string[]} */ names, /** @type {number} */ by) => {
    for (const a of names)
      for (const b of names) if (a < b) score.set(`${a}\n${b}`, (score.get(`${a}\n${b}`) ?? 0) + by);
  };
  for (const item of fullItems()) add(item.outlets, 1);
  for (const one of full.disagreements) {
    const here = [...new Set(one.positions.flatMap(articlesIn).map(outletName))];
    for (const a of here) for (const b of here) if (a < b && disagree(one, a, b)) add([a, b], 1e6);
  }
  const best = [...score].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best ? /** @type {[string, string]} */ (best[0].split("\n")) : [all[0], all[1] ?? all[0]];
}

/** Draw the comparison. */
export function drawCompare() {
  const view = byId("view-compare");
  const [left, right] = pair();
  const disputes = full.disagreements.filter((one) => disagree(one, left, right));
  const choose = (/** @type {string[]} */ names) => update({ pair: names });
  render(
    html`<h2>Compare two outlets</h2>
      <div class="pickers">
        ${picker("First", left, (name) => choose([name, right]))}
        <span>and</span>
        ${picker("Second", right, (name) => choose([left, name]))}
        <button type="button" @click=${() => choose([right, left])}>⇄ Swap</button>
      </div>
      ${left === right
        ? html`<p class="quiet">
            ${outlets().length > 1 ? "Choose two different outlets." : `All articles are of one outlet: ${left}.`}
          </p>`
        : sideBySide(left, right, disputes)}`,
    view,
  );
}

/**
 * @param {string} left
 * @param {string} right
 * @param {import("./types.js").Disagreement[]} disputes
 */
function sideBySide(left, right, disputes) {
  const views = [left, right].map((name) =>
    narrowed(full, (report) => passes(report, "outlet"), articlesOf(name)),
  );
  const ours = views.map(
    (view) => new Map(itemsIn(view).flatMap((item, n) => (item.articles.length ? [[n, item]] : []))),
  );
  const common = shared(left, right, views);
  const both = [...ours[0]].flatMap(([n, item]) => (ours[1].has(n) && alike(item, views) ? [n] : []));
  const only = (/** @type {number} */ side) =>
    [...ours[side]].flatMap(([n, item]) => (both.includes(n) ? [] : [item]));
  const inBoth = both.flatMap((n) => ours[0].get(n) ?? []);
  return html`${disputes.length
      ? html`<section>
          <h3>Where they disagree</h3>
          ${disputes.map(disagreementBlock)}
        </section>`
      : html`<p class="quiet">No disagreement between the two was found.</p>`}
    <div class="three">
      ${within(views[0], () => column(`Only ${left}`, only(0)))} ${within(common, () => column("Both", inBoth))}
      ${within(views[1], () => column(`Only ${right}`, only(1)))}
    </div>`;
}

/**
 * What two outlets have in common, by the names and in the words that both print.
 * @param {string} left
 * @param {string} right
 * @param {import("./types.js").Story[]} views
 */
function shared(left, right, views) {
  const view = narrowed(
    full,
    (report) => passes(report, "outlet"),
    new Set([...articlesOf(left), ...articlesOf(right)]),
  );
  const printed = (/** @type {number} */ side, /** @type {number} */ i) => [
    views[side].actors[i].name,
    ...views[side].actors[i].alt,
  ];
  return {
    ...view,
    actors: view.actors.map((actor, i) => {
      const [name, ...alt] = printed(0, i).filter((one) => printed(1, i).includes(one));
      return { ...actor, name: name ?? "somebody", alt };
    }),
    statements: view.statements.map((said) => ({
      ...said,
      reports: [...said.reports].sort((a, b) => long(a) - long(b)), // the shortest printing: the others hold it
    })),
  };
}

/** @param {import("./types.js").Report} report */
function long(report) {
  return report.spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/**
 * Whether two outlets tell the same of an item: the same people, and words of the one that the other prints too.
 * @param {import("./types.js").Item} item
 * @param {import("./types.js").Story[]} views
 */
function alike(item, views) {
  const bare = (/** @type {string} */ text) =>
    folded(text)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  if (item.kind === "action") {
    const [a, b] = views.map(({ actions }) => actions[item.i]);
    return `${a.agents} ${a.patients} ${bare(a.label)}` === `${b.agents} ${b.patients} ${bare(b.label)}`;
  }
  const [a, b] = views.map(({ statements }) => statements[item.i]);
  const [one, other] = [bare(wordsOf(a)), bare(wordsOf(b))];
  return `${a.speakers}` === `${b.speakers}` && (one.includes(other) || other.includes(one));
}

/**
 * @param {string} label
 * @param {string} value
 * @param {(name: string) => void} choose
 */
function picker(label, value, choose) {
  const chosen = (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value);
  return html`<select aria-label=${`${label} outlet`} @change=${chosen}>
    ${outlets().map((name) => html`<option value=${name} .selected=${name === value}>${name}</option>`)}
  </select>`;
}

/**
 * @param {string} title
 * @param {import("./types.js").Item[]} rows
 */
function column(title, rows) {
  const ranked = [...rows].sort((a, b) => lookUp(b).worth - lookUp(a).worth).slice(0, MOST);
  return html`<section>
    <h3>${title} <span class="count">${counted(rows.length, "item")}</span></h3>
    ${rows.length
      ? html`<ul class="rows">
          ${ranked.map((item) => html`<li>${line(item)}</li>`)}
        </ul>`
      : html`<p class="quiet">Nothing.</p>`}
    ${rows.length > MOST
      ? html`<p class="quiet">${counted(rows.length - MOST, "more item")} not shown</p>`
      : nothing}
  </section>`;
}

/** An item, with how it stands in a word if it is not plainly reported. @param {import("./types.js").Item} item */
function line(item) {
  if (item.kind === "statement") return statementLine(item.i);
  const word = tagWord(story.actions[item.i].reports);
  return html`${actionLine(item.i)}${word === "Reported"
    ? nothing
    : html` <span class="quiet">(${word.toLowerCase()})</span>`}`;
}
