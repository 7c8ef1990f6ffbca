/**
 * The drawing of the network: vis-network with its physics off, places from the file, labels of our own.
 */
import { scene } from "./scene.js";
import { html, render } from "lit-html";
import { byId } from "./dom.js";
import { paintLabels } from "./paint.js";
import { gatherCrowd, isCrowd, isMoving, lineAt, nodeAt, paintCrowd } from "./crowd.js";
import { keyPressed, unfoldNode } from "./keys.js";
import { drawLegend } from "./legend.js";
import { netNodes, pick } from "./pick.js";
import { keepView, state, update } from "./state.js";
import { place, placeBeside } from "./places.js";
import { bright, edgeOptions, endsOf, nodeOptions } from "./looks.js";
import { fit, outOfView, showView, viewMoved, zoom } from "./camera.js";
import { thingOf } from "./model.js";
import { exportMenu } from "./export.js";

/** What vis-network draws. @type {vis.DataSet} */
let nodeSet;

/** @type {vis.DataSet} */
let edgeSet;

/** So many newcomers find a place beside the others; more of them, and all is arranged anew. */
const BESIDE = 6;

/** The live vis-network object, for exports and tests. */
export function drawing() {
  return scene.network;
}

/** What is drawn now. */
export function picture() {
  return { ...scene.shown, places: scene.places };
}

/** Draw for the first time. */
export function startNetwork() {
  nodeSet = new vis.DataSet();
  edgeSet = new vis.DataSet();
  const options = {
    physics: false,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, selectConnectedEdges: false, zoomSpeed: 0.8 },
    nodes: { labelHighlightBold: false, borderWidth: 1.5 },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.55 } }, selectionWidth: 1.2, hoverWidth: 0.6 },
  };
  scene.network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, options);
  scene.network.on("beforeDrawing", paintCrowd);
  scene.network.on("afterDrawing", paintLabels);
  scene.network.on("click", clicked);
  scene.network.on("doubleClick", doubleClicked);
  scene.network.on("hoverNode", (event) => hover(event.node));
  scene.network.on("blurNode", () => hover(null));
  scene.network.on("hoverEdge", (event) => hover(event.edge));
  scene.network.on("blurEdge", () => hover(null));
  scene.network.on("dragEnd", (event) => {
    for (const id of event.nodes) scene.places.set(id, scene.network.getPosition(id));
    if (event.nodes.length) scene.spread = null; // what the reader has laid out stays as it is
    scene.ready = null;
    if (!event.nodes.length) viewMoved();
  });
  scene.network.on("zoom", viewMoved);
  document.addEventListener("onrecord-light", (event) => lightUp(/** @type {CustomEvent} */ (event).detail));
  byId("canvas").addEventListener("keydown", keyPressed);
  byId("canvas").addEventListener("pointermove", pointed);
  byId("canvas").querySelector("canvas").setAttribute("aria-hidden", "true");
  drawTools();
  drawLegend();
  refresh({ fit: true });
}

/** What is being read lights up in the picture. @param {import("./types.js").Thing | null} thing */
function lightUp(thing) {
  scene.lit = thing;
  scene.ready = null;
  if (isCrowd()) return scene.network.redraw();
  const lit = bright();
  nodeSet.update(scene.shown.nodes.map((node) => nodeOptions(node, lit)));
  edgeSet.update(edgeOptions());
  return undefined;
}

/** @param {string | number | null} id */
function hover(id) {
  scene.hovered = id;
  if (!isCrowd()) scene.ready = null;
  byId("canvas").classList.toggle("pointing", id !== null);
  scene.network.redraw();
}

/** What a pointer is over in a crowd, of which vis-network knows nothing. @param {PointerEvent} event */
function pointed(event) {
  if (!isCrowd() || isMoving() || event.buttons) return;
  const box = byId("canvas").getBoundingClientRect();
  const at = scene.network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
  const id = nodeAt(at);
  if (id !== scene.hovered) hover(id);
}

/**
 * Draw what the state asks for.
 * @param {{fit?: boolean}} [how]
 */
