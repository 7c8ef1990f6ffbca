/**
 * Where the nodes drawn now stand: places from the file, or arranged for a handful that the reader has asked for.
 */
import { scene } from "./scene.js";
import { state } from "./state.js";
import { arrange } from "./arrange.js";
import { byId } from "./dom.js";
import { CARD } from "./card.js";
import { labelOf } from "./pick.js";
import { spread } from "./spread.js";

const FEW = 220;

export function place() {
  scene.spread = null;
  const opening = scene.shown.opening && scene.shown.nodes.every((node) => node.first);
  const wide = state.show === "all" || scene.shown.nodes.length > FEW;
  if (opening || wide) {
    scene.places = new Map(
      scene.shown.nodes.map((node) => {
        const [x, y] = (!wide && node.first) || [node.x, node.y];
        return [node.id, { x, y }];
      }),
    );
    fill();
    return;
  }
  const boxes = scene.shown.nodes.map((node, i) => ({ id: node.id, ...startOf(node, i), ...roomOf(node) }));
  arrange(
    boxes,
    scene.shown.edges.map((edge) => [edge.from, edge.to]),
  );
  scene.places = new Map(boxes.map((box) => [box.id, { x: box.x, y: box.y }]));
  fill();
}

/** Make the picture fill the stage, a small one with room for every name. */
function fill() {
  if (state.show === "all" || !spread()) stretch();
}

/** Pull the picture longer one way, so that it fills the stage; pulling apart never makes boxes overlap. */
function stretch() {
  const canvas = byId("canvas");
  const spots = [...scene.places.values()];
  if (spots.length < 3 || !canvas.clientWidth) return;
  const extent = (/** @type {"x" | "y"} */ axis) =>
    spots.reduce((most, at) => Math.max(most, at[axis]), -Infinity) -
    spots.reduce((least, at) => Math.min(least, at[axis]), Infinity);
  const [w, hgt] = [Math.max(extent("x"), 1), Math.max(extent("y"), 1)];
  const ratio = (w / hgt) * ((canvas.clientHeight - 134) / (canvas.clientWidth - 120));
  const pull = (/** @type {number} */ wanted) => Math.min(Math.max(wanted, 1), 1.8);
  for (const at of spots) {
    at.x *= pull(1 / ratio);
    at.y *= pull(ratio);
  }
}

/**
 * Newcomers stand beside a neighbour, where nothing is yet; all the others stay where the reader knows them.
 * @param {string[]} added
 */
export function placeBeside(added) {
  const boxes = scene.shown.nodes.flatMap((node) => {
    const at = added.includes(node.id) ? null : scene.places.get(node.id);
    return at ? [{ ...at, ...roomOf(node) }] : [];
  });
  scene.shown.nodes
    .filter((node) => added.includes(node.id))
    .forEach((node, i) => {
      const from = startOf({ ...node, first: undefined }, i, true);
      const box = { ...from, ...roomOf(node) };
      search: for (let far = 150; far < 1200; far += 50) {
        for (let turn = 0; turn < 16; turn += 1) {
          box.x = from.x + far * Math.cos((turn * Math.PI) / 8);
          box.y = from.y + far * 0.8 * Math.sin((turn * Math.PI) / 8);
          const free = boxes.every(
            (other) =>
              Math.abs(box.x - other.x) > (box.w + other.w) / 2 || Math.abs(box.y - other.y) > (box.h + other.h) / 2,
          );
          if (free) break search;
        }
      }
      boxes.push({ ...box });
      scene.places.set(node.id, { x: box.x, y: box.y });
    });
}

/**
 * Where a node begins its way: where it is, or beside a neighbour that is already there.
 * @param {import("./pick.js").NetNode} node
 * @param {number} i
 * @param {boolean} [beside] right at the neighbour, wherever the node was before
 */
function startOf(node, i, beside = false) {
  const here = beside
    ? null
    : (scene.places.get(node.id) ?? (node.first ? { x: node.first[0], y: node.first[1] } : null));
  if (here) return { x: here.x, y: here.y };
  const edge = scene.shown.edges.find(
    (one) => (one.from === node.id && scene.places.has(one.to)) || (one.to === node.id && scene.places.has(one.from)),
  );
  const by = edge ? scene.places.get(edge.from === node.id ? edge.to : edge.from) : null;
  if (beside) return { x: by?.x ?? 0, y: by?.y ?? 0 };
  const turn = i * 2.399963;
  return { x: (by?.x ?? 0) + 160 * Math.cos(turn), y: (by?.y ?? 0) + 110 * Math.sin(turn) };
}

/** @param {import("./pick.js").NetNode} node */
function roomOf(node) {
  if (node.kind === "statement") return { w: CARD.w + 24, h: CARD.h + 20 };
  return { w: Math.max(84, Math.min(labelOf(node).length, 24) * 8.2), h: 70 };
}
