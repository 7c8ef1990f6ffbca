/**
 * Which labels are painted over the drawing, and in which order.
 */
import { placeOf, scene } from "./scene.js";
import { byId } from "./dom.js";
import { CARD, READABLE, SIGN } from "./card.js";
import { drawAgain, drawLabels, drawn } from "./labels.js";
import { isCrowd, isMoving, reachOf } from "./crowd.js";
import { bright, heaviness, radius } from "./looks.js";
import { state } from "./state.js";
import { lookUp } from "./model.js";
import { foldedAt, labelOf, modeOf, nodeById, wordsOn } from "./pick.js";
import { noteOf } from "./notes.js";
import { FEW } from "./spread.js";
import { shorten } from "./text.js";
import { colour } from "./colours.js";

/** @param {CanvasRenderingContext2D} context */
export function paintLabels(context) {
  const scale = scene.network.getScale();
  const canvas = byId("canvas");
  const frame = {
    scale,
    toScreen: (/** @type {vis.Point} */ p) => scene.network.canvasToDOM(p),
    toWorld: (/** @type {vis.Point} */ p) => scene.network.DOMtoCanvas(p),
    view: { x: 0, y: 0, w: canvas.clientWidth, h: canvas.clientHeight },
  };
  if (isMoving()) drawAgain(context, frame);
  else {
    const { heavy, nodes, edges } = labelled();
    const written = scale < READABLE ? nodes : nodes.filter((label) => !label.card);
    const inTheWay = [...obstacles(frame, heavy), ...tools()];
    drawLabels(context, frame, isCrowd() ? pointedFirst(written) : written, edges, inTheWay);
  }
  if (scene.focused && scene.drawnIds.has(scene.focused)) ring(context, scene.focused, scale);
}

/**
 * The labels of the whole picture as they would stand in another frame, which the stage need not show: for the exports.
 * @param {import("./labels.js").Frame} frame
 */
export function lettering(frame) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const { heavy, nodes, edges } = labelled();
  const written = frame.scale < READABLE ? nodes : nodes.filter((label) => !label.card);
  drawLabels(context, frame, written, edges, obstacles(frame, heavy));
  const found = drawn;
  scene.network.redraw(); // which places the labels of the stage anew
  return found;
}

/**
 * What is pointed at or in focus before all others; a crowd is too large to be sorted anew for it.
 * @param {import("./labels.js").NodeLabel[]} labels
 */
function pointedFirst(labels) {
  const here = (/** @type {import("./labels.js").NodeLabel} */ label) =>
    label.id === scene.hovered || label.id === scene.focused;
  return [
    ...labels.filter(here).map((label) => ({ ...label, always: true })),
    ...labels.filter((label) => !here(label)),
  ];
}

/** Letters of a statement that stand at its sign while its card would be too small to read. */
const FIRST_WORDS = 46;

/** In a crowd labels keep clear of so many of the weightiest signs, and lie over the others. */
const KEPT_CLEAR = 250;

/**
 * The signs in view that labels are to keep clear of, in pixels of the screen.
 * @param {import("./labels.js").Frame} frame
 * @param {number} heavy
 */
function obstacles(frame, heavy) {
  const found = [];
  const { nodes } = labelled();
  const seen = isCrowd()
    ? nodes
        .slice(0, KEPT_CLEAR)
        .map((label) => /** @type {import("./pick.js").NetNode} */ (nodeById.get(label.id)))
    : scene.shown.nodes;
  for (const node of seen) {
    const at = frame.toScreen(placeOf(node.id));
    const card = node.kind === "statement" && scene.cards && frame.scale >= READABLE;
    const across = isCrowd() ? reachOf(node) * 2 + 4 : reachOnScreen(node, frame.scale) * 2 + 4;
    const w = card ? (CARD.w + 6) * frame.scale : across;
    const h = card ? (CARD.h + 6) * frame.scale : across;
    const box = {
      x: at.x - w / 2,
      y: at.y - h / 2,
      w,
      h,
      id: node.id,
      light: scene.shown.nodes.length > FEW && !card && node.weight < heavy,
    };
    if (box.x < frame.view.w && box.x + w > 0 && box.y < frame.view.h && box.y + h > 0) found.push(box);
  }
  return found;
}

/** What lies over the stage, in pixels of the screen. @returns {import("./labels.js").Rect[]} */
function tools() {
  const stage = byId("canvas").getBoundingClientRect();
  return ["stage-tools", "legend", "lines"].map((id) => {
    const { left, top, width, height } = byId(id).getBoundingClientRect();
    return { x: left - stage.left, y: top - stage.top, w: width, h: height };
  });
}

/** Pixels from the middle of a sign to its rim. @param {import("./pick.js").NetNode} node @param {number} scale */
function reachOnScreen(node, scale) {
  return node.kind === "statement" && scene.cards ? SIGN : radius(node) * scale;
}

