/**
 * What the panel says while nothing is selected: the story in a few lines.
 */
import { counted, h } from "./dom.js";
import { items, story } from "./model.js";
import { chosen } from "./choose.js";
import { actionLine, actorLink, disagreementBlock, statementLine } from "./links.js";
import { activeFilters } from "./state.js";

/** @type {Record<string, number>} */
const CERTAIN = { asserted: 3, said: 2, planned: 1, denied: 1 };

/** @returns {any[]} */
export function overview() {
  const passing = [...chosen()].map((n) => items[n]);
  const actions = passing.filter((item) => item.kind === "action" && story.actions[item.i].agents.length);
  const said = passing.filter((item) => item.kind === "statement");
  return [
    h("h2", null, activeFilters() ? "What passes the filters" : "At a glance"),
    h("p", { class: "quiet" }, "Choose an actor, a line or a quotation to see the sentences behind it."),
    glance("Who did what", best(actions, actionWorth).map((item) => actionLine(item.i))),
    glance("Who said what", best(said, saidWorth).map((item) => statementLine(item.i))),
    activeFilters() ? null : disputes(),
    glance("Most involved", involved(passing).map(([actor, count]) => [actorLink(actor), h("span", { class: "quiet" }, ` ${counted(count, "time")}`)])),
  ];
}

/** The first disagreements; what is only about a "said" is left to its statement. */
function disputes() {
  const found = story.disagreements.filter((one) => one.action === null || !story.actions[one.action].speech);
  if (!found.length) return null;
  const rank = ["date", "number", "polarity", "agent", "patient"];
  const sorted = [...found].sort((a, b) => rank.indexOf(a.aspect) - rank.indexOf(b.aspect));
  return h("section", null, h("h3", null, "Where articles disagree"), sorted.slice(0, 5).map(disagreementBlock));
}

/**
 * @param {import("./types.js").Item[]} from
 * @param {(item: import("./types.js").Item) => number} worth
 */
function best(from, worth) {
  return [...from].sort((a, b) => worth(b) - worth(a) || a.i - b.i).slice(0, 6);
}

/** @param {import("./types.js").Item} item */
function actionWorth(item) {
  const action = story.actions[item.i];
  const all = [...action.agents, ...action.patients];
  const named = all.filter((i) => story.actors[i].named && story.actors[i].family !== "object").length / Math.max(all.length, 1);
  return item.articles.length * 3 + (CERTAIN[item.mode] ?? 0) + (action.type === "Act" ? 0 : 3) + (action.patients.length ? 1.5 : 0) + named * 5 + item.confidence;
}

/** @param {import("./types.js").Item} item */
function saidWorth(item) {
  const said = story.statements[item.i];
  const named = said.speakers.some((i) => story.actors[i].named);
  return item.articles.length * 3 + (said.mode === "direct" ? 2 : 0) + (named ? 1 : 0) + item.confidence;
}

/**
 * @param {import("./types.js").Item[]} passing
 * @returns {[number, number][]}
 */
function involved(passing) {
  /** @type {Map<number, number>} */
  const count = new Map();
  for (const item of passing) for (const actor of item.actors) count.set(actor, (count.get(actor) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 8);
}

/**
 * @param {string} title
 * @param {any[]} rows
 */
function glance(title, rows) {
  return rows.length ? h("section", null, h("h3", null, title), h("ul", { class: "rows" }, rows.map((row) => h("li", null, row)))) : null;
}
