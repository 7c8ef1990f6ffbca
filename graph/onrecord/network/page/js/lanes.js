/**
 * Lanes over time: one for each chief actor, with its deeds and statements, what is ordered or planned set apart, and
 * flags at the days by which something is to be done. Where there are more days than fit, months or years stand in
 * their place, each with how many of every kind it holds.
 */
import { html, nothing, render, svg } from "lit-html";
import { chosen } from "./choose.js";
import { byId, counted } from "./dom.js";
import { dated, days } from "./dates.js";
import { chiefActors, columnsOf, eventsByActor, eventsIn } from "./events.js";
import { inWords, items, lookUp, story } from "./model.js";
import { update } from "./state.js";
import { isolated, shorten } from "./text.js";

/** Glyphs of what stands on a lane, in the order they stand side by side; shape tells them apart without colour. */
const GLYPHS = /** @type {const} */ ({
  asserted: "●",
  said: "◐",
  planned: "○",
  denied: "✕",
  statement: "“",
  due: "⚑",
});

/**
 * @typedef {import("./events.js").Mark} Mark
 * @typedef {import("./events.js").Event} Event
 * @typedef {import("./events.js").Column} Column
 */

/** What the glyphs mean, for one and for many. @type {Record<Mark, [string, string]>} */
const MEANING = {
  asserted: ["happened", "deeds reported as fact"],
  said: ["happened, according to somebody", "deeds according to somebody"],
  planned: ["ordered or planned", "orders and plans"],
  denied: ["denied", "denials"],
  statement: ["said", "statements"],
  due: ["a day by or from which something is to be done", "days by or from which something is to be done"],
};

const MARKS = /** @type {Mark[]} */ (Object.keys(GLYPHS));

/** Pixels: of a lane, of the head with the dates, of the names beside the lanes, of one glyph. */
const [HEIGHT, HEAD, NAMES, GLYPH] = [46, 30, 200, 17];

/** Pixels that a date takes, in full and short. */
const [DATE, SHORT_DATE] = [122, 84];

/** Below this width names stand over their lanes. */
const NARROW = 620;

/** Draw the tab. */
export function drawLanes() {
  const view = byId("view-time");
  const events = eventsByActor();
  const lanes = chiefActors().flatMap((actor) =>
    events.has(actor) ? [{ actor, events: /** @type {Event[]} */ (events.get(actor)) }] : [],
  );
  const undated = [...chosen()].filter((n) => !lookUp(items[n]).date).length;
  const room = Math.max(view.clientWidth - (view.clientWidth < NARROW ? 28 : 60), 300);
  render(
    html`<h2>Over time</h2>
      <p class="quiet">
        ${MARKS.map((mark) => html`<span class="key-mark">${GLYPHS[mark]} ${MEANING[mark][0]}</span> `)}
        ${undated ? `${undated} undated, not shown` : nothing}
      </p>
      ${lanes.length ? chart(lanes, room) : html`<p>Nothing here has a date.</p>`} ${threads()}`,
    view,
  );
}

/**
 * @param {{actor: number, events: Event[]}[]} lanes
 * @param {number} width
 */
function chart(lanes, width) {
  const narrow = width < NARROW;
  const left = narrow ? 8 : NAMES;
  const room = width - left - 8;
  const { columns, letters } = columnsOf(
    lanes.flatMap((lane) => lane.events),
    Math.max(2, Math.floor(room / 34)),
  );
  const step = room / columns.length;
  const wide = narrow ? SHORT_DATE : DATE;
  const every = Math.max(1, Math.ceil(wide / step));
  const high = narrow ? HEIGHT + 18 : HEIGHT;
  const height = HEAD + lanes.length * high + 8;
  const x = (/** @type {number} */ n) => left + (n + 0.5) * step;
  const ticks = columns.map((column, n) => {
    if (n % every) return "";
    const near = x(n) - wide / 2 < 0 ? "start" : x(n) + wide / 2 > width ? "end" : "middle";
    const at = near === "start" ? Math.max(x(n) - step / 2, 2) : near === "end" ? width - 2 : x(n);
    return svg`<text class="tick" x=${at} y="16" text-anchor=${near}>${dayOf(column, narrow)}</text>`;
  });
  return html`<svg
    class="lanes"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    role="group"
    aria-label="Lanes of chief actors over time"
  >
    ${ticks}
    ${lanes.map(({ actor, events }, n) => {
      const middle = HEAD + n * high + (narrow ? 40 : HEIGHT / 2);
      return svg`<g>
        <line class="lane" x1=${left} x2=${width} y1=${middle} y2=${middle}></line>
        <text class="lane-name" x="4" y=${narrow ? middle - 22 : middle + 4}>${nameOf(actor, narrow)}</text>
        ${columns.map((column, at) => cell(eventsIn(events, column, letters), column, x(at), middle, step))}
      </g>`;
    })}
  </svg>`;
}

