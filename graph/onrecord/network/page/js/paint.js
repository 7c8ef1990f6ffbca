/**
 * Which labels are painted over the drawing, and in which order.
 */
import { scene } from "./scene.js";
import { byId } from "./dom.js";
import { CARD, drawLabels } from "./labels.js";
import { bright, heaviness, MANY_EDGES, radius } from "./looks.js";
import { state } from "./state.js";
import { lookUp, story, thingOf } from "./model.js";
import { foldedAt, nodeById } from "./pick.js";
import { colour } from "./colours.js";

/** @param {CanvasRenderingContext2D} context */
export function paintLabels(context) {
  const scale = scene.network.getScale();
  const canvas = byId("canvas");
  const frame = {
    scale,
    toScreen: (/** @type {any} */ p) => scene.network.canvasToDOM(p),
    toWorld: (/** @type {any} */ p) => scene.network.DOMtoCanvas(p),
    view: { x: 0, y: 0, w: canvas.clientWidth, h: canvas.clientHeight },
  };
  const { heavy, nodes, edges } = labelled();
  const obstacles = [];
  for (const node of scene.shown.nodes) {
    const at = frame.toScreen(scene.places.get(node.id));
    const card = node.kind === "statement" && scene.cards;
    const w = (card ? CARD.w + 6 : radius(node) * 2 + 4) * scale;
    const hgt = (card ? CARD.h + 6 : radius(node) * 2 + 4) * scale;
    const box = { x: at.x - w / 2, y: at.y - hgt / 2, w, h: hgt, light: !card && node.weight < heavy, node: !card };
    if (box.x < frame.view.w && box.x + w > 0 && box.y < frame.view.h && box.y + hgt > 0) obstacles.push(box);
  }
  drawLabels(context, frame, nodes, edges, obstacles);
  if (scene.focused && scene.drawnIds.has(scene.focused)) ring(context, scene.focused, scale);
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
    .filter((node) => node.kind !== "statement" || !scene.cards)
    .map((node) => {
      const more = node.kind === "actor" && state.show === "chief" ? foldedAt(node.id, scene.drawnIds) : 0;
      const at = /** @type {{x: number, y: number}} */ (scene.places.get(node.id));
      return {
        text: node.label,
        folded: more,
        ...at,
        r: radius(node),
        weight: node.weight,
        strong: node.weight > 12 || node.id === selected,
        dim: lit !== null && !lit.has(node.id),
        must: node.kind === "actor" && (scene.shown.nodes.length <= 40 || node.weight >= heavy),
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
  if (scene.shown.edges.length > MANY_EDGES && !selected && scene.hovered === null) return [];
  return scene.shown.edges
    .filter((edge) => scene.network.body.edges[edge.id])
    .filter((edge) => edge.kind === "action" || edge.kind === "tells" || edge.kind === "via" || edge.item === selected)
    .map((edge) => {
      const thing = thingOf(edge.item);
      const mode = thing?.kind === "action" ? story.actions[thing.i].mode : "";
      const always = edge.item === selected || edge.id === scene.hovered;
      const dim = lit !== null && edge.item !== selected && edge.from !== selected && edge.to !== selected;
      const at = (/** @type {number} */ t) => scene.network.body.edges[edge.id].edgeType.getPoint(t);
      return { text: edge.label, at, tone: mode ? `mode-${mode}` : "muted", weight: edge.kind === "action" ? 1 : 0, always, dim, must: edge.kind === "action" && scene.shown.edges.length < 80 };
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
  if (node.kind === "statement" && scene.cards) context.roundRect(at.x - CARD.w / 2 - 4, at.y - CARD.h / 2 - 4, CARD.w + 8, CARD.h + 8, 8);
  else context.arc(at.x, at.y, radius(node) + 6, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}
