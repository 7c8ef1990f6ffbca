/**
 * The query engine in a thread of its own, so that a long question never holds up the page and can be stopped.
 *
 * The page hands over the engine and the graph; every message carries a number and its answer carries the same.
 */
import start, { defaultGraph, namedNode, Store } from "oxigraph";
import { toCsv } from "./csv.js";

/** @type {Store} */
let held;

/** What was answered last, for saving all of it. @type {{names: string[], rows: Record<string, Cell>[]}} */
let last = { names: [], rows: [] };

/** @typedef {{kind: string, value: string}} Cell a term as it is sent to the page: "NamedNode" or "Literal" */

/**
 * Each takes and gives what its own comment says: any, for messages have no types.
 * @type {Record<string, (given: any) => any>}
 */
const TASKS = {
  /** @param {{wasm: ArrayBuffer, turtle: ArrayBuffer}} given */
  async load({ wasm, turtle }) {
    await start({ module_or_path: wasm });
    held = new Store();
    const text = new TextDecoder().decode(turtle);
    for (const { part, share } of parts(text)) {
      held.load(part, { format: "text/turtle", no_transaction: true });
      postMessage({ share });
    }
    return held.size;
  },

  /** @param {{query: string, most: number}} given */
  ask({ query, most }) {
    const before = performance.now();
    const answer = held.query(query);
    const time = performance.now() - before;
    if (typeof answer === "boolean") return { yes: answer, time };
    if (typeof answer === "string") throw new Error("This form of query has no rows.");
    const rows = answer.map(sent);
    const names = inOrder([...new Set(rows.flatMap((row) => Object.keys(row)))], query);
    last = { names, rows };
    return { names, count: rows.length, rows: rows.slice(0, most), time };
  },

  csv() {
    return toCsv([last.names, ...last.rows.map((row) => last.names.map((name) => row[name]?.value ?? ""))]);
  },

  /**
   * Every triple of the things at `iris`, and of the evidence that hangs on them, as Turtle.
   * @param {{iris: string[], base: string, others: string[], prefixes: Record<string, string>}} given
   */
  selection({ iris, base, others, prefixes }) {
    const out = new Store();
    const elsewhere = new Set(others);
    const seen = new Set(iris);
    for (const iri of seen) {
      for (const quad of held.match(namedNode(iri))) {
        out.add(quad);
        const { termType, value } = quad.object;
        if (termType === "NamedNode" && value.startsWith(base) && !elsewhere.has(value)) seen.add(value);
      }
    }
    return out.dump({ format: "text/turtle", from_graph_name: defaultGraph(), prefixes });
  },
};

/** Characters of Turtle that are loaded at a time. */
const AT_ONCE = 2e6;

/**
 * Turtle in parts that can be read one after the other, each with the prefixes and the base that it needs, and how much
 * is read with it. Nodes end with an empty line, and no literal holds a line break.
 * @param {string} text
 */
function* parts(text) {
  const head = /^(@prefix .*\n)*/.exec(text)?.[0] ?? "";
  let base = "";
  for (let from = head.length; from < text.length; ) {
    const blank = text.indexOf("\n\n", from + AT_ONCE);
    const to = blank < 0 ? text.length : blank + 2;
    const part = text.slice(from, to);
    yield { part: head + base + part, share: to / text.length };
    const last = part.lastIndexOf("\n@base ");
    if (last >= 0) base = part.slice(last + 1, part.indexOf("\n", last + 1) + 1);
    from = to;
  }
}

/**
 * Names of variables in the order in which a question asks for them.
 * @param {string[]} names
 * @param {string} query
 */
function inOrder(names, query) {
  const [, asked] = /\bselect\b(.*?)(?:\bwhere\b|\{)/is.exec(query.replace(/^\s*#.*$/gm, "")) ?? ["", ""];
  const at = (/** @type {string} */ name) => {
    const place = asked.search(new RegExp(`[?$]${name}(?!\\w)`));
    return place < 0 ? asked.length : place;
  };
  return names.sort((a, b) => at(a) - at(b));
}

/**
 * A solution, or a triple of a constructed graph, as plain values.
 * @param {Map<string, import("oxigraph").Term> | import("oxigraph").Quad} row
 * @returns {Record<string, Cell>}
 */
function sent(row) {
  const { subject, predicate, object } = row instanceof Map ? {} : row;
  const terms = row instanceof Map ? [...row] : Object.entries({ subject, predicate, object });
  return Object.fromEntries(
    terms.flatMap(([name, term]) => (term ? [[name, { kind: term.termType, value: term.value }]] : [])),
  );
}

/** @param {MessageEvent} event */
async function work({ data: { number, task, given } }) {
  try {
    postMessage({ number, answer: await TASKS[task](given) });
  } catch (error) {
    postMessage({ number, fault: error instanceof Error ? error.message : String(error) });
  }
}

onmessage = work;