export function refresh(how = {}) {
  if (!scene.network) return;
  const before = scene.drawnIds;
  scene.ready = null;
  scene.shown = pick();
  scene.room = byId("canvas").clientWidth;
  scene.cards = scene.shown.nodes.length <= 80;
  scene.drawnIds = new Set(scene.shown.nodes.map((node) => node.id));
  const changed = before.size !== scene.drawnIds.size || [...scene.drawnIds].some((id) => !before.has(id));
  const added = [...scene.drawnIds].filter((id) => !before.has(id));
  const kept = scene.drawnIds.size - added.length;
  const small = !how.fit && kept > 2 && added.length <= BESIDE && state.show === "chief";
  if (small) placeBeside(added);
  else if (changed || how.fit) place();
  const lit = bright();
  const crowd = gatherCrowd();
  sync(nodeSet, crowd ? [] : scene.shown.nodes.map((node) => nodeOptions(node, lit)));
  sync(edgeSet, crowd ? [] : edgeOptions());
  scene.ready = null; // what was painted between nodes and edges knew no edges yet
  const empty = byId("network-empty");
  empty.hidden = scene.shown.nodes.length > 0;
  empty.textContent = netNodes.length
    ? "Nothing passes these filters."
    : "No actor in these articles does or says anything.";
  if (how.fit) showView();
  else if (small ? added.some(outOfView) : changed) fitAll();
  else scene.network.redraw();
}

/** The stage has another size: a picture that was laid out for it is laid out anew, any other brought into view. */
export function resized() {
  const { spread } = scene;
  const canvas = byId("canvas");
  const same = spread && spread.w === canvas.clientWidth && spread.h === canvas.clientHeight;
  if (spread && !same && canvas.clientWidth) refresh({ fit: true });
  else showView();
}

/** Draw again with the colours of the theme. */
export function recolour() {
  drawLegend();
  refresh();
}

/**
 * Make a DataSet hold exactly these.
 * @param {vis.DataSet} set
 * @param {{id: string | number}[]} wanted
 */
function sync(set, wanted) {
  const ids = new Set(wanted.map((one) => one.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(wanted);
}

/** @param {vis.Pointed} event */
function clicked(event) {
  const { x, y } = event.pointer.canvas;
  const node = isCrowd() ? nodeAt({ x, y }) : event.nodes[0];
  const edge = isCrowd() ? lineAt({ x, y }) : scene.shown.edges.find((one) => one.id === event.edges[0]);
  if (node) {
    scene.focused = node;
    update({ sel: thingOf(node) });
  } else update({ sel: edge ? thingOf(edge.item) : null, ends: edge ? endsOf(edge) : [] });
}

/** @param {vis.Pointed} event */
function doubleClicked(event) {
  const node = isCrowd() ? nodeAt(event.pointer.canvas) : event.nodes[0];
  if (node) unfoldNode(node);
}

function fitAll() {
  keepView([]);
  fit();
}

/** The tools above the picture; the switch shows what is on. */
export function drawTools() {
  const pressed = (/** @type {string} */ show) => String(state.show === show);
  const choose = (/** @type {"chief" | "all"} */ show) => () => update({ show, open: [] });
  render(
    html`<div class="switch" role="group" aria-label="How much is shown">
        <button type="button" id="show-chief" aria-pressed=${pressed("chief")} @click=${choose("chief")}>
          Chief actors
        </button>
        <button type="button" id="show-all" aria-pressed=${pressed("all")} @click=${choose("all")}>
          Everything
        </button>
      </div>
      <button type="button" class="square" aria-label="Zoom in" @click=${() => zoom(1.3)}>+</button>
      <button type="button" class="square" aria-label="Zoom out" @click=${() => zoom(1 / 1.3)}>−</button>
      <button type="button" aria-label="Fit everything shown into view" @click=${fitAll}>Fit</button>
      <button
        type="button"
        id="show-hidden"
        ?hidden=${!state.hidden.length}
        @click=${() => update({ hidden: [] })}
      >
        Show hidden
      </button>
      ${exportMenu()}`,
    byId("stage-tools"),
  );
}
