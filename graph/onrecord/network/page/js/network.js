/**
 * The drawing of the network: vis-network with its physics off, places from the file, labels of our own.
 */
import { announce, byId, button, counted, fill, h } from "./dom.js";
import { arrange } from "./arrange.js";
import { DASHES, SHAPES, colour } from "./colours.js";
import { CARD, drawCard, drawLabels } from "./labels.js";
import { FAMILIES, inWords, lookUp, story, thingOf, MODES } from "./model.js";
import { foldedAt, netNodes, nodeById, pick } from "./pick.js";
import { state, update } from "./state.js";
import { exportMenu } from "./export.js";

/** @type {any} */
let network = null;
/** @type {any} */
let nodeSet = null;
/** @type {any} */
let edgeSet = null;
/** @type {import("./pick.js").Picked} */
let shown = { nodes: [], edges: [], opening: true };
/** @type {Map<string, {x: number, y: number}>} */
let places = new Map();
/** @type {Set<string>} */
let drawnIds = new Set();
/** @type {string | null} */
let focused = null;
/** @type {string | number | null} */
let hovered = null;
let cards = true;
/** Width of the stage when it was last drawn. */
let room = 1000;

const FEW = 220;
/** So many newcomers find a place beside the others; more of them, and all is arranged anew. */
const BESIDE = 6;
const MANY_EDGES = 1200;

/** The live vis-network object, for exports and tests. */
export function drawing() {
  return network;
}

/** What is drawn now. */
export function picture() {
  return { ...shown, places };
}