/**
 * The date of a column, months by three letters where there is little room.
 * @param {Column} column
 * @param {boolean} short
 */
function dayOf(column, short) {
  return short ? dated(column.key).replace(/([A-Z][a-z]{2})[a-z]+(?= \d{4}$)/, "$1") : dated(column.key);
}

/** @param {number} actor @param {boolean} narrow */
function nameOf(actor, narrow) {
  return isolated(shorten(story.actors[actor].name, narrow ? 44 : 22));
}

/**
 * What stands on a lane in a column: each by itself where there is room, else one glyph of each kind with its number.
 * @param {Event[]} events
 * @param {Column} column
 * @param {number} x
 * @param {number} middle
 * @param {number} step
 */
function cell(events, column, x, middle, step) {
  if (events.length * GLYPH <= step - 4 || events.length === 1) {
    return events.map((one, n) =>
      glyph(
        one.mark,
        "",
        one.words,
        () => update({ sel: one.thing }),
        x + (n - (events.length - 1) / 2) * GLYPH,
        middle,
      ),
    );
  }
  const kinds = MARKS.map((mark) => ({ mark, list: events.filter((one) => one.mark === mark) })).filter(
    ({ list }) => list.length,
  );
  const across = Math.max(1, Math.floor(step / 34));
  const { from, to } = column;
  return kinds.map(({ mark, list }, n) => {
    const row = Math.floor(n / across);
    const rows = Math.ceil(kinds.length / across);
    const inRow = Math.min(across, kinds.length - row * across);
    const left = x + ((n % across) - (inRow - 1) / 2) * 34;
    const said = `${dated(column.key)}: ${list.length} ${MEANING[mark][list.length > 1 ? 1 : 0]}`;
    const choose =
      list.length > 1
        ? () =>
            update({
              tab: "table",
              rows: mark === "statement" ? "statements" : "actions",
              from,
              to,
              undated: false,
            })
        : () => update({ sel: list[0].thing });
    const many = list.length > 1 ? String(list.length) : "";
    return glyph(
      mark,
      many,
      list.length > 1 ? said : list[0].words,
      choose,
      left,
      middle + (row - (rows - 1) / 2) * 13,
    );
  });
}

/**
 * @param {Mark} mark
 * @param {string} count
 * @param {string} words
 * @param {() => void} choose
 * @param {number} x
 * @param {number} y
 */
function glyph(mark, count, words, choose, x, y) {
  const key = (/** @type {KeyboardEvent} */ press) => {
    if (press.key !== "Enter" && press.key !== " ") return;
    press.preventDefault();
    choose();
  };
  return svg`<text class="event mode-${mark}" x=${x} y=${y + 5} text-anchor="middle" tabindex="0" role="button"
    aria-label=${words} @click=${choose} @keydown=${key}>${GLYPHS[mark]}${
      count ? svg`<tspan class="number">${count}</tspan>` : ""
    }<title>${words}</title></text>`;
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
  const begins = (/** @type {number} */ n) => days(lookUp(items[n]).date)?.[0] ?? "9999";
  return found.map(([actor, list]) => {
    const sorted = [...list].sort((a, b) => (begins(a) < begins(b) ? -1 : Number(begins(a) > begins(b))));
    return html`<section>
      <h3>What <bdi>${story.actors[actor].name}</bdi> said over time</h3>
      <ol class="rows">
        ${sorted.slice(0, 8).map((n) => thread(items[n]))}
      </ol>
      ${sorted.length > 8
        ? html`<p class="quiet">${counted(sorted.length - 8, "later statement")} not shown</p>`
        : nothing}
    </section>`;
  });
}

/** @param {import("./types.js").Item} item */
function thread(item) {
  const said = story.statements[item.i];
  const cut = said.variants.filter((variant) => variant.relation !== "exact").map((variant) => variant.relation);
  const choose = () => update({ sel: { kind: "statement", i: item.i } });
  const known =
    { printed: "printed ", elsewhere: "of another article, " }[/** @type {"printed"} */ (said.basis)] ?? "";
  return html`<li>
    <span class="quiet">${said.date ? `${known}${dated(said.date)}` : "undated"}</span>
    <button type="button" class="link" @click=${choose}>
      <bdi class="said">${shorten(inWords({ kind: "statement", i: item.i }), 160)}</bdi>
    </button>
    ${cut.length
      ? html`<span class="chip">${cut.includes("altered") ? "printed altered" : "printed cut short"}</span>`
      : nothing}
  </li>`;
}
