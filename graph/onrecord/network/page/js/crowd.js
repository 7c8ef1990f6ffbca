/**
 * Large pictures: painted here, while vis-network only keeps the view. What was painted is kept as an image that moves
 * along while the reader drags or zooms, and is painted anew when the view rests, or at once where that is quick.
 */
import { byId } from "./dom.js";
import { scene } from "./scene.js";
import { familyOf, radius } from "./looks.js";
import { colour, SHAPES } from "./colours.js";
import { trace } from "./shapes.js";
import { lookUp } from "./model.js";
import { state } from "./state.js";
import { edgesAt, modeOf, nodeById } from "./pick.js";

/** From so many nodes or lines on a picture is a crowd. */
const [MANY_NODES, MANY_LINES] = [300, 800];

/** How far beyond the stage the image reaches, in parts of the stage. */
const MARGIN = 0.35;

/** After so many milliseconds without a movement the view is at rest. */
const REST = 160;

/** Pixels of the screen below which a sign is a mere square. */
const TINY = 3;

/** What takes longer to paint, in milliseconds, is not painted while the view moves. */
const QUICK = 25;

/** Lightest first: what lies below, and what above. */
const ORDER = ["statement", "action", "object", "group", "outlet", "society", "company", "state", "person"];

/**
 * @typedef {{nodes: import("./pick.js").NetNode[], at: {x: number, y: number}[], sizes: number[], families:
 *   [string, number[]][], lines: [string, number[]][]}} Crowd
 */

/** @type {Crowd | null} */
let crowd = null;

/**
 * The picture as it was painted last, what part of the world it shows, how long it took.
 * @type {{image: HTMLCanvasElement, x: number, y: number, w: number, h: number, view: string, cost: number} |
 *   null}
 */
let painted = null;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

/** Whether what is shown is painted here. */
export function isCrowd() {
  return crowd !== null;
}

/** Whether a crowd is being dragged or zoomed. */
export function isMoving() {
  return crowd !== null && resting !== undefined;
}