/** Draw for the first time. */
export function startNetwork() {
  const { vis } = /** @type {any} */ (globalThis);
  nodeSet = new vis.DataSet();
  edgeSet = new vis.DataSet();
  const options = {
    physics: false,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, selectConnectedEdges: false, hideEdgesOnDrag: false, zoomSpeed: 0.8 },
    nodes: { labelHighlightBold: false, borderWidth: 1.5 },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.55 } }, selectionWidth: 1.2, hoverWidth: 0.6 },
  };
  network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, options);
  network.on("afterDrawing", paintLabels);
  network.on("click", clicked);
  network.on("doubleClick", doubleClicked);
  network.on("hoverNode", (/** @type {any} */ event) => hover(event.node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", (/** @type {any} */ event) => hover(event.edge));
  network.on("blurEdge", () => hover(null));
  network.on("dragEnd", (/** @type {any} */ event) => {
    for (const id of event.nodes) places.set(id, network.getPosition(id));
    ready = null;
  });
  byId("canvas").addEventListener("keydown", keyPressed);
  network.canvas.frame.canvas.setAttribute("aria-hidden", "true");
  drawTools();
  drawLegend();
  refresh({ fit: true });
}

/** @param {string | number | null} id */
function hover(id) {
  hovered = id;
  ready = null;
  byId("canvas").classList.toggle("pointing", id !== null);
  network.redraw();
}

/**
 * Draw what the state asks for.
 * @param {{fit?: boolean}} [how]
 */
export function refresh(how = {}) {
  if (!network) return;
  const before = drawnIds;
  ready = null;
  shown = pick();
  room = byId("canvas").clientWidth;
  drawnIds = new Set(shown.nodes.map((node) => node.id));
  const changed = before.size !== drawnIds.size || [...drawnIds].some((id) => !before.has(id));
  const added = [...drawnIds].filter((id) => !before.has(id));
  const kept = drawnIds.size - added.length;
  const small = !how.fit && kept > 2 && added.length <= BESIDE && state.show === "chief";
  if (small) placeBeside(added);
  else if (changed || how.fit) place();
  const statements = shown.nodes.filter((node) => node.kind === "statement").length;
  cards = statements <= 40;
  const lit = bright();
  sync(nodeSet, shown.nodes.map((node) => nodeOptions(node, lit)));
  sync(edgeSet, edgeOptions());
  ready = null; // what was painted between nodes and edges knew no edges yet
  network.setOptions({ interaction: { hideEdgesOnDrag: shown.edges.length > MANY_EDGES, hideEdgesOnZoom: shown.edges.length > MANY_EDGES } });
  const empty = byId("network-empty");
  empty.hidden = shown.nodes.length > 0;
  empty.textContent = netNodes.length ? "Nothing passes these filters." : "No actor in these articles does or says anything.";
  if (small ? added.some(outOfView) : changed || how.fit) fit();
  else network.redraw();
}

/** Draw again with the colours of the theme. */
export function recolour() {
  drawLegend();
  refresh();
}

/**
 * Make a DataSet hold exactly these.
 * @param {any} set
 * @param {{id: string | number}[]} wanted
 */
function sync(set, wanted) {
  const ids = new Set(wanted.map((one) => one.id));
  set.remove(set.getIds().filter((/** @type {any} */ id) => !ids.has(id)));
  set.update(wanted);
}

function place() {
  const opening = shown.opening && shown.nodes.every((node) => node.first);
  const wide = state.show === "all" || shown.nodes.length > FEW;
  if (opening || wide) {
    places = new Map(shown.nodes.map((node) => {
      const [x, y] = (!wide && node.first) || [node.x, node.y];
      return [node.id, { x, y }];
    }));
    stretch();
    return;
  }
  const boxes = shown.nodes.map((node, i) => ({ id: node.id, ...startOf(node, i), ...roomOf(node) }));
  arrange(boxes, shown.edges.map((edge) => [edge.from, edge.to]));
  places = new Map(boxes.map((box) => [box.id, { x: box.x, y: box.y }]));
  stretch();
}

/** Pull the picture longer one way, so that it fills the stage; pulling apart never makes boxes overlap. */
function stretch() {
  const canvas = byId("canvas");
  const spots = [...places.values()];
  if (spots.length < 3 || !canvas.clientWidth) return;
  const extent = (/** @type {"x" | "y"} */ axis) => Math.max(...spots.map((at) => at[axis])) - Math.min(...spots.map((at) => at[axis]));
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
function placeBeside(added) {
  const boxes = shown.nodes.flatMap((node) => {
    const at = added.includes(node.id) ? null : places.get(node.id);
    return at ? [{ ...at, ...roomOf(node) }] : [];
  });
  shown.nodes.filter((node) => added.includes(node.id)).forEach((node, i) => {
    const from = startOf({ ...node, first: undefined }, i, true);
    const box = { ...from, ...roomOf(node) };
    search: for (let far = 150; far < 1200; far += 50) {
      for (let turn = 0; turn < 16; turn += 1) {
        box.x = from.x + far * Math.cos((turn * Math.PI) / 8);
        box.y = from.y + far * 0.8 * Math.sin((turn * Math.PI) / 8);
        const free = boxes.every((other) => Math.abs(box.x - other.x) > (box.w + other.w) / 2 || Math.abs(box.y - other.y) > (box.h + other.h) / 2);
        if (free) break search;
      }
    }
    boxes.push({ ...box });
    places.set(node.id, { x: box.x, y: box.y });
  });
}

/** @param {string} id */
function outOfView(id) {
  const at = network.canvasToDOM(places.get(id));
  const canvas = byId("canvas");
  return at.x < 40 || at.y < 50 || at.x > canvas.clientWidth - 40 || at.y > canvas.clientHeight - 40;
}

/**
 * Where a node begins its way: where it is, or beside a neighbour that is already there.
 * @param {import("./pick.js").NetNode} node
 * @param {number} i
 * @param {boolean} [beside] right at the neighbour, wherever the node was before
 */
function startOf(node, i, beside = false) {
  const here = beside ? null : places.get(node.id) ?? (node.first ? { x: node.first[0], y: node.first[1] } : null);
  if (here) return { x: here.x, y: here.y };
  const edge = shown.edges.find((one) => (one.from === node.id && places.has(one.to)) || (one.to === node.id && places.has(one.from)));
  const by = edge ? places.get(edge.from === node.id ? edge.to : edge.from) : null;
  if (beside) return { x: by?.x ?? 0, y: by?.y ?? 0 };
  const turn = i * 2.399963;
  return { x: (by?.x ?? 0) + 160 * Math.cos(turn), y: (by?.y ?? 0) + 110 * Math.sin(turn) };
}

/** @param {import("./pick.js").NetNode} node */
function roomOf(node) {
  if (node.kind === "statement") return { w: CARD.w + 24, h: CARD.h + 20 };
  return { w: Math.max(84, Math.min(node.label.length, 24) * 8.2), h: 70 };
}

/** @param {import("./pick.js").NetNode} node */
function radius(node) {
  const crowd = shown.nodes.length > 1000 ? 1.9 : shown.nodes.length > 80 ? 1.35 : room < 480 ? 1.7 : 1;
  if (node.kind === "action") return 6 * crowd;
  if (node.kind === "statement") return 7 * crowd;
  return Math.min(24, 9 + 2.1 * Math.sqrt(node.weight)) * crowd;
}

/** @param {string} id */
function familyOf(id) {
  const thing = thingOf(id);
  return thing?.kind === "actor" ? story.actors[thing.i].family : (thing?.kind ?? "object");
}

/** The weight of the tenth of the actors drawn: those above it always bear their names. */
function heaviness() {
  const weights = shown.nodes.map((node) => node.weight).sort((a, b) => b - a);
  return Math.max(weights[Math.min(10, weights.length - 1)] ?? 0, 0.01);
}

/** What stays bright while something is selected; nothing is dimmed where all is bright. @returns {Set<string> | null} */
function bright() {
  const thing = state.sel;
  if (!thing || thing.kind === "article" || shown.nodes.length > 600) return null;
  const { iri } = lookUp(thing);
  const ids = new Set(drawnIds.has(iri) ? [iri] : []);
  for (const edge of shown.edges) {
    if (edge.item === iri || edge.from === iri || edge.to === iri) {
      ids.add(edge.from);
      ids.add(edge.to);
    }
  }
  return ids.size ? ids : null;
}

/**
 * @param {import("./pick.js").NetNode} node
 * @param {Set<string> | null} lit
 */
function nodeOptions(node, lit) {
  const family = familyOf(node.id);
  const dim = lit !== null && !lit.has(node.id);
  const selected = state.sel !== null && state.sel.kind !== "article" && lookUp(state.sel).iri === node.id;
  const tone = colour(`kind-${family}`);
  const edge = selected ? colour("accent") : colour("stage");
  const at = places.get(node.id) ?? { x: node.x, y: node.y };
  const options = {
    id: node.id,
    ...at,
    shape: SHAPES[family] ?? "dot",
    size: radius(node),
    opacity: dim ? 0.3 : 1,
    borderWidth: selected ? 4 : 1.5,
    color: { background: tone, border: edge, highlight: { background: tone, border: edge }, hover: { background: tone, border: colour("accent") } },
  };
  if (node.kind !== "statement" || !cards) return options;
  return { ...options, shape: "custom", ctxRenderer: cardRenderer(node, selected, dim) };
}

/** How each card looks now: vis-network keeps the first renderer that it is given. @type {Map<string, {tone: string, selected: boolean, dim: boolean}>} */
const cardLooks = new Map();

/**
 * @param {import("./pick.js").NetNode} node
 * @param {boolean} selected
 * @param {boolean} dim
 */
function cardRenderer(node, selected, dim) {
  const thing = thingOf(node.id);
  const said = thing ? story.statements[thing.i] : null;
  const speaker = said?.speakers[0];
  const tone = colour(`kind-${speaker === undefined ? "statement" : story.actors[speaker].family}`);
  const bare = node.label.replace(/^["“”'‘]+|["“”’]+$/g, "");
  const text = said?.mode === "direct" ? `“${bare}”` : node.label;
  cardLooks.set(node.id, { tone, selected, dim });
  return (/** @type {any} */ { ctx, x, y }) => ({
    drawNode: () => drawCard(ctx, { x, y, text, scale: network.getScale(), ...(cardLooks.get(node.id) ?? { tone, selected, dim }) }),
    nodeDimensions: { width: CARD.w, height: CARD.h },
  });
}

/** Bends parallel edges apart; both directions bend away from each other by themselves. */
function edgeOptions() {
  const straight = shown.edges.length > MANY_EDGES;
  /** @type {Map<string, number>} */
  const count = new Map();
  const both = new Set(shown.edges.map((edge) => `${edge.from} ${edge.to}`));
  const lit = bright();
  const selected = state.sel && state.sel.kind !== "article" ? lookUp(state.sel).iri : "";
  return shown.edges.map((edge) => {
    const pair = `${edge.from} ${edge.to}`;
    const nth = count.get(pair) ?? 0;
    count.set(pair, nth + 1);
    const bend = (both.has(`${edge.to} ${edge.from}`) ? 0.14 : 0) + nth * 0.17;
    const dim = lit !== null && edge.item !== selected && edge.from !== selected && edge.to !== selected;
    const thing = thingOf(edge.item);
    const mode = thing?.kind === "action" ? story.actions[thing.i].mode : "";
    const tone = colour(mode ? `mode-${mode}` : "thread");
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      width: edge.item === selected ? 3.5 : mode ? 1.8 : 1.2,
      dashes: mode && !straight ? DASHES[mode] : false,
      arrows: { to: { enabled: !straight && edge.kind !== "says" && edge.kind !== "about", scaleFactor: 0.55 } },
      color: { color: edge.item === selected ? colour("accent") : tone, highlight: colour("accent"), hover: colour("accent"), opacity: dim ? 0.18 : 1 },
      smooth: straight || bend === 0 ? false : { enabled: true, type: "curvedCW", roundness: bend },
    };
  });
}

/** @param {CanvasRenderingContext2D} context */
function paintLabels(context) {
  const scale = network.getScale();
  const canvas = byId("canvas");
  const frame = {
    scale,
    toScreen: (/** @type {any} */ p) => network.canvasToDOM(p),
    toWorld: (/** @type {any} */ p) => network.DOMtoCanvas(p),
    view: { x: 0, y: 0, w: canvas.clientWidth, h: canvas.clientHeight },
  };
  const { heavy, nodes, edges } = labelled();
  const obstacles = [];
  for (const node of shown.nodes) {
    const at = frame.toScreen(places.get(node.id));
    const card = node.kind === "statement" && cards;
    const w = (card ? CARD.w + 6 : radius(node) * 2 + 4) * scale;
    const hgt = (card ? CARD.h + 6 : radius(node) * 2 + 4) * scale;
    const box = { x: at.x - w / 2, y: at.y - hgt / 2, w, h: hgt, light: !card && node.weight < heavy, node: !card };
    if (box.x < frame.view.w && box.x + w > 0 && box.y < frame.view.h && box.y + hgt > 0) obstacles.push(box);
  }
  drawLabels(context, frame, nodes, edges, obstacles);
  if (focused && drawnIds.has(focused)) ring(context, focused, scale);
}

/** @type {{heavy: number, nodes: any[], edges: any[]} | null} */
let ready = null;

/** Labels in their order; made anew only when what is drawn, selected or pointed at has changed. */
function labelled() {
  if (!ready) {
    const lit = bright();
    const selected = state.sel && state.sel.kind !== "article" ? lookUp(state.sel).iri : "";
    ready = { heavy: heaviness(), nodes: nodeLabels(lit, selected), edges: edgeLabels(lit, selected) };
  }
  return ready;
}

/**
 * @param {Set<string> | null} lit
 * @param {string} selected
 */
function nodeLabels(lit, selected) {
  const heavy = heaviness();
  return shown.nodes
    .filter((node) => node.kind !== "statement" || !cards)
    .map((node) => {
      const more = node.kind === "actor" && state.show === "chief" ? foldedAt(node.id, drawnIds) : 0;
      const at = /** @type {{x: number, y: number}} */ (places.get(node.id));
      return {
        text: node.label,
        folded: more,
        ...at,
        r: radius(node),
        weight: node.weight,
        strong: node.weight > 12 || node.id === selected,
        dim: lit !== null && !lit.has(node.id),
        must: node.kind === "actor" && (shown.nodes.length <= 40 || node.weight >= heavy),
        always: node.id === selected || node.id === hovered || node.id === focused,
      };
    })
    .sort((a, b) => Number(b.always) - Number(a.always) || b.weight - a.weight);
}

/**
 * @param {Set<string> | null} lit
 * @param {string} selected
 */
function edgeLabels(lit, selected) {
  if (shown.edges.length > MANY_EDGES && !selected && hovered === null) return [];
  return shown.edges
    .filter((edge) => network.body.edges[edge.id])
    .filter((edge) => edge.kind === "action" || edge.kind === "tells" || edge.kind === "via" || edge.item === selected)
    .map((edge) => {
      const thing = thingOf(edge.item);
      const mode = thing?.kind === "action" ? story.actions[thing.i].mode : "";
      const always = edge.item === selected || edge.id === hovered;
      const dim = lit !== null && edge.item !== selected && edge.from !== selected && edge.to !== selected;
      const at = (/** @type {number} */ t) => network.body.edges[edge.id].edgeType.getPoint(t);
      return { text: edge.label, at, tone: mode ? `mode-${mode}` : "muted", weight: edge.kind === "action" ? 1 : 0, always, dim, must: edge.kind === "action" && shown.edges.length < 80 };
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
  const at = places.get(id);
  const node = nodeById.get(id);
  if (!at || !node || document.activeElement !== byId("canvas")) return;
  context.save();
  context.strokeStyle = colour("accent");
  context.lineWidth = 3 / scale;
  context.beginPath();
  if (node.kind === "statement" && cards) context.roundRect(at.x - CARD.w / 2 - 4, at.y - CARD.h / 2 - 4, CARD.w + 8, CARD.h + 8, 8);
  else context.arc(at.x, at.y, radius(node) + 6, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}

/** @param {any} event */
function clicked(event) {
  if (event.nodes.length) {
    focused = event.nodes[0];
    update({ sel: thingOf(event.nodes[0]) });
  } else if (event.edges.length) {
    const edge = shown.edges.find((one) => one.id === event.edges[0]);
    if (edge) update({ sel: thingOf(edge.item) });
  } else update({ sel: null });
}

/** @param {any} event */
function doubleClicked(event) {
  if (event.nodes.length) unfoldNode(event.nodes[0]);
}

/** @param {string} id */
function unfoldNode(id) {
  const thing = thingOf(id);
  if (thing?.kind !== "actor") return;
  const open = state.open.includes(thing.i) ? state.open.filter((i) => i !== thing.i) : [...state.open, thing.i];
  update({ open, show: "chief" });
  announce(`${counted(shown.nodes.length, "node")} shown.`);
}

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** @param {KeyboardEvent} event */
function keyPressed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const way = ARROWS[event.key];
  if (way) moveFocus(way);
  else if (event.key === "Enter" || event.key === " ") {
    if (!focused) return;
    update({ sel: thingOf(focused) });
    if (event.key === "Enter") byId("panel").focus();
  } else if (event.key === "u" && focused) unfoldNode(focused);
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
  const from = focused ? places.get(focused) : null;
  /** @type {{id: string, cost: number} | null} */
  let best = null;
  for (const node of shown.nodes) {
    const at = places.get(node.id);
    if (!at || node.id === focused) continue;
    const x = at.x - (from?.x ?? 0);
    const y = at.y - (from?.y ?? 0);
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (from && along <= 0) continue;
    const cost = from ? along + 2.2 * aside : -node.weight;
    if (!best || cost < best.cost) best = { id: node.id, cost };
  }
  if (!best) return;
  focused = best.id;
  ready = null;
  const thing = thingOf(focused);
  if (thing) announce(`${inWords(thing)}. ${counted(foldedAt(focused, drawnIds), "neighbour")} not shown.`);
  keepInView(focused);
  network.redraw();
}

/** @param {string} id */
function keepInView(id) {
  const at = network.canvasToDOM(places.get(id));
  const canvas = byId("canvas");
  if (at.x < 30 || at.y < 30 || at.x > canvas.clientWidth - 30 || at.y > canvas.clientHeight - 30) {
    network.moveTo({ position: places.get(id), animation: false });
  }
}

/** @param {number} factor */
function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.03, network.getScale() * factor)), animation: false });
}

