/**
 * Lanes over time: one for each chief actor, with its deeds and statements, what is ordered or planned set apart, and
 * flags at the days by which something is to be done.
 */
import { html, render, svg } from "lit-html";
import { chosen, days } from "./choose.js";
import { byId } from "./dom.js";
import { dated, inWords, items, lookUp, story } from "./model.js";
import { modeWord } from "./modes.js";
import { linesShown } from "./story.js";
import { update } from "./state.js";
import { isolated, shorten } from "./text.js";

/** @typedef {{item: import("./types.js").Item, day: string, own: boolean, mode: string}} Event */

const [LANES, HEIGHT, HEAD, NAMES] = [9, 46, 34, 190];

/** The actors with lanes: those of the story's lines, then those with most to do. */
function chiefActors() {
  const passing = chosen();
  /** @type {Map<number, number>} */
  const score = new Map();
  for (const n of passing) {
    for (const i of doers(items[n])) score.set(i, (score.get(i) ?? 0) + items[n].articles.length);
  }
  for (const line of linesShown()) for (const i of doers(line)) score.set(i, (score.get(i) ?? 0) + 50);
  return [...score]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([i]) => i)
    .slice(0, LANES);
}

/** Who does or says it. @param {{kind: string, i: number}} one @returns {number[]} */
function doers(one) {
  return one.kind === "action" ? story.actions[one.i].agents : story.statements[one.i].speakers;
}

/** What happens on the lane of an actor, by day. @param {number} actor @returns {Event[]} */
function eventsOf(actor) {
  const passing = chosen();
  return items.flatMap((item, n) => {
    if (!passing.has(n) || !doers(item).includes(actor)) return [];
    const own = days(item.when)?.[0];
    const day = own ?? item.published;
    const mode = item.kind === "action" ? story.actions[item.i].mode : "statement";
    return day ? [{ item, day, own: own !== undefined, mode }] : [];
  });
}

/** Draw the tab. */
export function drawLanes() {
  const view = byId("view-time");
  const actors = chiefActors();
  const lanes = actors.map((actor) => ({ actor, events: eventsOf(actor) })).filter((lane) => lane.events.length);
  const all = [...new Set(lanes.flatMap((lane) => lane.events.map((event) => event.day)))].sort();
  const undated =
    chosen().size - items.filter((item, n) => chosen().has(n) && (days(item.when) || item.published)).length;
  render(
    html`<h2>Over time</h2>
      <p class="quiet">
        ● happened · ○ ordered or planned · ✕ denied · “ said · ⚑ a day by which something is to be
        done${undated ? ` · ${undated} undated, not shown` : ""}
      </p>
      ${lanes.length
        ? chart(lanes, all, Math.max(view.clientWidth - 60, 520))
        : html`<p>Nothing here has a date.</p>`}
      ${threads()}`,
    view,
  );
}

/**
 * @param {{actor: number, events: Event[]}[]} lanes
 * @param {string[]} all every day, in order: days follow one another at even steps, so that none hides another
 * @param {number} width
 */
function chart(lanes, all, width) {
  const step = (width - NAMES) / Math.max(all.length, 1);
  const at = (/** @type {string} */ day) => NAMES + (all.indexOf(day) + 0.5) * step;
  const every = Math.max(1, Math.ceil(86 / step));
  const height = HEAD + lanes.length * HEIGHT + 8;
  return html`<svg
    class="lanes"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    role="group"
    aria-label="Lanes of chief actors over time"
  >
    ${all.map((day, n) =>
      n % every ? "" : svg`<text class="tick" x=${at(day)} y="16" text-anchor="middle">${dated(day)}</text>`,
    )}
    ${lanes.map(({ actor, events }, n) => lane(actor, events, HEAD + n * HEIGHT, at, width, step))}
  </svg>`;
}

/**
 * @param {number} actor
 * @param {Event[]} events
 * @param {number} top
 * @param {(day: string) => number} at
 * @param {number} width
 * @param {number} step
 */
function lane(actor, events, top, at, width, step) {
  const middle = top + HEIGHT / 2;
  /** @type {Map<string, number>} */
  const stacked = new Map();
  const most = Math.max(1, Math.floor((step - 6) / 15));
  const marks = events.map((event) => {
    const nth = stacked.get(event.day) ?? 0;
    stacked.set(event.day, nth + 1);
    const many = Math.min(events.filter((other) => other.day === event.day).length, most);
    const x = at(event.day) + ((nth % most) - (many - 1) / 2) * 15;
    const y = middle + (Math.floor(nth / most) % 3) * 13 - 6;
    return sign(event, x, y);
  });
  return svg`<g>
    <line class="lane" x1=${NAMES} x2=${width} y1=${middle} y2=${middle}></line>
    <text class="lane-name" x="4" y=${middle + 4}>${isolated(shorten(story.actors[actor].name, 24))}</text>
    ${marks}
  </g>`;
}

/** @param {Event} event @param {number} x @param {number} y */
function sign(event, x, y) {
  const thing = /** @type {import("./types.js").Thing} */ ({ kind: event.item.kind, i: event.item.i });
  const word = event.item.kind === "action" ? modeWord(lookUp(thing).reports) : "Said";
  const words = `${word}, ${dated(event.day)}${event.own ? "" : " (printed)"}: ${inWords(thing)}`;
  const choose = () => update({ sel: thing });
  const key = (/** @type {KeyboardEvent} */ press) => {
    if (press.key !== "Enter" && press.key !== " ") return;
    press.preventDefault();
    choose();
  };
  const due = event.mode === "planned" && event.own;
  const glyph = due ? "⚑" : ({ statement: "“", planned: "○", denied: "✕" }[event.mode] ?? "●");
  return svg`<text class="event mode-${event.mode}" x=${x} y=${y + 5} text-anchor="middle" tabindex="0" role="button"
    aria-label=${words} @click=${choose} @keydown=${key}>${glyph}<title>${words}</title></text>`;
}

/** Statements of one person in their order, where there are several; and where accounts were cut or altered. */
function threads() {
  /** @type {Map<number, number[]>} */
  const bySpeaker = new Map();
  for (const n of chosen()) {
    if (items[n].kind !== "statement") continue;
    for (const i of story.statements[items[n].i].speakers) bySpeaker.set(i, [...(bySpeaker.get(i) ?? []), n]);
  }
  const found = [...bySpeaker]
    .filter(([, list]) => list.length > 1)
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 4);
  return found.map(([actor, list]) => {
    const sorted = [...list].sort((a, b) =>
      (items[a].when ?? items[a].published ?? "9") < (items[b].when ?? items[b].published ?? "9") ? -1 : 1,
    );
    return html`<section>
      <h3>What <bdi>${story.actors[actor].name}</bdi> said over time</h3>
      <ol class="rows">
        ${sorted.slice(0, 8).map((n) => thread(items[n]))}
      </ol>
    </section>`;
  });
}

/** @param {import("./types.js").Item} item */
function thread(item) {
  const said = story.statements[item.i];
  const day = item.when ?? item.published;
  const cut = said.variants.filter((variant) => variant.relation !== "exact").map((variant) => variant.relation);
  const choose = () => update({ sel: { kind: "statement", i: item.i } });
  return html`<li>
    <span class="quiet">${day ? dated(day) : "undated"}</span>
    <button type="button" class="link" @click=${choose}>
      <bdi class="said">${shorten(inWords({ kind: "statement", i: item.i }), 160)}</bdi>
    </button>
    ${cut.length
      ? html`<span class="chip">${cut.includes("altered") ? "printed altered" : "printed cut short"}</span>`
      : ""}
  </li>`;
}
