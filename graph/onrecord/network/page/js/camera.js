/**
 * What part of the network is in view.
 */
import { placeOf, scene } from "./scene.js";
import { byId } from "./dom.js";
import { CARD } from "./card.js";
import { radius } from "./looks.js";
import { keepView, state } from "./state.js";

/** How long the view rests, in milliseconds, before the address takes it. */
const REST = 250;

let waiting = 0;

/** The reader has moved the view: the address takes it once it rests. */
export function viewMoved() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const { x, y } = scene.network.getViewPosition();
    const { left, top, w, h } = extent();
    const short = (/** @type {number} */ n) => Number(n.toPrecision(4));
    keepView([short((x - left) / w), short((y - top) / h), short(scene.network.getScale() / whole().scale)]);
  }, REST);
}

/**
 * Bring the part of the network into view that the address names, or all that is drawn. The address counts in parts of
 * the picture and of the scale that shows all of it: on another stage these are others.
 */
export function showView() {
  if (!scene.network || !byId("canvas").clientWidth) return;
  const [x, y, zoomed] = state.at;
  if (!zoomed) return fit();
  const { left, top, w, h } = extent();
  const scale = zoomed * whole().scale;
  scene.network.moveTo({ position: { x: left + x * w, y: top + y * h }, scale, animation: false });
}

/** @param {string} id */
export function outOfView(id) {
  const at = scene.network.canvasToDOM(placeOf(id));
  const canvas = byId("canvas");
  return at.x < 40 || at.y < 50 || at.x > canvas.clientWidth - 40 || at.y > canvas.clientHeight - 40;
}

/** @param {string} id */
export function keepInView(id) {
  const at = scene.network.canvasToDOM(placeOf(id));
  const canvas = byId("canvas");
  if (at.x < 30 || at.y < 30 || at.x > canvas.clientWidth - 30 || at.y > canvas.clientHeight - 30) {
    scene.network.moveTo({ position: scene.places.get(id), animation: false });
  }
}

/** @param {number} factor */
export function zoom(factor) {
  scene.network.moveTo({
    scale: Math.min(4, Math.max(0.005, scene.network.getScale() * factor)),
    animation: false,
  });
  viewMoved();
}

/** Bring all that is drawn into view, labels included. */
export function fit() {
  if (!scene.network || !scene.shown.nodes.length || !byId("canvas").clientWidth) return;
  scene.network.moveTo({ ...whole(), animation: false });
}

/** What the signs and cards drawn take in, in the network's units. */
function extent() {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of scene.shown.nodes) {
    const at = placeOf(node.id);
    const card = node.kind === "statement" && scene.cards;
    const [w, h] = card ? [CARD.w / 2, CARD.h / 2] : [radius(node), radius(node)];
    [left, right] = [Math.min(left, at.x - w), Math.max(right, at.x + w)];
    [top, bottom] = [Math.min(top, at.y - h), Math.max(bottom, at.y + h)];
  }
  return { left, top, w: Math.max(right - left, 1), h: Math.max(bottom - top, 1) };
}

/** The middle and the scale at which all is in view, labels included. */
function whole() {
  const canvas = byId("canvas");
  const { spread } = scene;
  if (spread && spread.w === canvas.clientWidth && spread.h === canvas.clientHeight)
    return { position: { x: 0, y: 0 }, scale: spread.scale };
  const { left, top, w, h } = extent();
  // above: the tools and a label of two lines over a node; below: the legend or a label
  const room = { w: canvas.clientWidth - Math.min(170, canvas.clientWidth * 0.24), h: canvas.clientHeight - 200 };
  const scale = Math.min(room.w / w, Math.max(room.h, 1) / h, 2.2);
  return { position: { x: left + w / 2, y: top + h / 2 + 12 / scale }, scale };
}
