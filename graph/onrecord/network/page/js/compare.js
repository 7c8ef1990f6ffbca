/**
 * Two outlets side by side: what both have, what one has alone, where they disagree.
 */
import { button, byId, counted, h, refill } from "./dom.js";
import { items, lookUp, outletName, story } from "./model.js";
import { actionLine, disagreementBlock, statementLine } from "./links.js";
import { passes } from "./choose.js";
import { state, update } from "./state.js";

/** @returns {string[]} */
function outlets() {
  return [...new Set(story.articles.map((_, i) => outletName(i)))].sort((a, b) => (a < b ? -1 : 1));
}

/** The two outlets with the most in common, unless the reader has chosen. @returns {[string, string]} */
function pair() {
  const all = outlets();
  if (state.pair.length === 2 && state.pair.every((name) => all.includes(name)))
    return [state.pair[0], state.pair[1]];
  /** @type {[string, string]} */
  let best = [all[0], all[1] ?? all[0]];
  let most = -1;
  /** @type {Map<string, number>} */
  const shared = new Map();
  for (const item of items) {
    for (const a of item.outlets)
      for (const b of item.outlets) if (a < b) shared.set(`${a}\n${b}`, (shared.get(`${a}\n${b}`) ?? 0) + 1);
  }
  for (const [key, count] of shared) {
    if (count > most) {
      most = count;
      best = /** @type {[string, string]} */ (key.split("\n"));
    }
  }
  return best;
}

/** Draw the comparison. */
export function drawCompare() {
  const view = byId("view-compare");
  const [left, right] = pair();
  const both = items.filter(
    (item) => passes(item, "outlet") && item.outlets.includes(left) && item.outlets.includes(right),
  );
  const only = (/** @type {string} */ a, /** @type {string} */ b) =>
    items.filter((item) => passes(item, "outlet") && item.outlets.includes(a) && !item.outlets.includes(b));
  const disputes = story.disagreements.filter((one) => {
    const sides = one.positions.map((position) =>
      position.refs.map((ref) => (ref.article === null ? "" : outletName(ref.article))),
    );
    return sides.some((side, i) => side.includes(left) && sides.some((other, j) => i !== j && other.includes(right)));
  });
  refill(
    view,
    h("h2", null, "Compare two outlets"),
    h(
      "div",
      { class: "pickers" },
      picker("First", left, (name) => update({ pair: [name, right] })),
      h("span", null, "and"),
      picker("Second", right, (name) => update({ pair: [left, name] })),
      button("⇄ Swap", () => update({ pair: [right, left] })),
    ),
    left === right
      ? h("p", { class: "quiet" }, "Choose two different outlets.")
      : [
          disputes.length
            ? h("section", null, h("h3", null, "Where they disagree"), disputes.map(disagreementBlock))
            : h("p", { class: "quiet" }, "No disagreement between the two was found."),
          h(
            "div",
            { class: "three" },
            column(`Only ${left}`, only(left, right)),
            column("Both", both),
            column(`Only ${right}`, only(right, left)),
          ),
        ],
  );
}

/**
 * @param {string} label
 * @param {string} value
 * @param {(name: string) => void} choose
 */
function picker(label, value, choose) {
  return h(
    "select",
    { "aria-label": `${label} outlet`, onchange: (/** @type {any} */ event) => choose(event.target.value) },
    outlets().map((name) => h("option", { value: name, selected: name === value }, name)),
  );
}

/**
 * @param {string} title
 * @param {import("./types.js").Item[]} rows
 */
function column(title, rows) {
  const ranked = [...rows].sort((a, b) => lookUp(b).worth - lookUp(a).worth).slice(0, 60);
  const line = (/** @type {import("./types.js").Item} */ item) =>
    item.kind === "action" ? actionLine(item.i) : statementLine(item.i);
  return h(
    "section",
    null,
    h("h3", null, title, " ", h("span", { class: "count" }, counted(rows.length, "item"))),
    rows.length
      ? h(
          "ul",
          { class: "rows" },
          ranked.map((item) => h("li", null, line(item))),
        )
      : h("p", { class: "quiet" }, "Nothing."),
  );
}