/** Bring all that is drawn into view, labels included. */
export function fit() {
  const canvas = byId("canvas");
  if (!network || !shown.nodes.length || !canvas.clientWidth) return;
  const spots = shown.nodes.map((node) => ({ node, at: /** @type {{x: number, y: number}} */ (places.get(node.id)) }));
  const reach = (/** @type {"x" | "y"} */ axis, /** @type {1 | -1} */ sign) =>
    sign * Math.max(...spots.map(({ node, at }) => sign * at[axis] + (node.kind === "statement" && cards ? (axis === "x" ? CARD.w : CARD.h) / 2 : radius(node))));
  const [left, right, top, bottom] = [reach("x", -1), reach("x", 1), reach("y", -1), reach("y", 1)];
  const room = { w: canvas.clientWidth - Math.min(170, canvas.clientWidth * 0.24), h: canvas.clientHeight - 134 };
  const scale = Math.min(room.w / (right - left), room.h / (bottom - top), 2.2);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 14 / scale }, scale, animation: false });
}

function drawTools() {
  fill(
    byId("stage-tools"),
    h(
      "div",
      { class: "switch", role: "group", "aria-label": "How much is shown" },
      button("Chief actors", () => update({ show: "chief", open: [] }), { id: "show-chief" }),
      button("Everything", () => update({ show: "all", open: [] }), { id: "show-all" }),
    ),
    button("+", () => zoom(1.3), { "aria-label": "Zoom in", class: "square" }),
    button("−", () => zoom(1 / 1.3), { "aria-label": "Zoom out", class: "square" }),
    button("Fit", () => fit(), { "aria-label": "Fit everything shown into view" }),
    exportMenu(),
  );
  markTools();
}

