/**
 * Oxigraph in a worker, unpacked and loaded with the graph when somebody first asks. If the page holds but a part and
 * its server has the whole, the server answers.
 */
import { toCsv } from "./csv.js";
import { blockBytes, blockText } from "./data.js";
import { askServer, isServed, stopServer } from "./served.js";

/**
 * @typedef {{names: string[], count: number, rows: Record<string, {kind: string, value: string}>[], yes?: boolean,
 *   time: number}} Answer
 */

/** What a question that was stopped ends with. */
export class Stopped extends Error {}

/** @type {Worker | null} */
let worker = null;

/** @type {Promise<number> | null} */
let loading = null;

let sentSoFar = 0;

/** How often the engine was stopped: what was begun before does not go on. */
let stops = 0;

/**
 * Who waits for an answer. Answers are any: what each is, the task that was sent decides.
 * @type {Map<number, {resolve: (answer: any) => void, reject: (error: Error) => void}>}
 */
const waiting = new Map();

/** Told how much of the graph is loaded, from 0 to 1. @type {(share: number) => void} */
let onShare = () => {};

/**
 * The engine with the graph in it; resolves to the number of triples.
 * @param {(share: number) => void} [told] how much of it is there, from 0 to 1
 * @returns {Promise<number>}
 */
export function loaded(told) {
  if (told) onShare = told;
  loading ??= load();
  return loading;
}

/** Whether the graph is there already, or has still to be unpacked. */
export function isLoading() {
  return loading !== null;
}

async function load() {
  const begun = stops;
  const [code, wasm, turtle] = await Promise.all([
    blockText("worker"),
    blockBytes("engine"),
    blockBytes("turtle"),
  ]);
  if (begun !== stops) throw new Stopped();
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  worker = new Worker(address);
  worker.onmessage = ({ data }) => {
    if (data.share !== undefined) return onShare(data.share);
    const one = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.fault === undefined) one?.resolve(data.answer);
    else one?.reject(new Error(data.fault));
    return undefined;
  };
  worker.onerror = (event) => end(new Error(event.message || "The query engine could not be started."));
  try {
    return await send("load", { wasm, turtle }, [wasm, turtle]);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @template T what the task answers with; see `worker.js`
 * @param {string} task
 * @param {unknown} given
 * @param {Transferable[]} [handed]
 * @returns {Promise<T>}
 */
function send(task, given, handed = []) {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Stopped());
    sentSoFar += 1;
    waiting.set(sentSoFar, { resolve, reject });
    return worker.postMessage({ number: sentSoFar, task, given }, handed);
  });
}

/** @param {Error} why */
function end(why) {
  stops += 1;
  worker?.terminate();
  worker = null;
  loading = null;
  for (const one of waiting.values()) one.reject(why);
  waiting.clear();
}

/** Stop whatever is being asked; the next question loads the graph anew. */
export function stopAsking() {
  stopServer();
  end(new Stopped());
}

/**
 * The answer to a SPARQL query, with at most so many rows.
 * @param {string} query
 * @param {number} most
 * @returns {Promise<Answer>}
 */
export async function ask(query, most) {
  if (isServed()) return fromServer(query, most);
  await loaded();
  return send("ask", { query, most });
}

/** What the server answered last, for saving all of it. @type {Awaited<ReturnType<typeof askServer>> | null} */
let last = null;

/** @param {string} query @param {number} most @returns {Promise<Answer>} */
async function fromServer(query, most) {
  const before = performance.now();
  const stopped = stops;
  try {
    last = await askServer(query);
  } catch (error) {
    throw stopped === stops ? error : new Stopped();
  }
  const { yes, names, rows } = last;
  return { yes, names, rows: rows.slice(0, most), count: rows.length, time: performance.now() - before };
}

/** Every row of the last answer, for a sheet. @returns {Promise<string>} */
export async function lastAsCsv() {
  if (!isServed() || !last) return send("csv", null);
  const { names, rows } = last;
  return toCsv([names, ...rows.map((row) => names.map((name) => row[name]?.value ?? ""))]);
}

/**
 * The triples of things, and of the evidence that hangs on them, as Turtle.
 * @param {{iris: string[], base: string, others: string[]}} given
 * @returns {Promise<string>}
 */
export async function triplesOf(given) {
  await loaded();
  return send("selection", { ...given, prefixes: Object.fromEntries(PREFIXES) });
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
  const missing = PREFIXES.filter(
    ([name]) => new RegExp(`\\b${name}:`).test(query) && !new RegExp(`prefix\\s+${name}:`, "i").test(query),
  );
  return missing.map(([name, space]) => `PREFIX ${name}: <${space}>\n`).join("") + query;
}
