/**
 * A page of the chief part of a large collection that `onrecord serve` hands out: it asks there for all the rest.
 *
 * This module alone sends anything, and to nobody but the server that the page came from.
 */
import { full } from "./model.js";

/** Whether the page is of a part, and the server that it came from has the whole. */
export function isServed() {
  return Boolean(full.whole) && location.protocol.startsWith("http");
}

/** @type {AbortController | null} */
let asking = null;

/** Stop waiting for an answer. */
export function stopServer() {
  asking?.abort();
}

/**
 * The answer of the server to a SPARQL query that has rows or is answered by yes or no.
 * @param {string} query
 * @returns {Promise<{yes: boolean | undefined, names: string[],
 *   rows: Record<string, {kind: string, value: string}>[]}>}
 */
export async function askServer(query) {
  asking = new AbortController();
  const answer = await fetch("sparql", {
    method: "POST",
    body: new URLSearchParams({ query }),
    headers: { Accept: "application/sparql-results+json" },
    signal: asking.signal,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  if (!(answer.headers.get("content-type") ?? "").includes("json"))
    throw new Error("A question that makes triples is answered at /sparql itself.");
  const { boolean: yes, head, results } = JSON.parse(text);
  const rows = (results?.bindings ?? []).map(cells);
  return { yes, names: head.vars ?? [], rows };
}

/** @param {Record<string, {type: string, value: string}>} row */
function cells(row) {
  const found = Object.entries(row).map(([name, { type, value }]) => [
    name,
    { kind: type === "uri" ? "NamedNode" : "Literal", value },
  ]);
  return Object.fromEntries(found);
}

/**
 * Where the server tells of an IRI of the graph, which may be of what this page does not hold.
 * @param {string} iri
 */
export function placeAtServer(iri) {
  if (!isServed() || !iri.startsWith(full.base)) return null;
  const { pathname, hash } = new URL(iri);
  return pathname + hash;
}