/** The switch shows what is on. */
export function markTools() {
  byId("show-chief")?.setAttribute("aria-pressed", String(state.show === "chief"));
  byId("show-all")?.setAttribute("aria-pressed", String(state.show === "all"));
}

/** Names, places and looks of what is drawn: for the export. */
export function sketch() {
  return {
    nodes: shown.nodes.map((node) => ({ ...node, at: places.get(node.id) ?? { x: node.x, y: node.y }, r: radius(node), family: familyOf(node.id), card: node.kind === "statement" && cards })),
    edges: edgeOptions().map((edge, i) => ({ ...edge, label: shown.edges[i].kind === "action" ? shown.edges[i].label : "", at: (/** @type {number} */ t) => network.body.edges[edge.id].edgeType.getPoint(t) })),
  };
}

/** Outlines of the shapes in a square of 16. @type {Record<string, string>} */
export const OUTLINES = {
  dot: "M8 2a6 6 0 1 0 .01 0z",
  square: "M2.5 2.5h11v11h-11z",
  diamond: "M8 1l7 7-7 7-7-7z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  triangle: "M8 1.5L15 14H1z",
  star: "M8 .8l2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 11.8l-4.5 2.6 1.2-5L.8 6l5.1-.5z",
  triangleDown: "M8 14.5L1 2h14z",
};

