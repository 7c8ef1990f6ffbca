/**
 * Actions and statements in time. Dragging over it, or choosing a bar, filters everything else.
 */
import { html, nothing, render, svg } from "lit-html";
import { byId, counted, thousands } from "./dom.js";
import { dateOf, isDated, withoutFacet } from "./choose.js";
import { days, heart, isoDay } from "./dates.js";
import { state, update } from "./state.js";

/** @typedef {{from: string, to: string, own: number, printed: number, label: string}} Bin */

const HEIGHT = 58;

/** Ends of the bins that hold what lies far from all others. */
const [EARLIEST, LATEST] = ["0001-01-01", "9999-12-31"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Draw the timeline of what passes the other filters. */
export function drawTimeline() {
  const box = byId("timeline");
  const open = withoutFacet("dates");
  const dated = open.filter((item) => dateOf(item));
  const undated = open.length - dated.length;
  const bins = binned(dated);
  const turn = () => update({ undated: !state.undated });
  render(
    html`<div class="timeline-head">
        <strong>Timeline</strong>
        <span class="key-own">with a day of its own</span>
        <span class="key-printed">without: when it was printed</span>
        ${undated
          ? html`<button type="button" class="more" @click=${turn}>
              ${thousands(undated)} undated, ${state.undated ? "shown" : "hidden"}
            </button>`
          : nothing}
        ${state.from || state.to
          ? html`<button type="button" class="more" aria-label="Clear the dates" @click=${clearDates}>
              ${state.from || "…"} to ${state.to || "…"} ✕
            </button>`
          : nothing}
      </div>
      ${bins.length ? chart(bins, box.clientWidth - 32) : html`<p class="quiet">Nothing here has a date.</p>`}`,
    box,
  );
}

function clearDates() {
  update({ from: "", to: "", undated: true });
}

/** @param {import("./types.js").Item[]} dated @returns {Bin[]} */
function binned(dated) {
  if (!dated.length) return [];
  const ranges = dated.map((item) => /** @type {[string, string]} */ (dateOf(item)));
  const [first, last] = heart(ranges);
  const span = (Date.parse(last) - Date.parse(first)) / 864e5;
  const width = span > 365 * 8 ? 4 : span > 75 ? 7 : 10;
  const bins = calendar(first, last, width);
  const at = new Map(bins.map((bin, i) => [bin.from.slice(0, width), i]));
  const before = {
    from: EARLIEST,
    to: isoDay(Date.parse(bins[0].from) - 864e5),
    own: 0,
    printed: 0,
    label: "earlier",
  };
  const after = {
    from: isoDay(Date.parse(bins[bins.length - 1].to) + 864e5),
    to: LATEST,
    own: 0,
    printed: 0,
    label: "later",
  };
  dated.forEach((item, n) => {
    const begins = ranges[n][0];
    const bin =
      begins < bins[0].from ? before : begins >= after.from ? after : bins[at.get(begins.slice(0, width)) ?? 0];
    if (isDated(item)) bin.own += 1;
    else bin.printed += 1;
  });
  return [
    ...(before.own + before.printed ? [before] : []),
    ...bins,
    ...(after.own + after.printed ? [after] : []),
  ];
}

/**
 * Every year, month or day from first to last.
 * @param {string} first
 * @param {string} last
 * @param {number} width letters of an ISO date that tell bins apart
 * @returns {Bin[]}
 */
function calendar(first, last, width) {
  const bins = [];
  for (let key = first.slice(0, width); key <= last.slice(0, width) && bins.length < 400; ) {
    const [from, to] = /** @type {[string, string]} */ (days(key));
    const [year, month, day] = from.split("-");
    const label =
      width === 4
        ? year
        : width === 7
          ? `${MONTHS[Number(month) - 1]} ${year}`
          : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
    bins.push({ from, to, own: 0, printed: 0, label });
    key = isoDay(Date.parse(to) + 864e5).slice(0, width);
  }
  return bins;
}

/** Keep what lies from the one bin to the other. @param {Bin} first @param {Bin} last */
function chooseDates(first, last) {
  update({
    from: first.from === EARLIEST ? "" : first.from,
    to: last.to === LATEST ? "" : last.to,
    undated: false,
  });
}

/**
 * @param {Bin[]} bins
 * @param {number} room
 */
function chart(bins, room) {
  const wide = Math.max(room, 200);
  const step = wide / bins.length;
  const most = Math.max(...bins.map((bin) => bin.own + bin.printed), 1);
  const labels = Math.max(...bins.map((bin) => bin.label.length)) * 7 + 14;
  const every = Math.ceil(labels / step);
  const first = Math.max(0, Math.ceil(labels / 2 / step - 0.8)); // the first whose label has room
  const last = bins.length - 1 - first;
  return html`<svg
    viewBox=${`0 0 ${wide} ${HEIGHT}`}
    width=${wide}
    height=${HEIGHT}
    class="bars"
    role="group"
    aria-label="Bars by date; choose one to filter"
    @pointerdown=${(/** @type {PointerEvent} */ event) => begin(event, bins)}
    @pointermove=${(/** @type {PointerEvent} */ event) => widen(event, bins)}
    @pointerup=${(/** @type {PointerEvent} */ event) => end(event, bins)}
  >
    ${bins.map((bin, i) => bar(bin, i * step, step, (HEIGHT - 20) / most))}
    ${bins.map((bin, i) => (i < first || i > last || (last - i) % every ? "" : tick(bin, (i + 0.5) * step)))}
    <rect y="0" height=${HEIGHT - 14} class="band" width="0"></rect>
  </svg>`;
}

/**
 * @param {Bin} bin
 * @param {number} x
 * @param {number} step
 * @param {number} unit how high one stands
 */
function bar(bin, x, step, unit) {
  const count = bin.own + bin.printed;
  const inside = (!state.from || bin.to >= state.from) && (!state.to || bin.from <= state.to);
  const wide = Math.max(Math.min(step - 2, 26), 1.5);
  const select = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    chooseDates(bin, bin);
  };
  const said = `${bin.label}: ${counted(count, "action or statement", "actions and statements")}`;
  const block = (/** @type {string} */ kind, /** @type {number} */ number, /** @type {number} */ top) =>
    number
      ? svg`<rect x=${x + (step - wide) / 2} y=${HEIGHT - 15 - top * unit} width=${wide} height=${number * unit}
          class=${kind}></rect>`
      : "";
  return svg`<g class=${inside ? "bar" : "bar out"} tabindex=${count ? "0" : nothing} role=${count ? "button" : nothing}
    aria-label=${count ? said : nothing} @keydown=${select}>
    <title>${bin.label}: ${bin.own} dated, ${bin.printed} by day of printing</title>
    <rect x=${x} y="0" width=${step} height=${HEIGHT - 14} class="hit"></rect>
    ${block("own", bin.own, bin.own)}${block("printed", bin.printed, count)}
  </g>`;
}

