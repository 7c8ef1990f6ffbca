/**
 * Oxigraph, unpacked and loaded with the graph when somebody first asks.
 */
import { blockBytes, blockText } from "./data.js";

/** @type {Promise<any> | null} */
let loading = null;

/** Makes the term for an IRI, once the engine is there. @type {(iri: string) => any} */
export let makeNode = () => null;

/** The term for the default graph, once the engine is there. @type {() => any} */
export let theGraph = () => null;

/** The store that holds the graph. @returns {Promise<any>} */
export function store() {
  loading ??= load();
  return loading;
}

async function load() {
  const [wasm, turtle] = await Promise.all([blockBytes("engine"), blockText("turtle")]);
  const { init, Store, namedNode, defaultGraph } = oxigraphModule();
  await init({ module_or_path: wasm });
  makeNode = namedNode;
  theGraph = defaultGraph;
  const made = new Store();
  made.load(turtle, { format: "text/turtle", no_transaction: true });
  return made;
}

/** An empty store. @returns {Promise<any>} */
export async function emptyStore() {
  const full = await store();
  return new full.constructor();
}

/** @type {[string, string][]} */
export const PREFIXES = [
  ["rec", "https://w3id.org/onrecord/ns#"],
  ["act", "https://w3id.org/onrecord/action#"],
  ["rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  ["rdfs", "http://www.w3.org/2000/01/rdf-schema#"],
  ["skos", "http://www.w3.org/2004/02/skos/core#"],
  ["prov", "http://www.w3.org/ns/prov#"],
  ["schema", "https://schema.org/"],
  ["sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"],
  ["oa", "http://www.w3.org/ns/oa#"],
  ["org", "http://www.w3.org/ns/org#"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["xsd", "http://www.w3.org/2001/XMLSchema#"],
];

/** An IRI with a known prefix in front. @param {string} iri */
export function compact(iri) {
  const found = PREFIXES.find(([, space]) => iri.startsWith(space));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

/**
 * PREFIX lines for the prefixes a query uses and does not declare.
 * @param {string} query
 */
export function declared(query) {
  const missing = PREFIXES.filter(([name]) => new RegExp(`\\b${name}:`).test(query) && !new RegExp(`prefix\\s+${name}:`, "i").test(query));
  return missing.map(([name, space]) => `PREFIX ${name}: <${space}>\n`).join("") + query;
}
