/**
 * Lanes over time: one for each chief actor, with its deeds and statements, what is ordered or planned set apart, and
 * flags at the days by which something is to be done. Where there are more days than fit, months or years stand in
 * their place, each with how many of every kind it holds.
 */
import { html, nothing, render, svg } from "lit-html";
import { chosen } from "./choose.js";
import { byId, counted } from "./dom.js";
import { dated, days } from "./dates.js";
import { chiefActors, columnsOf, eventsByActor } from "./events.js";
import { inWords, items, lookUp, story } from "./model.js";
import { update } from "./state.js";
import { inRows } from "./label_text.js";
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

/** Pixels: of a lane, of a row of glyphs on it, of the head with the dates, of the names beside the lanes. */
const [HEIGHT, ROW, HEAD, NAMES] = [46, 15, 30, 200];

/** Pixels that a glyph takes, alone and with a number. */
const [GLYPH, COUNTED] = [17, 34];

/** So many statements stand in a list. */
const MOST_ROWS = 8;

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
      ${lanes.length ? chart(lanes, room) : html`<p>Nothing here has a date.</p>`} ${altered()} ${threads()}`,
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
  const { columns, keyOf } = columnsOf(
    lanes.flatMap((lane) => lane.events),
    Math.max(2, Math.floor(room / COUNTED)),
  );
  const step = room / columns.length;
  const x = (/** @type {number} */ n) => left + (n + 0.5) * step;
  let top = HEAD;
  const drawn = lanes.map(({ actor, events }) => {
    const cells = columns.map((column, n) => {
      const here = events.filter((one) => keyOf(one.date) === column.key);
      return { at: x(n), rows: rowsOf(here, column, step) };
    });
    const tall = Math.max(...cells.map((cell) => cell.rows.length)) * ROW + 18;
    const middle = top + (narrow ? 22 : 0) + Math.max(HEIGHT, tall) / 2;
    top = middle + Math.max(HEIGHT, tall) / 2;
    return svg`<g>
      <line class="lane" x1=${left} x2=${width} y1=${middle} y2=${middle}></line>
      ${nameOf(actor, narrow, narrow ? middle - Math.max(HEIGHT, tall) / 2 : middle + 4)}
      ${cells.map((cell) => glyphsOf(cell.rows, cell.at, middle))}
    </g>`;
  });
  return html`<svg
    class="lanes"
    width=${width}
    height=${top + 8}
    viewBox="0 0 ${width} ${top + 8}"
    role="group"
    aria-label="Lanes of chief actors over time"
  >
    ${ticks(columns, x, step, narrow, width)} ${drawn}
  </svg>`;
}

/**
 * The dates over the columns, those that have room.
 * @param {Column[]} columns
 * @param {(n: number) => number} x
 * @param {number} step
 * @param {boolean} narrow
 * @param {number} width
 */
function ticks(columns, x, step, narrow, width) {
  const wide = Math.max(...columns.map((column) => dayOf(column, narrow).length)) * 6.6 + 10;
  const every = Math.max(1, Math.ceil(wide / step));
  return columns.map((column, n) => {
    if (n % every) return "";
    const near = x(n) - wide / 2 < 0 ? "start" : x(n) + wide / 2 > width ? "end" : "middle";
    const at = near === "start" ? Math.max(x(n) - step / 2, 2) : near === "end" ? width - 2 : x(n);
    return svg`<text class="tick" x=${at} y="16" text-anchor=${near}>${dayOf(column, narrow)}</text>`;
  });
}

/**
 * The date of a column, months by three letters where there is little room.
 * @param {Column} column
 * @param {boolean} short
 */
function dayOf(column, short) {
  return short ? dated(column.key).replace(/([A-Z][a-z]{2})[a-z]+(?= \d{4}$)/, "$1") : dated(column.key);
}

/**
 * The name of a lane, in two rows if it is long.
 * @param {number} actor
 * @param {boolean} narrow
 * @param {number} y the middle of its rows
 */
function nameOf(actor, narrow, y) {
  const { name } = story.actors[actor];
  const rows = narrow ? [shorten(name, 44)] : inRows(name, 24, 2);
  return rows.map(
    (row, n) => svg`<text class="lane-name" x="4" y=${y + (n - (rows.length - 1) / 2) * 15}>${isolated(row)}</text>`,
  );
}

/** @typedef {{mark: Mark, count: string, words: string, choose: () => void, wide: number}} Glyph */

/**
 * What stands on a lane in a column, row by row: each by itself where there is room, else one glyph of each kind with
 * its number.
 * @param {Event[]} events
 * @param {Column} column
 * @param {number} step
 * @returns {Glyph[][]}
 */
function rowsOf(events, column, step) {
  /** @returns {Glyph} */
  const single = (/** @type {Event} */ one) => ({
    mark: one.mark,
    count: "",
    words: one.words,
    choose: () => update({ sel: one.thing }),
    wide: GLYPH,
  });
  if (events.length * GLYPH <= step - 4 || events.length === 1) return [events.map(single)];
  const { from, to } = column;
  const glyphs = MARKS.flatMap((mark) => {
    const list = events.filter((one) => one.mark === mark);
    if (list.length < 2) return list.map(single);
    const words = `${dated(column.key)}: ${list.length} ${MEANING[mark][1]}`;
    const rows = mark === "statement" ? "statements" : "actions";
    const choose = () => update({ tab: "table", rows, from, to, undated: false });
    return [{ mark, count: String(list.length), words, choose, wide: COUNTED }];
  });
  const across = Math.max(1, Math.floor(step / COUNTED));
  return Array.from({ length: Math.ceil(glyphs.length / across) }, (_, n) =>
    glyphs.slice(n * across, (n + 1) * across),
  );
}

/** @param {Glyph[][]} rows @param {number} x @param {number} middle */
function glyphsOf(rows, x, middle) {
  return rows.map((row, n) => {
    const y = middle + (n - (rows.length - 1) / 2) * ROW;
    let left = x - row.reduce((sum, one) => sum + one.wide, 0) / 2;
    return row.map(({ mark, count, words, choose, wide }) => {
      left += wide;
      return glyph(mark, count, words, choose, left - wide / 2, y);
    });
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

/** Statements that were printed cut short or altered somewhere, wherever they stand among those of their speaker. */
function altered() {
  const found = [...chosen()].filter((n) => items[n].kind === "statement" && changesOf(items[n]).length);
  if (!found.length) return nothing;
  return html`<section id="altered">
    <h3>Printed cut short or altered <span class="count">${counted(found.length, "statement")}</span></h3>
    <ol class="rows">
      ${found.slice(0, MOST_ROWS).map((n) => thread(items[n]))}
    </ol>
    ${left(found)}
  </section>`;
}

/** How the printings of a statement differ from the first. @param {import("./types.js").Item} item */
function changesOf(item) {
  return story.statements[item.i].variants.flatMap(({ relation }) => (relation === "exact" ? [] : [relation]));
}

/** How many are not shown. @param {unknown[]} list */
function left(list) {
  const more = list.length - MOST_ROWS;
  return more > 0 ? html`<p class="quiet">${counted(more, "other statement")} not shown</p>` : nothing;
}

/** Statements of one person in their order, where there are several. */
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
        ${sorted.slice(0, MOST_ROWS).map((n) => thread(items[n]))}
      </ol>
      ${left(sorted)}
    </section>`;
  });
}

/** @param {import("./types.js").Item} item */
function thread(item) {
  const said = story.statements[item.i];
  const cut = changesOf(item);
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