/** @param {Bin} bin @param {number} x */
function tick(bin, x) {
  return svg`<text x=${x} y=${HEIGHT - 2} text-anchor="middle">${bin.label}</text>`;
}

/** The bin where a drag began, -1 while there is none. */
let from = -1;

/** @param {PointerEvent} event @param {Bin[]} bins */
function binAt(event, bins) {
  const box = chartOf(event).getBoundingClientRect();
  const n = Math.floor(((event.clientX - box.left) / box.width) * bins.length);
  return Math.min(bins.length - 1, Math.max(0, n));
}

/** @param {PointerEvent} event */
function chartOf(event) {
  return /** @type {SVGSVGElement} */ (event.currentTarget);
}

/** @param {PointerEvent} event @param {Bin[]} bins */
function begin(event, bins) {
  from = binAt(event, bins);
  chartOf(event).setPointerCapture(event.pointerId);
}

/** @param {PointerEvent} event @param {Bin[]} bins */
function dragged(event, bins) {
  const to = binAt(event, bins);
  return [Math.min(from, to), Math.max(from, to)];
}

/** @param {PointerEvent} event @param {Bin[]} bins */
function widen(event, bins) {
  if (from < 0) return;
  const [first, last] = dragged(event, bins);
  const step = chartOf(event).viewBox.baseVal.width / bins.length;
  const band = chartOf(event).querySelector(".band");
  band?.setAttribute("x", String(first * step));
  band?.setAttribute("width", String((last - first + 1) * step));
}

/** @param {PointerEvent} event @param {Bin[]} bins */
function end(event, bins) {
  if (from < 0) return;
  const [first, last] = dragged(event, bins);
  from = -1;
  chartOf(event).querySelector(".band")?.setAttribute("width", "0");
  chooseDates(bins[first], bins[last]);
}
