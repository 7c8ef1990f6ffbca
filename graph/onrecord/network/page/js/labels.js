/**
 * Names and verbs are drawn here and not by vis-network: always large enough to read, and never one over another.
 * Like a map, chief names go first; what finds no free place waits until the reader comes nearer.
 */
import { shorten } from "./text.js";
import { Taken } from "./taken.js";
import { colour } from "./colours.js";
import { thousands } from "./dom.js";
import { isolated } from "./text.js";

/** @typedef {{x: number, y: number, w: number, h: number, light?: boolean, node?: boolean}} Rect */
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

const FONT = '"Inter", "Segoe UI", "Helvetica Neue", Arial, system-ui, sans-serif';

const MOST_LABELS = 120;

/** After so many names without a place the picture is full. */
const MOST_MISSES = 120;

let misses = 0;

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * What was drawn last, in pixels of the screen: for the tests and for nobody else.
 * @type {(Rect & {text: string})[]}
 */
export let drawn = [];

/** Places along a line that names had better leave free. */
const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** So many spots are close to a node; one farther off is worth as much as so many points of lines covered. */
const [NEAR, FAR_OFF] = [4, 7];

/** Points of the chief lines, in pixels of the screen. @type {{x: number, y: number}[]} */
let onLines = [];

/** The nodes whose names found a place in this picture. @type {Set<string>} */
const named = new Set();

/**
 * What was written, to be written again while the picture moves: where in the world, how far from there on the screen.
 * @type {{rows: string[], at: {x: number, y: number}, dx: number, dy: number, box: Rect, weight: string, size:
 *   number, tone: string}[]}
 */
let written = [];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {string} font at 100 px
 */
