/**
 * Which nodes and edges are drawn: the chief ones at first, more when asked for, fewer when filtered.
 */
import { full, items, lookUp, story, thingOf, wordsOf } from "./model.js";
import { chosen, fullItems } from "./choose.js";
import { activeFilters, state } from "./state.js";

/**
 * @typedef {{id: string, x: number, y: number, kind: string, weight: number, label: string,
 *   first?: [number, number]}} NetNode
 * @typedef {{id: number, from: string, to: string, kind: string, item: string, label: string, first?: boolean,
 *   reports?: number[]}} NetEdge
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

/**
 * The reports that a line stands for and that are shown: of a deed those that name both its ends.
 * @param {NetEdge} edge
 * @returns {import("./types.js").Report[]}
 */
export function reportsOf(edge) {
  const item = fullItems()[itemOf(edge)];
  if (!item) return [];
  const list = item.kind === "action" ? full.actions : full.statements;
  const told = edge.reports ? edge.reports.map((n) => list[item.i].reports[n]) : list[item.i].reports;
  return story === full ? told : told.filter((report) => lookUp(item).reports.includes(report));
}

/** How firmly the line of a deed stands, by its own reports. @param {NetEdge} edge */
export function modeOf(edge) {
  if (edge.kind !== "action") return "";
  const modes = new Set(reportsOf(edge).map((report) => report.mode));
  return ["asserted", "said", "planned", "denied"].find((mode) => modes.has(mode)) ?? "said";
}

/** What is written on a line: the words of its firmest report. @param {NetEdge} edge */
export function wordsOn(edge) {
  if (edge.kind !== "action") return edge.label;
  const mode = modeOf(edge);
  const first = reportsOf(edge).find((report) => report.mode === mode);
  return (story === full ? first?.verb : first?.words) ?? edge.label;
}

/** What is written at a node, by the names that are shown. @param {NetNode} node */
export function labelOf(node) {
  const thing = thingOf(node.id);
  if (thing?.kind === "actor") return story.actors[thing.i].name;
  if (thing?.kind === "statement") return wordsOf(story.statements[thing.i]) || node.label;
  return thing?.kind === "action" ? story.actions[thing.i].label : node.label;
}

/** Whether what is shown still has both ends of a line. @param {NetEdge} edge */
function hasBothEnds(edge) {
  if (story === full) return true;
  if (edge.kind === "action") return reportsOf(edge).length > 0;
  const item = items[itemOf(edge)];
  const other = thingOf(edge.from === edge.item ? edge.to : edge.from);
  return item !== undefined && item.articles.length > 0 && other !== null && item.actors.includes(other.i);
}

/** Which lines may be drawn: what passes the filters, with both ends, none of them hidden. */
export function allowedEdges() {
  const passing = chosen();
  const hidden = new Set(state.hidden.map((i) => story.actors[i].iri));
  return (/** @type {NetEdge} */ edge) =>
    passing.has(itemOf(edge)) && hasBothEnds(edge) && !hidden.has(edge.from) && !hidden.has(edge.to);
}

/** @returns {Picked} */
export function pick() {
  const passing = chosen();
  const allowed = allowedEdges();
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
  for (const i of [...state.pinned, ...state.path]) addActor(ids, i);
  for (const id of onPath()) ids.add(id);
  for (const i of state.hidden) ids.delete(story.actors[i].iri);
  const edges = thinned(ids, allowed, narrowed);
  const opened = !narrowed && ids.size === before && !state.hidden.length;
  return { nodes: netNodes.filter((node) => ids.has(node.id)), edges, opening: opened };
}

/** Nodes of the path that the reader asked for, as `path.js` found it. @type {() => Iterable<string>} */
let onPath = () => [];

/** @param {() => Iterable<string>} nodes */
export function setPath(nodes) {
  onPath = nodes;
}

/** The nodes of the first view; where there is no room to read cards only its actors, on a telephone the weightiest. */
function opening() {
  const first = netNodes.filter((node) => node.first);
  const small = matchMedia("(max-width: 480px)").matches;
  const few = matchMedia("(max-width: 780px)").matches;
  const kept = few
    ? first
        .filter((node) => node.kind === "actor")
        .sort((a, b) => b.weight - a.weight)
        .slice(0, small ? FEW_ACTORS : first.length)
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
