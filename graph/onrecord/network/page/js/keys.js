/**
 * The network by keyboard.
 */
import { inWords, thingOf } from "./model.js";
import { state, update } from "./state.js";
import { announce, byId, counted } from "./dom.js";
import { scene } from "./scene.js";
import { fit, keepInView, zoom } from "./camera.js";
import { foldedAt } from "./pick.js";

/** @param {string} id */
export function unfoldNode(id) {
  const thing = thingOf(id);
  if (thing?.kind !== "actor") return;
  const open = state.open.includes(thing.i) ? state.open.filter((i) => i !== thing.i) : [...state.open, thing.i];
  update({ open, show: "chief" });
  announce(`${counted(scene.shown.nodes.length, "node")} shown.`);
}

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** @param {KeyboardEvent} event */
export function keyPressed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const way = ARROWS[event.key];
  if (way) moveFocus(way);
  else if (event.key === "Enter" || event.key === " ") {
    if (!scene.focused) return;
    update({ sel: thingOf(scene.focused) });
    if (event.key === "Enter") byId("panel").focus();
  } else if (event.key === "u" && scene.focused) unfoldNode(scene.focused);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else if (event.key === "Escape") update({ sel: null });
  else return;
  event.preventDefault();
}

/**
 * The keyboard's ring goes to the nearest node that lies that way.
 * @param {[number, number]} way
 */
function moveFocus([dx, dy]) {
  const from = scene.focused ? scene.places.get(scene.focused) : null;
  /** @type {{id: string, cost: number} | null} */
  let best = null;
  for (const node of scene.shown.nodes) {
    const at = scene.places.get(node.id);
    if (!at || node.id === scene.focused) continue;
    const x = at.x - (from?.x ?? 0);
    const y = at.y - (from?.y ?? 0);
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (from && along <= 0) continue;
    const cost = from ? along + 2.2 * aside : -node.weight;
    if (!best || cost < best.cost) best = { id: node.id, cost };
  }
  if (!best) return;
  scene.focused = best.id;
  scene.ready = null;
  const thing = thingOf(scene.focused);
  if (thing)
    announce(`${inWords(thing)}. ${counted(foldedAt(scene.focused, scene.drawnIds), "neighbour")} not shown.`);
  keepInView(scene.focused);
  scene.network.redraw();
}
