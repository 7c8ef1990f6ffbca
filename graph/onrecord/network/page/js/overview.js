/**
 * What the panel says while nothing is selected: the story in a few lines.
 */
import { html, nothing } from "lit-html";
import { counted } from "./dom.js";
import { items, story } from "./model.js";
import { chosen } from "./choose.js";
import { actionLine, actorLink, disagreementBlock, disputedFirst, statementLine } from "./links.js";
import { activeFilters } from "./state.js";

export function overview() {
  const passing = [...chosen()].map((n) => items[n]);
  const actions = passing.filter((item) => item.kind === "action" && story.actions[item.i].agents.length);
  const said = passing.filter((item) => item.kind === "statement");
  return html`<h2>${activeFilters() ? "What passes the filters" : "At a glance"}</h2>
    <p class="quiet">Choose an actor, a line or a quotation to see the sentences behind it.</p>
    ${glance(
      "Who did what",
      best(actions, deed).map((item) => actionLine(item.i)),
    )}
    ${glance(
      "Who said what",
      best(said, saying).map((item) => statementLine(item.i)),
    )}
    ${activeFilters() ? nothing : disputes()}
    ${glance(
      "Most involved",
      involved(passing).map(
        ([actor, count]) => html`${actorLink(actor)}<span class="quiet"> ${counted(count, "time")}</span>`,
      ),
    )}`;
}

/** The first disagreements; what is only about a "said" is left to its statement. */
function disputes() {
  const found = story.disagreements.filter((one) => one.action === null || !story.actions[one.action].speech);
  if (!found.length) return nothing;
  const rank = ["date", "number", "polarity", "agent", "patient"];
  const sorted = disputedFirst([...found].sort((a, b) => rank.indexOf(a.aspect) - rank.indexOf(b.aspect)));
  return html`<section>
    <h3>Where articles disagree</h3>
    ${sorted.slice(0, 5).map(disagreementBlock)}
  </section>`;
}

/** Lines of each kind, fewer where the screen is small; of one actor no more than so many. */
const [LINES, LINES_SMALL, OF_ONE] = [6, 3, 2];

/**
 * What is worth most, no actor first in more than a few lines and no pair twice.
 * @param {import("./types.js").Item[]} from
 * @param {(item: import("./types.js").Item) => {worth: number, who: number[], whom: number[]}} about
 */
function best(from, about) {
  /** @type {Map<string, number>} */
  const told = new Map();
  const seldom = (/** @type {string} */ key, /** @type {number} */ most) => {
    told.set(key, (told.get(key) ?? 0) + 1);
    return (told.get(key) ?? 0) <= most;
  };
  const ranked = from
    .map((item) => ({ item, ...about(item) }))
    .sort((a, b) => b.worth - a.worth || a.item.i - b.item.i);
  const most = matchMedia("(max-width: 480px)").matches ? LINES_SMALL : LINES;
  const found = [];
  for (const { item, who, whom } of ranked) {
    if (seldom(`${who[0]}`, OF_ONE) && (whom.length === 0 || seldom(`${who} ${whom}`, 1))) found.push(item);
    if (found.length === most) break;
  }
  return found;
}

/** @param {import("./types.js").Item} item */
function deed(item) {
  const { worth, agents, patients } = story.actions[item.i];
  return { worth, who: agents, whom: patients };
}

/** @param {import("./types.js").Item} item */
function saying(item) {
  const { worth, speakers } = story.statements[item.i];
  return { worth, who: speakers, whom: [] };
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
 * @param {unknown[]} rows
 */
function glance(title, rows) {
  if (!rows.length) return nothing;
  return html`<section>
    <h3>${title}</h3>
    <ul class="rows">
      ${rows.map((row) => html`<li>${row}</li>`)}
    </ul>
  </section>`;
}