/**
 * A point of an edge as it is drawn, `t` of the way along it.
 * @param {import("./pick.js").NetEdge} edge
 * @param {number} t
 * @returns {{x: number, y: number}}
 */
export function pointOf(edge, t) {
  const now = scene.network.getPositions([edge.from, edge.to]); // a node may be on its way by the pointer
  const a = now[edge.from] ?? scene.places.get(edge.from) ?? { x: 0, y: 0 };
  const b = now[edge.to] ?? scene.places.get(edge.to) ?? a;
  return along(a, b, isCrowd() ? 0 : (scene.bends.get(edge.id) ?? 0), t);
}

/**
 * A point of a line from `a` to `b`: straight, or the parabola that vis-network draws for "curvedCW".
 * @param {{x: number, y: number}} a
 * @param {{x: number, y: number}} b
 * @param {number} bend
 * @param {number} t
 */
function along(a, b, bend, t) {
  if (!bend) return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
  const share = 0.5 * bend + 0.5;
  const reach = share * Math.hypot(b.x - a.x, b.y - a.y);
  const angle = Math.atan2(a.y - b.y, b.x - a.x) + share * Math.PI;
  const via = { x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) };
  const at = (/** @type {"x" | "y"} */ axis) =>
    (1 - t) ** 2 * a[axis] + 2 * t * (1 - t) * via[axis] + t * t * b[axis];
  return { x: at("x"), y: at("y") };
}

/** Labels in their order; made anew only when what is drawn, selected or pointed at has changed. */
function labelled() {
  if (!scene.ready) {
    const lit = bright();
    const selected = state.sel && state.sel.kind !== "article" ? lookUp(state.sel).iri : "";
    scene.ready = { heavy: heaviness(), nodes: nodeLabels(lit, selected), edges: edgeLabels(lit, selected) };
  }
  return scene.ready;
}

/**
 * @param {Set<string> | null} lit
 * @param {string} selected
 */
function nodeLabels(lit, selected) {
  const heavy = heaviness();
  return scene.shown.nodes
    .map((node) => {
      const card = node.kind === "statement" && scene.cards;
      const more = node.kind === "actor" && state.show === "chief" ? foldedAt(node.id, scene.drawnIds) : 0;
      const at = /** @type {{x: number, y: number}} */ (scene.places.get(node.id));
      return {
        id: node.id,
        text: (card ? shorten(labelOf(node), FIRST_WORDS) : labelOf(node)) + (noteOf(node.id) ? " ✎" : ""),
        card,
        folded: more,
        ...at,
        r: radius(node),
        reach: isCrowd() ? () => reachOf(node) : card ? () => SIGN : null,
        weight: node.weight,
        strong: node.weight > 12 || node.id === selected,
        dim: lit !== null && !lit.has(node.id),
        must: node.kind === "actor" && (scene.shown.nodes.length <= FEW || node.weight >= heavy),
        always: node.id === selected || node.id === scene.hovered || node.id === scene.focused,
      };
    })
    .sort((a, b) => Number(b.always) - Number(a.always) || b.weight - a.weight);
}

/**
 * @param {Set<string> | null} lit
 * @param {string} selected
 */
function edgeLabels(lit, selected) {
  const asked = (/** @type {import("./pick.js").NetEdge} */ edge) =>
    edge.item === selected || edge.id === scene.hovered;
  return scene.shown.edges
    .filter((edge) => !isCrowd() || asked(edge))
    .filter(
      (edge) => edge.kind === "action" || edge.kind === "tells" || edge.kind === "via" || edge.item === selected,
    )
    .map((edge) => {
      const mode = modeOf(edge);
      const always = asked(edge);
      const dim = lit !== null && edge.item !== selected && edge.from !== selected && edge.to !== selected;
      return {
        text: wordsOn(edge),
        at: (/** @type {number} */ t) => pointOf(edge, t),
        tone: mode ? `mode-${mode}` : "muted",
        weight: edge.kind === "action" ? 1 : 0,
        always,
        dim,
        must: edge.kind === "action" && scene.shown.edges.length < 80,
      };
    })
    .filter((label) => label.always || !label.dim)
    .sort((a, b) => Number(b.always) - Number(a.always) || b.weight - a.weight);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} id
 * @param {number} scale
 */
function ring(context, id, scale) {
  const at = scene.places.get(id);
  const node = nodeById.get(id);
  if (!at || !node || document.activeElement !== byId("canvas")) return;
  context.save();
  context.strokeStyle = colour("accent");
  context.lineWidth = 3 / scale;
  context.beginPath();
  if (node.kind === "statement" && scene.cards)
    context.roundRect(at.x - CARD.w / 2 - 4, at.y - CARD.h / 2 - 4, CARD.w + 8, CARD.h + 8, 8);
  else context.arc(at.x, at.y, isCrowd() ? (reachOf(node) + 5) / scale : radius(node) + 6, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}
