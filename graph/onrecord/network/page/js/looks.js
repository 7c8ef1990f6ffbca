/**
 * How nodes and edges look: shape, size, colour, what is bright and what is dim.
 */
import { scene } from "./scene.js";
import { lookUp, story, thingOf, participants } from "./model.js";
import { state } from "./state.js";
import { colour, DASHES, SHAPES } from "./colours.js";
import { labelOf, modeOf } from "./pick.js";
import { CARD, drawCard } from "./card.js";

/** @param {import("./pick.js").NetNode} node */
export function radius(node) {
  const many = scene.shown.nodes.length;
  const crowd =
    many > 1000 ? 1.9 : many > 80 ? 1.35 : many > 40 && scene.room < 480 ? 1.7 : 1;
  if (node.kind === "action") return 6 * crowd;
  if (node.kind === "statement") return 7 * crowd;
  return Math.min(24, 9 + 2.1 * Math.sqrt(node.weight)) * crowd;
}

/** @param {string} id */
export function familyOf(id) {
  const thing = thingOf(id);
  return thing?.kind === "actor" ? story.actors[thing.i].family : (thing?.kind ?? "object");
}

/** The actors at both ends of a deed's line. @param {import("./pick.js").NetEdge} edge */
export function endsOf(edge) {
  if (edge.kind !== "action") return [];
  return [edge.from, edge.to].map((id) => /** @type {import("./types.js").Thing} */ (thingOf(id)).i);
}

/** The weight of the tenth of the actors drawn: those above it always bear their names. */
export function heaviness() {
  const weights = scene.shown.nodes.map((node) => node.weight).sort((a, b) => b - a);
  return Math.max(weights[Math.min(10, weights.length - 1)] ?? 0, 0.01);
}

/**
 * What stays bright while something is selected; nothing is dimmed where all is bright.
 * @returns {Set<string> | null}
 */
export function bright() {
  const thing = scene.lit ?? state.sel;
  if (!thing || thing.kind === "article" || scene.shown.nodes.length > 600) return null;
  const { iri } = lookUp(thing);
  const ids = new Set(scene.drawnIds.has(iri) ? [iri] : []);
  for (const edge of scene.shown.edges) {
    if (edge.item === iri || edge.from === iri || edge.to === iri) {
      ids.add(edge.from);
      ids.add(edge.to);
    }
  }
  if (thing.kind !== "actor" && !ids.size) for (const i of partiesOf(thing)) ids.add(story.actors[i].iri);
  const drawn = [...ids].filter((id) => scene.drawnIds.has(id));
  return drawn.length ? new Set(drawn) : null;
}

/** Who is in a deed or a statement. @param {import("./types.js").Thing} thing @returns {number[]} */
function partiesOf(thing) {
  if (thing.kind === "action") return participants(story.actions[thing.i]);
  const said = story.statements[thing.i];
  return [...said.speakers, ...said.addressees, ...said.about];
}

/**
 * @param {import("./pick.js").NetNode} node
 * @param {Set<string> | null} lit
 */
export function nodeOptions(node, lit) {
  const family = familyOf(node.id);
  const dim = lit !== null && !lit.has(node.id);
  const selected = state.sel !== null && state.sel.kind !== "article" && lookUp(state.sel).iri === node.id;
  const tone = colour(`kind-${family}`);
  const edge = selected ? colour("accent") : colour("stage");
  const at = scene.places.get(node.id) ?? { x: node.x, y: node.y };
  const options = {
    id: node.id,
    ...at,
    shape: SHAPES[family] ?? "dot",
    size: radius(node),
    opacity: dim ? 0.3 : 1,
    borderWidth: selected ? 4 : 1.5,
    color: {
      background: tone,
      border: edge,
      highlight: { background: tone, border: edge },
      hover: { background: tone, border: colour("accent") },
    },
  };
  if (node.kind !== "statement" || !scene.cards) return options;
  return { ...options, shape: "custom", ctxRenderer: cardRenderer(node, selected, dim) };
}

/**
 * How each card looks now: vis-network keeps the first renderer that it is given.
 * @type {Map<string, {tone: string, selected: boolean, dim: boolean}>}
 */
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
  const text = wordsOnCard(node);
  cardLooks.set(node.id, { tone, selected, dim });
  return (/** @type {{ctx: CanvasRenderingContext2D, x: number, y: number}} */ { ctx, x, y }) => ({
    drawNode: () =>
      drawCard(ctx, {
        x,
        y,
        text,
        scale: scene.network.getScale(),
        ...(cardLooks.get(node.id) ?? { tone, selected, dim }),
      }),
    nodeDimensions: { width: CARD.w, height: CARD.h },
  });
}

/**
 * The words of a statement as its card has them: those of a quotation in quotes.
 * @param {import("./pick.js").NetNode} node
 */
export function wordsOnCard(node) {
  const thing = thingOf(node.id);
  const words = labelOf(node);
  const bare = words.replace(/^["“”'‘]+|["“”’]+$/g, "");
  return thing && story.statements[thing.i].mode === "direct" ? `“${bare}”` : words;
}

/** Bends parallel edges apart; both directions bend away from each other by themselves. */
export function edgeOptions() {
  /** @type {Map<string, number>} */
  const count = new Map();
  const both = new Set(scene.shown.edges.map((edge) => `${edge.from} ${edge.to}`));
  const lit = bright();
  const read = scene.lit ?? state.sel;
  const selected = read && read.kind !== "article" ? lookUp(read).iri : "";
  return scene.shown.edges.map((edge) => {
    const pair = `${edge.from} ${edge.to}`;
    const nth = count.get(pair) ?? 0;
    count.set(pair, nth + 1);
    const bend = (both.has(`${edge.to} ${edge.from}`) ? 0.14 : 0) + nth * 0.17;
    scene.bends.set(edge.id, bend);
    const dim = lit !== null && edge.item !== selected && edge.from !== selected && edge.to !== selected;
    const mode = modeOf(edge);
    const tone = colour(mode ? `mode-${mode}` : "thread");
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      width: edge.item === selected ? 3.5 : mode ? 1.8 : 1.2,
      dashes: mode ? DASHES[mode] : false,
      arrows: { to: { enabled: edge.kind !== "says" && edge.kind !== "about", scaleFactor: 0.55 } },
      color: {
        color: edge.item === selected ? colour("accent") : tone,
        highlight: colour("accent"),
        hover: colour("accent"),
        opacity: dim ? 0.18 : 1,
      },
      smooth: bend === 0 ? false : { enabled: true, type: "curvedCW", roundness: bend },
    };
  });
}
