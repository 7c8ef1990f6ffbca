/**
 * Names and verbs are drawn here and not by vis-network: always large enough to read, never one over another, and a
 * name nearer to its own sign than to any other. Like a map, chief names go first; what finds no free place waits until
 * the reader comes nearer.
 */
import { shorten } from "./text.js";
import { Taken } from "./taken.js";
import { colour } from "./colours.js";
import { thousands } from "./dom.js";
import { isolated } from "./text.js";
import { FONT, letters, settings, widthOf } from "./label_text.js";
import { around, isOf, settle } from "./spots.js";

/**
 * `id`: the node whose sign it is; `light`: a sign of so little weight that names in a crowd may lie over it.
 * @typedef {{x: number, y: number, w: number, h: number, id?: string, light?: boolean}} Rect
 */
/**
 * @typedef {{id: string, text: string, x: number, y: number, r: number, reach: (() => number) | null, weight:
 *   number, strong: boolean, dim: boolean,
 *   always: boolean, must: boolean, folded: number, card: boolean}} NodeLabel
 * @typedef {{text: string, at: (t: number) => {x: number, y: number}, tone: string, weight: number, always: boolean,
 *   dim: boolean, must: boolean}} EdgeLabel
 */

/**
 * @typedef {{scale: number, view: Rect, toScreen: (p: vis.Point) => vis.Point,
 *   toWorld: (p: vis.Point) => vis.Point}} Frame
 */

const MOST_LABELS = 120;

/** After so many names without a place the picture is full. */
const MOST_MISSES = 120;

let misses = 0;

/** The side on which the rows of a name begin or end: that of its sign. @typedef {"left" | "center" | "right"} Align */

/**
 * What was drawn last, in pixels of the screen, with the node that it names: for exports and tests.
 * @type {(Rect & {text: string, of: string, rows: string[], size: number, weight: string, tone: string, align:
 *   Align})[]}
 */
export let drawn = [];

/** The signs that the last labels kept clear of: for the tests. @type {Rect[]} */
export let signs = [];

/** Places along a line that names had better leave free. */
const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** A spot that is less plain than the one before it is worth as much as this part of a point of a line covered. */
const PLAINER = 0.12;

/** Points of the chief lines, in pixels of the screen. @type {{x: number, y: number}[]} */
let onLines = [];

/** The nodes whose names found a place in this picture. @type {Set<string>} */
const named = new Set();

/**
 * What was written, to be written again while the picture moves: where in the world, how far from there on the screen.
 * @type {{rows: string[], at: {x: number, y: number}, dx: number, dy: number, box: Rect, weight: string, size:
 *   number, tone: string, align: Align}[]}
 */
let written = [];

/**
 * Draw labels. The context is in the network's coordinates; boxes are compared in pixels of the screen.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {NodeLabel[]} nodes
 * @param {EdgeLabel[]} edges
 * @param {Rect[]} obstacles in pixels of the screen
 */
export function drawLabels(context, frame, nodes, edges, obstacles) {
  const taken = new Taken();
  for (const box of obstacles) taken.push(box);
  drawn = [];
  written = [];
  signs = obstacles.filter((box) => box.id !== undefined);
  named.clear();
  misses = 0;
  onLines = edges.filter((edge) => edge.must).flatMap((edge) => STEPS.map((t) => frame.toScreen(edge.at(t))));
  context.save();
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const chief = nodes.filter((label) => (label.must || label.always) && !label.card);
  const seekers = chief.map((label) => ({ label, spots: spotsFor(frame, label, taken), chosen: null }));
  settle(seekers);
  for (const { label, chosen } of seekers) {
    const spot = chosen ?? (label.always ? below(frame, label) : null);
    if (spot) name(context, frame, label, spot, taken);
  }
  for (const label of nodes) {
    if (label.card || label.must || label.always) continue; // words of cards go where names and verbs leave room
    if (drawn.length > MOST_LABELS || misses > MOST_MISSES) break;
    nameIfFree(context, frame, label, taken);
  }
  for (const label of nodes)
    if (named.has(label.id) && label.folded && !label.dim) badge(context, frame, label, taken);
  for (const label of edges) {
    if ((drawn.length > MOST_LABELS || misses > MOST_MISSES * 2) && !label.always) break;
    placeEdge(context, frame, label, taken);
  }
  for (const label of nodes) if (label.card) nameIfFree(context, frame, label, taken);
  context.restore();
}

/**
 * Write what was written last where its places are now, without asking what lies over what: for pictures that move.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 */
export function drawAgain(context, frame) {
  context.save();
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { rows, at, dx, dy, box, weight, size, tone, align } of written) {
    const here = frame.toScreen(at);
    if (near(here, frame.view))
      write(context, frame, rows, { ...box, x: here.x + dx, y: here.y + dy }, weight, size, tone, align);
  }
  context.restore();
}

/** How many points of lines a box would cover. @param {Rect} box */
function crossings({ x, y, w, h }) {
  return onLines.filter((at) => at.x > x && at.x < x + w && at.y > y && at.y < y + h).length;
}

/** Pixels from the middle of a sign to where its name may begin. @param {Frame} frame @param {NodeLabel} label */
function reachOf(frame, label) {
  return (label.reach ? label.reach() : label.r * frame.scale) + 4;
}

/**
 * The spots at its sign that a name may take, the best first: whole on the stage, over nothing, nearest to its own
 * sign, and over as few lines as may be.
 * @param {Frame} frame
 * @param {NodeLabel} label
 * @param {Taken} taken
 * @returns {import("./spots.js").Spot[]}
 */
