/**
 * Actions and statements in time. Dragging over it, or choosing a bar, filters everything else.
 */
import { button, byId, counted, h, refill, thousands } from "./dom.js";
import { dateOf, days, isDated, isoDay, withoutFacet } from "./choose.js";
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
  const set = state.from || state.to;
  refill(
    box,
    h(
      "div",
      { class: "timeline-head" },
      h("strong", null, "Timeline"),
      h("span", { class: "key-own" }, "when it happened"),
      h("span", { class: "key-printed" }, "no date of its own: when it was printed"),
      undated
        ? button(
            `${thousands(undated)} undated, ${state.undated ? "shown" : "hidden"}`,
            () => update({ undated: !state.undated }),
            { class: "more" },
          )
        : null,
      set
        ? button(`${state.from || "…"} to ${state.to || "…"} ✕`, clearDates, {
            class: "more",
            "aria-label": "Clear the dates",
          })
        : null,
    ),
    bins.length ? chart(bins, box.clientWidth - 32) : h("p", { class: "quiet" }, "Nothing here has a date."),
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
  return [...(before.own + before.printed ? [before] : []), ...bins, ...(after.own + after.printed ? [after] : [])];
}

/** Days in their order, each with how often it stands. @param {string[]} all @returns {[string, number][]} */
function byDay(all) {
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const day of all) count.set(day, (count.get(day) ?? 0) + 1);
  return [...count].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The day before which `skip` others stand. @param {[string, number][]} counts @param {number} skip */
function nth(counts, skip) {
  let before = 0;
  return (counts.find(([, count]) => (before += count) > skip) ?? counts[0])[0];
}

/** Dates on either side that are left to "earlier" and "later", where they are few and far off. */
const FEW_OUTSIDE = 0.03;

/**
 * The first and last day of what is drawn: from end to end, or without the few that lie far from all others.
 * @param {[string, string][]} ranges
 * @returns {[string, string]}
 */
function heart(ranges) {
  const starts = byDay(ranges.map(([from]) => from));
  const ends = byDay(ranges.map(([, to]) => to)).reverse();
  const length = (/** @type {string} */ from, /** @type {string} */ to) => Date.parse(to) - Date.parse(from) + 864e5;
  const skip = Math.floor(ranges.length * FEW_OUTSIDE);
  const [first, last] = [starts[0][0], ends[0][0]];
  const [near, far] = [nth(starts, skip), nth(ends, skip)];
  return near <= far && length(near, far) * 3 < length(first, last) ? [near, far] : [first, last];
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
  update({ from: first.from === EARLIEST ? "" : first.from, to: last.to === LATEST ? "" : last.to, undated: false });
}

/**
 * @param {Bin[]} bins
 * @param {number} room
 */
function chart(bins, room) {
  const wide = Math.max(room, 200);
  const step = wide / bins.length;
  const most = Math.max(...bins.map((bin) => bin.own + bin.printed), 1);
  const up = (/** @type {number} */ n) => (n / most) * (HEIGHT - 20);
  const inside = (/** @type {Bin} */ bin) =>
    (!state.from || bin.to >= state.from) && (!state.to || bin.from <= state.to);
  const every = Math.ceil((Math.max(...bins.map((bin) => bin.label.length)) * 7 + 14) / step);
  const bars = bins.map((bin, i) => {
    const count = bin.own + bin.printed;
    const x = i * step;
    const bar = Math.max(Math.min(step - 2, 26), 1.5);
    const left = x + (step - bar) / 2;
    const select = () => chooseDates(bin, bin);
    return h(
      "g",
      {
        class: inside(bin) ? "bar" : "bar out",
        tabindex: count ? "0" : null,
        role: count ? "button" : null,
        "aria-label": count
          ? `${bin.label}: ${counted(count, "action or statement", "actions and statements")}`
          : null,
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            select();
          }
        },
      },
      h("title", null, `${bin.label}: ${bin.own} dated, ${bin.printed} by day of printing`),
      h("rect", { x, y: 0, width: step, height: HEIGHT - 14, class: "hit" }),
      bin.own
        ? h("rect", { x: left, y: HEIGHT - 15 - up(bin.own), width: bar, height: up(bin.own), class: "own" })
        : null,
      bin.printed
        ? h("rect", { x: left, y: HEIGHT - 15 - up(count), width: bar, height: up(bin.printed), class: "printed" })
        : null,
      i % every === 0
        ? h(
            "text",
            {
              x: Math.min(Math.max(x + step / 2, 2), wide - 2),
              y: HEIGHT - 2,
              "text-anchor": x + step / 2 < 34 ? "start" : x + step / 2 > wide - 34 ? "end" : "middle",
            },
            bin.label,
          )
        : null,
    );
  });
  const svg = h(
    "svg",
    {
      viewBox: `0 0 ${wide} ${HEIGHT}`,
      width: wide,
      height: HEIGHT,
      class: "bars",
      role: "group",
      "aria-label": "Bars by date; choose one to filter",
    },
    bars,
  );
  brush(svg, bins, step, wide);
  return svg;
}

/**
 * @param {any} svg
 * @param {Bin[]} bins
 * @param {number} step
 * @param {number} wide
 */
function brush(svg, bins, step, wide) {
  const band = h("rect", { y: 0, height: HEIGHT - 14, class: "band", width: 0 });
  svg.append(band);
  let from = -1;
  const place = (/** @type {PointerEvent} */ event) => {
    const box = svg.getBoundingClientRect();
    return Math.min(
      bins.length - 1,
      Math.max(0, Math.floor((((event.clientX - box.left) / box.width) * wide) / step)),
    );
  };
  svg.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    from = place(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (from < 0) return;
    const [a, b] = [Math.min(from, place(event)), Math.max(from, place(event))];
    band.setAttribute("x", String(a * step));
    band.setAttribute("width", String((b - a + 1) * step));
  });
  svg.addEventListener("pointerup", (/** @type {PointerEvent} */ event) => {
    if (from < 0) return;
    const [a, b] = [Math.min(from, place(event)), Math.max(from, place(event))];
    from = -1;
    chooseDates(bins[a], bins[b]);
  });
}
