/**
 * Which nodes and edges are drawn: the chief ones at first, more when asked for, fewer when filtered.
 */
import { items, lookUp, story } from "./model.js";
import { chosen } from "./choose.js";
import { activeFilters, state } from "./state.js";

/**
 * @typedef {{id: string, x: number, y: number, kind: string, weight: number, label: string,
 *   first?: [number, number]}} NetNode
 * @typedef {{id: number, from: string, to: string, kind: string, item: string, label: string, first?: boolean}} NetEdge
 * @typedef {{nodes: NetNode[], edges: NetEdge[], opening: boolean}} Picked
 */

/** @type {NetNode[]} */
export let netNodes = [];
/** @type {NetEdge[]} */
export let netEdges = [];
/** @type {Map<string, NetNode>} */
export const nodeById = new Map();
/** Edges at each node. @type {Map<string, NetEdge[]>} */
export const edgesAt = new Map();
/** @type {Map<string, number>} */
const itemByIri = new Map();

const ACTORS = 12;
const STATEMENTS = 5;
const FEW_ACTORS = 7;

/** @param {{nodes: NetNode[], edges: NetEdge[]}} network */
export function setNetwork(network) {
  netNodes = network.nodes;
  netEdges = network.edges;
  for (const node of netNodes) {
    nodeById.set(node.id, node);
    edgesAt.set(node.id, []);
  }
  for (const edge of netEdges) {
    edgesAt.get(edge.from)?.push(edge);
    edgesAt.get(edge.to)?.push(edge);
  }
  items.forEach((item, n) => itemByIri.set(lookUp(item).iri, n));
}

/** The item an edge belongs to. @param {NetEdge} edge */
export function itemOf(edge) {
  return itemByIri.get(edge.item) ?? -1;
}

/** @returns {Picked} */
export function pick() {
  const passing = chosen();
  const allowed = (/** @type {NetEdge} */ edge) => passing.has(itemOf(edge));
  if (state.show === "all") {
    const edges = netEdges.filter(allowed);
    const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    return { nodes: netNodes.filter((node) => ends.has(node.id)), edges, opening: false };
  }
  const narrowed = activeFilters() > 0;
  const ids = narrowed ? ranked(passing) : opening();
  const before = ids.size;
  unfold(ids, allowed);
  addSelected(ids);
  const edges = thinned(ids, allowed, narrowed);
  return { nodes: netNodes.filter((node) => ids.has(node.id)), edges, opening: !narrowed && ids.size === before };
}

/** The nodes of the first view; on a telephone the weightiest actors of it, as there is no room to read cards. */
function opening() {
  const first = netNodes.filter((node) => node.first);
  const small = matchMedia("(max-width: 480px)").matches;
  const kept = small
    ? first
        .filter((node) => node.kind === "actor")
        .sort((a, b) => b.weight - a.weight)
        .slice(0, FEW_ACTORS)
    : first;
  return new Set(kept.map((node) => node.id));
}

/**
 * The weightiest actors among what passes the filters, and what they say.
 * @param {Set<number>} passing
 * @returns {Set<string>}
 */
function ranked(passing) {
  /** @type {Map<number, number>} */
  const score = new Map();
  for (const n of passing) {
    for (const actor of items[n].actors) score.set(actor, (score.get(actor) ?? 0) + items[n].articles.length);
  }
  const actors = [...score].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([actor]) => actor);
  const ids = new Set(
    actors
      .map((i) => story.actors[i].iri)
      .filter((iri) => nodeById.has(iri))
      .slice(0, ACTORS),
  );
  let left = STATEMENTS;
  for (const n of passing) {
    if (items[n].kind !== "statement" || left === 0) continue;
    const said = story.statements[items[n].i];
    if (said.speakers.some((i) => ids.has(story.actors[i].iri))) {
      ids.add(said.iri);
      left -= 1;
    }
  }
  return ids;
}

/**
 * Adds the neighbours of the actors the reader has unfolded.
 * @param {Set<string>} ids
 * @param {(edge: NetEdge) => boolean} allowed
 */
function unfold(ids, allowed) {
  for (const i of state.open) {
    const { iri } = story.actors[i];
    if (!nodeById.has(iri)) continue;
    ids.add(iri);
    for (const edge of edgesAt.get(iri) ?? []) {
      if (!allowed(edge) || isPlain(edge)) continue;
      ids.add(edge.from);
      ids.add(edge.to);
    }
  }
}

/** Whether an edge only leads to an action of no known kind that nobody else takes part in. @param {NetEdge} edge */
function isPlain(edge) {
  return (edge.kind === "agent" || edge.kind === "patient") && items[itemOf(edge)]?.type === "Act";
}

/**
 * Adds what is selected, with those it ties together.
 * @param {Set<string>} ids
 */
function addSelected(ids) {
  const thing = state.sel;
  if (!thing || thing.kind === "article") return;
  const { iri } = lookUp(thing);
  if (nodeById.has(iri)) ids.add(iri);
  if (thing.kind === "action") {
    const action = story.actions[thing.i];
    for (const i of [...action.agents, ...action.patients]) addActor(ids, i);
  } else if (thing.kind === "statement") {
    for (const i of story.statements[thing.i].speakers) addActor(ids, i);
  }
}

/**
 * @param {Set<string>} ids
 * @param {number} i
 */
function addActor(ids, i) {
  if (nodeById.has(story.actors[i].iri)) ids.add(story.actors[i].iri);
}

/**
 * The edges of the folded view: between two actors no more than two actions a direction, unless they are asked for.
 * @param {Set<string>} ids
 * @param {(edge: NetEdge) => boolean} allowed
 * @param {boolean} narrowed
 */
function thinned(ids, allowed, narrowed) {
  const open = new Set(state.open.map((i) => story.actors[i].iri));
  const selected = state.sel && state.sel.kind !== "article" ? lookUp(state.sel).iri : "";
  /** @type {Map<string, number>} */
  const told = new Map();
  return netEdges.filter((edge) => {
    if (!ids.has(edge.from) || !ids.has(edge.to)) return false;
    if (edge.item === selected) return true;
    if (!allowed(edge)) return false;
    if (open.has(edge.from) || open.has(edge.to)) return true;
    if (edge.kind !== "action") return true;
    if (edge.first && !narrowed) return true;
    if (nodeById.get(edge.from)?.first && nodeById.get(edge.to)?.first && !narrowed) return false;
    const pair = `${edge.from} ${edge.to}`;
    told.set(pair, (told.get(pair) ?? 0) + 1);
    return (told.get(pair) ?? 0) <= 2;
  });
}

/**
 * How many neighbours of a node are not drawn.
 * @param {string} id
 * @param {Set<string>} drawn
 */
export function foldedAt(id, drawn) {
  const hidden = new Set();
  for (const edge of edgesAt.get(id) ?? []) {
    const other = edge.from === id ? edge.to : edge.from;
    if (!drawn.has(other)) hidden.add(other);
  }
  return hidden.size;
}