function spotsFor(frame, label, taken) {
  const at = frame.toScreen(label);
  if (!near(at, frame.view)) return [];
  const r = reachOf(frame, label);
  const own = { x: at.x - r + 2, y: at.y - r + 2, w: 2 * r - 4, h: 2 * r - 4, id: label.id };
  const { w, h } = frame.view;
  const onStage = at.x > 0 && at.x < w && at.y > 0 && at.y < h;
  const whole = (/** @type {Rect} */ box) => box.x > 0 && box.x + box.w < w && box.y > 0 && box.y + box.h < h;
  const found = settings(label, frame.scale, w).flatMap((set) =>
    around(at, r, set.w, set.h).map((box) => ({ box, set, cost: 0 })),
  );
  return found
    .filter(({ box }) => whole(box) || !onStage)
    .filter(({ box }) => !taken.hits(box, (other) => !other.light) && isOf(box, own, taken))
    .map((spot, plain) => ({ ...spot, cost: crossings(spot.box) + plain * PLAINER }))
    .sort((a, b) => a.cost - b.cost);
}

/** Right below its sign, whatever lies there. @param {Frame} frame @param {NodeLabel} label */
function below(frame, label) {
  const at = frame.toScreen(label);
  const [set] = settings(label, frame.scale, frame.view.w);
  return near(at, frame.view)
    ? { box: around(at, reachOf(frame, label), set.w, set.h)[0], set, cost: 0 }
    : null;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {NodeLabel} label
 * @param {Taken} taken
 */
function nameIfFree(context, frame, label, taken) {
  const spot = spotsFor(frame, label, taken).find(({ box }) => !taken.hits(box));
  if (spot) name(context, frame, label, spot, taken);
  else misses += 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {NodeLabel} label
 * @param {import("./spots.js").Spot} spot
 * @param {Taken} taken
 */
function name(context, frame, label, { box, set }, taken) {
  const { rows, weight, size } = set;
  const at = frame.toScreen(label);
  const tone = label.dim ? "faint" : "ink";
  const align = box.x > at.x ? "left" : box.x + box.w < at.x ? "right" : "center";
  taken.push(box);
  named.add(label.id);
  drawn.push({ ...box, text: label.text, of: label.id, rows, size, weight, tone, align });
  written.push({
    rows,
    at: { x: label.x, y: label.y },
    dx: box.x - at.x,
    dy: box.y - at.y,
    box,
    weight,
    size,
    tone,
    align,
  });
  write(context, frame, rows, box, weight, size, tone, align);
}

/**
 * How many neighbours are folded away, at that shoulder of the node where no word stands; at none if all are taken.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {NodeLabel} label
 * @param {Taken} taken
 */
function badge(context, frame, label, taken) {
  const at = frame.toScreen(label);
  const r = label.r * frame.scale * 0.72;
  const text = `+${thousands(label.folded)}`;
  const [w, h] = [7 * text.length + 4, 13];
  const [left, right] = [at.x - r - w + 4, at.x + r - 4];
  const spots = [
    { x: right, y: at.y - r - h, w, h },
    { x: left, y: at.y - r - h, w, h },
    { x: right, y: at.y + r, w, h },
    { x: left, y: at.y + r, w, h },
  ];
  const box = spots.find((spot) => !taken.hits(spot, (other) => other.id !== label.id));
  if (!box) return;
  taken.push(box);
  drawn.push({ ...box, text, of: "", rows: [text], size: 11, weight: "600", tone: "muted", align: "center" });
  write(context, frame, [text], box, "600", 11, "muted");
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {EdgeLabel} label
 * @param {Taken} taken
 */
function placeEdge(context, frame, label, taken) {
  const size = letters(frame.scale) * 0.92;
  const text = shorten(label.text, 34);
  const w = widthOf(text, "500") * size + 6;
  const h = size * 1.3;
  const tone = label.dim ? "faint" : label.tone;
  for (const aside of label.must ? [0, -h * 0.8, h * 0.8] : [0]) {
    for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8]) {
      const at = frame.toScreen(label.at(t));
      if (!near(at, frame.view)) continue;
      const box = { x: at.x - w / 2, y: at.y + aside - h / 2, w, h };
      if (taken.hits(box)) continue;
      taken.push(box);
      drawn.push({ ...box, text, of: "", rows: [text], size, weight: "500", tone, align: "center" });
      write(context, frame, [text], box, "500", size, tone);
      return;
    }
  }
  misses += 1;
}

/**
 * @param {{x: number, y: number}} at
 * @param {Rect} view
 */
function near(at, view) {
  return at.x > view.x - 40 && at.y > view.y - 40 && at.x < view.x + view.w + 40 && at.y < view.y + view.h + 40;
}

/**
 * Where the middle of a row begins, stands or ends in its box.
 * @param {Rect & {align: Align}} box
 * @param {number} size
 * @param {number} i
 */
export function rowAt({ x, y, w, align }, size, i) {
  const across = { left: 3, center: w / 2, right: w - 3 }[align];
  return { x: x + across, y: y + size * (0.65 + 1.2 * i) + 1 };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {string[]} rows
 * @param {Rect} box
 * @param {string} weight
 * @param {number} size
 * @param {string} tone
 * @param {Align} [align]
 */
function write(context, frame, rows, box, weight, size, tone, align = "center") {
  context.font = `${weight} ${size / frame.scale}px ${FONT}`;
  context.textAlign = align;
  context.strokeStyle = colour("stage");
  context.lineWidth = 4 / frame.scale;
  context.fillStyle = colour(tone);
  rows.forEach((row, i) => {
    const at = frame.toWorld(rowAt({ ...box, align }, size, i));
    const words = isolated(row); // an unclosed mark of writing from right to left ends with its row
    context.strokeText(words, at.x, at.y);
    context.fillText(words, at.x, at.y);
  });
}