/**
 * The sign of a family, as in the network.
 * @param {string} family
 */
export function sign(family) {
  return h("svg", { viewBox: "0 0 16 16", class: `sign kind-${family}`, "aria-hidden": "true" }, h("path", { d: OUTLINES[SHAPES[family] ?? "dot"] }));
}

/** The modes in a word or two, for the strip below the network. @type {Record<string, string>} */
const SHORT_MODES = { asserted: "reported as fact", said: "said by somebody", planned: "ordered or planned", denied: "denied" };

function drawLegend() {
  const used = new Set(story.actors.map((actor) => actor.family));
  const modes = ["asserted", "said", "planned", "denied"];
  const dash = (/** @type {string} */ mode) => {
    const pattern = DASHES[mode];
    return h("svg", { viewBox: "0 0 34 8", class: `line mode-${mode}`, "aria-hidden": "true" }, h("path", { d: "M1 4H33", "stroke-dasharray": pattern ? pattern.map((n) => n * 0.8).join(" ") : null }));
  };
  const drawnModes = new Set(story.actions.map((action) => action.mode));
  fill(byId("lines"), modes.filter((mode) => drawnModes.has(mode)).map((mode) => h("li", null, dash(mode), SHORT_MODES[mode])));
  fill(
    byId("legend-body"),
    h("ul", null, Object.entries(FAMILIES).filter(([family]) => used.has(family)).map(([family, label]) => h("li", null, sign(family), label))),
    h("ul", null, modes.map((mode) => h("li", null, dash(mode), MODES[mode])), h("li", null, h("span", { class: "mini-card" }, "“…”"), "What somebody said")),
    h("p", null, "Larger means more to do with the story. +3 after a name: three neighbours are folded away; double-click or press u to unfold them."),
  );
}
