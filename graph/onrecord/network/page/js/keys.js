/**
 * The network by keyboard.
 */
import { inWords, lookUp, thingOf } from "./model.js";
import { state, update } from "./state.js";
import { announce, byId, counted } from "./dom.js";
import { scene } from "./scene.js";
import { fit, keepInView, zoom } from "./camera.js";
import { edgesAt, foldedAt, wordsOn } from "./pick.js";
import { endsOf } from "./looks.js";

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
  startAtSelected();
  const way = ARROWS[event.key];
  if (way) moveFocus(way);
  else if (event.key === "l" || event.key === "L") nextLine(event.key === "l" ? 1 : -1);
  else if (event.key === "Enter" || event.key === " ") {
    if (!scene.focused) return;
    const line = scene.shown.edges.find((edge) => edge.id === scene.line);
    update(line ? { sel: thingOf(line.item), ends: endsOf(line) } : { sel: thingOf(scene.focused) });
    if (event.key === "Enter") byId("panel").focus();
  } else if (event.key === "u" && scene.focused) unfoldNode(scene.focused);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else if (event.key === "Escape") update({ sel: null });
  else return;
  event.preventDefault();
}

/** The ring starts at what is selected, if it is drawn and the ring is nowhere yet. */
function startAtSelected() {
  if (scene.focused && scene.drawnIds.has(scene.focused)) return;
  const iri = state.sel && state.sel.kind !== "article" ? lookUp(state.sel).iri : "";
  scene.focused = scene.drawnIds.has(iri) ? iri : null;
  scene.line = null;
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
  scene.line = null;
  scene.ready = null;
  const thing = thingOf(scene.focused);
  if (thing)
    announce(`${inWords(thing)}. ${counted(foldedAt(scene.focused, scene.drawnIds), "neighbour")} not shown.`);
  keepInView(scene.focused);
  scene.network.redraw();
}

/**
 * The next of the lines drawn at the node with the ring, in the order of the node at their other end; it lights up as
 * under the pointer.
 * @param {number} step
 */
function nextLine(step) {
  const at = scene.focused;
  if (!at) return;
  const drawn = new Set(scene.shown.edges.map((edge) => edge.id));
  const lines = (edgesAt.get(at) ?? []).filter((edge) => drawn.has(edge.id));
  if (!lines.length) return announce("No line is drawn here.");
  const before = lines.findIndex((edge) => edge.id === scene.line);
  const n = before < 0 ? (step > 0 ? 0 : lines.length - 1) : (before + step + lines.length) % lines.length;
  const line = lines[n];
  scene.line = line.id;
  scene.hovered = line.id;
  scene.ready = null;
  const [from, to] = [line.from, line.to].map((id) =>
    inWords(/** @type {import("./types.js").Thing} */ (thingOf(id))),
  );
  announce(`Line ${n + 1} of ${lines.length}: ${from}, ${wordsOn(line)}, ${to}.`);
  scene.network.redraw();
}