function width(context, text, font) {
  const key = `${font}\n${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    context.font = font;
    found = context.measureText(text).width / 100;
    widths.set(key, found);
  }
  return found;
}

/**
 * A name in lines of about `limit` characters, three at most, as even as words allow.
 * @param {string} text
 * @param {number} limit
 */
function lines(text, limit) {
  const count = Math.min(3, Math.ceil(text.length / limit));
  const aim = text.length / count;
  /** @type {string[]} */
  const rows = [""];
  for (const word of text.split(" ")) {
    const last = rows[rows.length - 1];
    const longer = last ? `${last} ${word}` : word;
    if (last && rows.length < count && Math.abs(longer.length - aim) > Math.abs(last.length - aim))
      rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows.map((row) => shorten(row, limit + 8));
}

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
  named.clear();
  misses = 0;
  onLines = edges.filter((edge) => edge.must).flatMap((edge) => STEPS.map((t) => frame.toScreen(edge.at(t))));
  context.save();
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const label of nodes) {
    if (label.card) continue; // its words go where names and verbs leave room
    if ((drawn.length > MOST_LABELS || misses > MOST_MISSES) && !label.always) break;
    placeNode(context, frame, label, taken);
  }
  for (const label of nodes)
    if (named.has(label.id) && label.folded && !label.dim) badge(context, frame, label, taken);
  for (const label of edges) {
    if ((drawn.length > MOST_LABELS || misses > MOST_MISSES * 2) && !label.always) break;
    placeEdge(context, frame, label, taken);
  }
  for (const label of nodes) if (label.card) placeNode(context, frame, label, taken);
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
  for (const { rows, at, dx, dy, box, weight, size, tone } of written) {
    const here = frame.toScreen(at);
    if (near(here, frame.view))
      write(
        context,
        frame,
        rows,
        { ...box, x: here.x + dx, y: here.y + dy },
        `${weight} ${size / frame.scale}px ${FONT}`,
        size,
        tone,
      );
  }
  context.restore();
}

/** How many points of lines a box would cover. @param {Rect} box */
function crossings({ x, y, w, h }) {
  return onLines.filter((at) => at.x > x && at.x < x + w && at.y > y && at.y < y + h).length;
}

/** How large letters are on the screen at a scale. @param {number} scale */
function pixels(scale) {
  return Math.min(18, Math.max(13, 13 * Math.sqrt(scale)));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {NodeLabel} label
 * @param {Taken} taken
 */
function placeNode(context, frame, label, taken) {
  const narrow = frame.view.w < 480;
  const size = pixels(frame.scale) * (label.strong ? 1.08 : 1) * (narrow ? 0.88 : 1);
  const weight = label.strong ? "650" : "500";
  const rows = lines(label.text, narrow ? 17 : 24);
  const font = `${weight} 100px ${FONT}`;
  const w = Math.max(...rows.map((row) => width(context, row, font))) * size + 6;
  const h = rows.length * size * 1.2 + 2;
  const at = frame.toScreen(label);
  if (!near(at, frame.view)) return;
  const r = (label.reach ? label.reach() : label.r * frame.scale) + 4;
  const spots = [
    [-w / 2, r],
    [-w / 2, -r - h],
    [r, -h / 2],
    [-r - w, -h / 2],
  ];
  if (label.must || label.card) {
    const [far, side] = [r + h * 0.8, r * 0.7];
    spots.push(
      [side, side],
      [-w - side, side],
      [side, -h - side],
      [-w - side, -h - side],
      [-w / 2, far],
      [-w / 2, -far - h],
      [side, far],
      [-w - side, far],
      [side, -far - h],
      [-w - side, -far - h],
    );
  }
  const inside = (/** @type {Rect} */ box) => box.x > 0 && box.x + box.w < frame.view.w;
  const clamped = (/** @type {number} */ x) =>
    (label.must || label.card) && at.x > 0 && at.x < frame.view.w
      ? Math.min(Math.max(x, 2), Math.max(frame.view.w - w - 2, 2))
      : x;
  const boxes = spots.map(([x, y]) => ({ x: clamped(at.x + x), y: at.y + y, w, h }));
  const free = boxes.filter((box) => !taken.hits(box, (other) => !(label.must && other.light)));
  const cost = (/** @type {Rect} */ box) => crossings(box) + (boxes.indexOf(box) < NEAR ? 0 : FAR_OFF);
  if (label.must) free.sort((a, b) => cost(a) - cost(b));
  const over = label.must ? boxes.find((box) => !taken.hits(box, (other) => !other.node)) : undefined;
  const spot = free.find(inside) ?? free[0] ?? over;
  const box = spot ?? (label.always ? { x: at.x - w / 2, y: at.y + r, w, h } : null);
  if (!box) {
    misses += 1;
    return;
  }
  taken.push(box);
  drawn.push({ ...box, text: label.text });
  const tone = colour(label.dim ? "faint" : "ink");
  written.push({
    rows,
    at: { x: label.x, y: label.y },
    dx: box.x - at.x,
    dy: box.y - at.y,
    box,
    weight,
    size,
    tone,
  });
  write(context, frame, rows, box, `${weight} ${size / frame.scale}px ${FONT}`, size, tone);
  named.add(label.id);
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
  const box = spots.find((spot) => !taken.hits(spot, (other) => !other.node));
  if (!box) return;
  taken.push(box);
  drawn.push({ ...box, text });
  write(context, frame, [text], box, `600 ${11 / frame.scale}px ${FONT}`, 11, colour("muted"));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {EdgeLabel} label
 * @param {Taken} taken
 */
function placeEdge(context, frame, label, taken) {
  const size = pixels(frame.scale) * 0.92;
  const text = shorten(label.text, 34);
  const w = width(context, text, `500 100px ${FONT}`) * size + 6;
  const h = size * 1.3;
  for (const aside of label.must ? [0, -h * 0.8, h * 0.8, -h * 1.5, h * 1.5] : [0]) {
    for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8]) {
      const at = frame.toScreen(label.at(t));
      if (!near(at, frame.view)) continue;
      const box = { x: at.x - w / 2, y: at.y + aside - h / 2, w, h };
      if (taken.hits(box)) continue;
      taken.push(box);
      drawn.push({ ...box, text });
      write(
        context,
        frame,
        [text],
        box,
        `500 ${size / frame.scale}px ${FONT}`,
        size,
        colour(label.dim ? "faint" : label.tone),
      );
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
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {string[]} rows
 * @param {Rect} box
 * @param {string} font
 * @param {number} size
 * @param {string} tone
 */
function write(context, frame, rows, box, font, size, tone) {
  context.font = font;
  context.textAlign = "center";
  context.strokeStyle = colour("stage");
  context.lineWidth = 4 / frame.scale;
  context.fillStyle = tone;
  rows.forEach((row, i) => {
    const at = frame.toWorld({ x: box.x + box.w / 2, y: box.y + size * (0.65 + 1.2 * i) + 1 });
    const words = isolated(row); // an unclosed mark of writing from right to left ends with its row
    context.strokeText(words, at.x, at.y);
    context.fillText(words, at.x, at.y);
  });
}