/** Take in what is shown; returns whether it is a crowd. */
export function gatherCrowd() {
  const { nodes, edges } = scene.shown;
  painted = null;
  crowd = null;
  if (nodes.length <= MANY_NODES && edges.length <= MANY_LINES) return false;
  const at = nodes.map((node) => /** @type {{x: number, y: number}} */ (scene.places.get(node.id)));
  const families = grouped(nodes, (node) => familyOf(node.id)).sort(
    ([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
  crowd = { nodes, at, sizes: nodes.map(radius), families, lines: grouped(edges, toneOf) };
  return true;
}

/**
 * @template T
 * @param {T[]} list
 * @param {(one: T) => string} key
 */
function grouped(list, key) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  list.forEach((one, i) => {
    const group = found.get(key(one));
    if (group) group.push(i);
    else found.set(key(one), [i]);
  });
  return [...found];
}

/** @param {import("./pick.js").NetEdge} edge */
function toneOf(edge) {
  return edge.kind === "action" ? `mode-${modeOf(edge)}` : "thread";
}

/**
 * How large a node is on the screen, half its width: never too small to be seen, larger where it weighs more.
 * @param {import("./pick.js").NetNode} node
 */
export function reachOf(node) {
  return grown(radius(node), node.weight, scene.network.getScale());
}

/**
 * @param {number} size
 * @param {number} weight
 * @param {number} scale
 */
function grown(size, weight, scale) {
  return Math.max(size * scale, weight ? Math.min(9, 1 + 0.33 * Math.sqrt(weight)) : 0.7);
}

/** The part of the world in view, `margin` parts of the stage more on each side. @param {number} margin */
function inView(margin) {
  const { clientWidth: w, clientHeight: h } = byId("canvas");
  const from = scene.network.DOMtoCanvas({ x: -w * margin, y: -h * margin });
  const to = scene.network.DOMtoCanvas({ x: w * (1 + margin), y: h * (1 + margin) });
  return { x: from.x, y: from.y, w: to.x - from.x, h: to.y - from.y };
}

/** @param {CanvasRenderingContext2D} context in the coordinates of the world */
export function paintCrowd(context) {
  if (!crowd) return;
  const { x, y } = scene.network.getViewPosition();
  const view = `${x} ${y} ${scene.network.getScale()}`;
  if (!painted || (painted.view !== view && painted.cost < QUICK)) painted = paintAll(view);
  else if (painted.view !== view) {
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  }
  context.drawImage(painted.image, painted.x, painted.y, painted.w, painted.h);
  lightUp(
    context,
    new Set([
      scene.hovered,
      scene.focused,
      state.sel && state.sel.kind !== "article" ? lookUp(state.sel).iri : null,
    ]),
  );
}

/** The view rests: picture and labels are made for it. */
function rest() {
  resting = undefined;
  painted = null;
  scene.network?.redraw();
}

/** @param {string} view */
function paintAll(view) {
  const { lines, families } = /** @type {Crowd} */ (crowd);
  const begun = performance.now();
  const part = inView(MARGIN);
  const scale = scene.network.getScale() * devicePixelRatio;
  const image = document.createElement("canvas");
  image.width = Math.max(1, Math.round(part.w * scale));
  image.height = Math.max(1, Math.round(part.h * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (image.getContext("2d"));
  context.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale);
  for (const [tone, members] of lines) paintLines(context, tone, members, part);
  context.globalAlpha = 1;
  for (const [family, members] of families) paintSigns(context, family, members, part);
  context.getImageData(0, 0, 1, 1); // so that the painting itself is in the cost, not only the orders for it
  return { image, ...part, view, cost: performance.now() - begun };
}

/** @typedef {{x: number, y: number, w: number, h: number}} Part */

/** @param {{x: number, y: number}} at @param {Part} part */
function inside(at, part) {
  return at.x >= part.x && at.x <= part.x + part.w && at.y >= part.y && at.y <= part.y + part.h;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} tone
 * @param {number[]} members
 * @param {Part} part
 */
function paintLines(context, tone, members, part) {
  context.globalAlpha = scene.shown.nodes.length > 2000 ? 0.4 : 0.7;
  context.strokeStyle = colour(tone);
  context.lineWidth = (tone === "thread" ? 0.8 : 1.2) / scene.network.getScale();
  for (const i of members) {
    const edge = scene.shown.edges[i];
    const a = /** @type {{x: number, y: number}} */ (scene.places.get(edge.from));
    const b = /** @type {{x: number, y: number}} */ (scene.places.get(edge.to));
    if (!inside(a, part) && !inside(b, part)) continue; // from elsewhere to elsewhere: tells nothing here
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
}

/**
 * The lines of what is pointed at or selected, and the signs at their ends.
 * @param {CanvasRenderingContext2D} context
 * @param {Set<string | number | null>} chosen
 */
function lightUp(context, chosen) {
  const scale = scene.network.getScale();
  context.strokeStyle = colour("accent");
  context.lineWidth = 1.8 / scale;
  /** @type {Set<string>} */
  const ends = new Set();
  for (const id of chosen) {
    const own =
      typeof id === "string"
        ? (edgesAt.get(id) ?? scene.shown.edges.filter((edge) => edge.item === id))
        : scene.shown.edges.filter((edge) => edge.id === id);
    for (const edge of own) {
      const a = scene.places.get(edge.from);
      const b = scene.places.get(edge.to);
      if (!a || !b) continue;
      context.beginPath();
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
      context.stroke();
      ends.add(edge.from).add(edge.to);
    }
  }
  for (const id of ends) {
    const node = /** @type {import("./pick.js").NetNode} */ (nodeById.get(id));
    const at = /** @type {{x: number, y: number}} */ (scene.places.get(id));
    context.fillStyle = colour(`kind-${familyOf(id)}`);
    trace(context, SHAPES[familyOf(id)] ?? "dot", at.x, at.y, (reachOf(node) + (chosen.has(id) ? 2 : 1)) / scale);
  }
}

/**
 * All signs of one family.
 * @param {CanvasRenderingContext2D} context
 * @param {string} family
 * @param {number[]} members
 * @param {Part} part
 */
function paintSigns(context, family, members, part) {
  const { nodes, at, sizes } = /** @type {Crowd} */ (crowd);
  const scale = scene.network.getScale();
  const shape = SHAPES[family] ?? "dot";
  context.fillStyle = colour(`kind-${family}`);
  for (const i of members) {
    if (!inside(at[i], part)) continue;
    const { x, y } = at[i];
    const px = grown(sizes[i], nodes[i].weight, scale);
    const r = px / scale;
    if (px < TINY) context.fillRect(x - r, y - r, 2 * r, 2 * r);
    else trace(context, shape, x, y, r);
  }
}

/**
 * The node at a point of the world, the nearest of those that lie within a few pixels.
 * @param {{x: number, y: number}} point
 * @returns {string | null}
 */
export function nodeAt(point) {
  if (!crowd) return null;
  const scale = scene.network.getScale();
  let best = null;
  let least = Infinity;
  crowd.at.forEach(({ x, y }, i) => {
    const far = Math.hypot(x - point.x, y - point.y) * scale - reachOf(/** @type {Crowd} */ (crowd).nodes[i]);
    if (far < Math.min(least, 4)) {
      least = far;
      best = /** @type {Crowd} */ (crowd).nodes[i].id;
    }
  });
  return best;
}

/**
 * The line at a point of the world, where one passes within a few pixels.
 * @param {{x: number, y: number}} point
 * @returns {import("./pick.js").NetEdge | null}
 */
export function lineAt(point) {
  let best = null;
  let least = 4 / scene.network.getScale();
  for (const edge of crowd ? scene.shown.edges : []) {
    const a = scene.places.get(edge.from);
    const b = scene.places.get(edge.to);
    if (!a || !b) continue;
    const along = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const share = Math.min(
      1,
      Math.max(0, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (along * along)),
    );
    const far = Math.hypot(a.x + share * (b.x - a.x) - point.x, a.y + share * (b.y - a.y) - point.y);
    if (far < least) {
      least = far;
      best = edge;
    }
  }
  return best;
}
