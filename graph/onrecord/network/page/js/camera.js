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
    const scale = scene.network.getScale();
    keepView([Math.round(x), Math.round(y), Number(scale.toPrecision(3))]);
  }, REST);
}

/** Bring the part of the network into view that the address names, or all that is drawn. */
export function showView() {
  if (!scene.network || !byId("canvas").clientWidth) return;
  const [x, y, scale] = state.at;
  if (scale) scene.network.moveTo({ position: { x, y }, scale, animation: false });
  else fit();
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
  const canvas = byId("canvas");
  if (!scene.network || !scene.shown.nodes.length || !canvas.clientWidth) return;
  const spots = scene.shown.nodes.map((node) => ({
    node,
    at: /** @type {{x: number, y: number}} */ (scene.places.get(node.id)),
  }));
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { node, at } of spots) {
    const card = node.kind === "statement" && scene.cards;
    const [w, h] = card ? [CARD.w / 2, CARD.h / 2] : [radius(node), radius(node)];
    [left, right] = [Math.min(left, at.x - w), Math.max(right, at.x + w)];
    [top, bottom] = [Math.min(top, at.y - h), Math.max(bottom, at.y + h)];
  }
  // above: the tools and a label of two lines over a node; below: the legend or a label
  const room = { w: canvas.clientWidth - Math.min(170, canvas.clientWidth * 0.24), h: canvas.clientHeight - 200 };
  const scale = Math.min(room.w / (right - left), room.h / (bottom - top), 2.2);
  scene.network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + 12 / scale },
    scale,
    animation: false,
  });
}
