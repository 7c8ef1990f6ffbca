/**
 * SPARQL inside the page: the shipped questions, an editor, answers whose IRIs lead into the network.
 */
import { announce, button, byId, counted, fill, h } from "./dom.js";
import { blockJson } from "./data.js";
import { compact, declared, store } from "./engine.js";
import { inWords, story, thingOf } from "./model.js";
import { articleLink, link } from "./links.js";
import { saveFile, toCsv } from "./export.js";
import { shorten } from "./text.js";

const MOST_ROWS = 500;

/** @type {boolean} */
let built = false;
/** @type {string[]} */
let terms = [];

/** Draw the tab the first time it is opened. */
export async function drawAsk() {
  if (built) return;
  built = true;
  /** @type {Record<string, string>} */
  const queries = await blockJson("queries");
  const chosen = Object.keys(queries);
  fill(
    byId("view-ask"),
    h("h2", null, "Ask the graph"),
    h("p", { class: "quiet" }, "SPARQL over the graph that this page carries; nothing leaves your machine. Choose a question or write your own."),
    h("div", { class: "ask" },
      h("ul", { class: "questions", "aria-label": "Shipped questions" }, chosen.map((name) => h("li", null, button([h("b", null, name.replace(/[-_]/g, " ")), h("span", { class: "quiet" }, helpLine(queries[name]))], () => { byId("query").value = queries[name]; run(); }, { class: "question", "data-query": name })))),
      h("div", { class: "editor" },
        h("label", { for: "query" }, "Query"),
        h("textarea", { id: "query", rows: 12, spellcheck: "false", autocapitalize: "off", "aria-describedby": "query-help", onkeydown: typed, oninput: complete, onblur: () => setTimeout(hideTerms, 150) }),
        h("ul", { id: "terms", class: "terms", role: "listbox", "aria-label": "Terms", hidden: true }),
        h("p", { class: "quiet", id: "query-help" }, "Ctrl+Enter runs it. Terms are offered while you type a prefix such as rec: (Ctrl+↓ goes to them). PREFIX lines may be left out."),
        button("Run", run, { id: "run", class: "primary" }))),
    h("div", { id: "answers", "aria-live": "polite" }),
  );
  byId("query").value = chosen.length ? queries[chosen[0]] : "SELECT ?actor ?name WHERE {\n  ?actor rec:named true ; skos:prefLabel ?name\n}\nORDER BY ?name\n";
}

/** The first comment of a query says what it asks. @param {string} query */
function helpLine(query) {
  const found = /^\s*#+\s*(.+)$/m.exec(query);
  return found ? found[1] : "";
}

/** Run what stands in the editor. */
async function run() {
  const out = byId("answers");
  fill(out, h("p", { class: "quiet" }, "Working…"));
  try {
    const graph = await store();
    if (!terms.length) terms = gatherTerms(graph);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const before = performance.now();
    const answer = graph.query(declared(byId("query").value));
    showAnswer(out, answer, performance.now() - before);
  } catch (error) {
    fill(out, h("p", { class: "fault", role: "alert" }, String(/** @type {any} */ (error).message ?? error)));
  }
}

/**
 * @param {Element} out
 * @param {any} answer
 * @param {number} time
 */
function showAnswer(out, answer, time) {
  if (typeof answer === "boolean") {
    fill(out, h("p", { class: "answer" }, answer ? "Yes." : "No."));
    return;
  }
  const rows = answer.map((/** @type {any} */ row) => (row instanceof Map ? row : new Map([["subject", row.subject], ["predicate", row.predicate], ["object", row.object]])));
  const names = [...new Set(rows.flatMap((/** @type {Map<string, any>} */ row) => [...row.keys()]))];
  const said = `${counted(rows.length, "answer")} in ${Math.round(time)} ms`;
  announce(said);
  const csv = () => saveFile("answers.csv", "text/csv", toCsv([names, ...rows.map((/** @type {any} */ row) => names.map((name) => row.get(name)?.value ?? ""))]));
  fill(
    out,
    h("p", { class: "answer" }, said, rows.length > MOST_ROWS ? `, the first ${MOST_ROWS} shown` : "", " ", rows.length ? button("Save as CSV", csv, { class: "more" }) : null),
    rows.length ? h("table", null, h("thead", null, h("tr", null, names.map((name) => h("th", { scope: "col" }, name)))), h("tbody", null, rows.slice(0, MOST_ROWS).map((/** @type {any} */ row) => h("tr", null, names.map((name) => h("td", null, cell(row.get(name)))))))) : null,
  );
}

/** @type {Map<string, number> | null} */
let byName = null;

/** The actor of exactly this name, as answers often give the name alone. @param {string} name */
function actorNamed(name) {
  byName ??= new Map(story.actors.map((actor, i) => [actor.name, i]));
  return byName.get(name);
}

/** @param {any} term */
function cell(term) {
  if (!term) return "";
  if (term.termType !== "NamedNode") {
    const i = actorNamed(term.value);
    return i === undefined ? term.value : link({ kind: "actor", i }, term.value);
  }
  const thing = thingOf(term.value);
  if (thing) return link(thing, shorten(inWords(thing), 120));
  const n = story.articles.findIndex((article) => term.value === article.iri || term.value.startsWith(`${article.iri}/`));
  const at = /#char=(\d+),(\d+)/.exec(term.value);
  if (n >= 0) return articleLink(n, at ? Number(at[1]) : 0, at ? `characters ${at[1]}–${at[2]}` : "");
  return h("code", { title: term.value }, compact(term.value));
}

/** Properties, classes and kinds that the graph uses. @param {any} graph */
function gatherTerms(graph) {
  const found = new Set();
  for (const query of ["SELECT DISTINCT ?t WHERE { ?s ?t ?o }", "SELECT DISTINCT ?t WHERE { ?s a ?t }", "SELECT DISTINCT ?t WHERE { ?s <https://w3id.org/onrecord/ns#kind> ?t }"]) {
    for (const row of graph.query(query)) found.add(compact(row.get("t").value));
  }
  return [...found].sort();
}

/** The beginning of a term before the caret. */
function begun() {
  const field = byId("query");
  return /[a-z]+:[\w-]*$|(?<=[\s(])[a-z]{3,}$/i.exec(field.value.slice(0, field.selectionStart))?.[0] ?? "";
}

/** Offer terms that go on from what is being typed. */
async function complete() {
  const word = begun();
  if (!word) return hideTerms();
  if (!terms.length) terms = gatherTerms(await store());
  const fitting = terms.filter((term) => term.toLowerCase().includes(word.toLowerCase()) && term !== word).slice(0, 8);
  const list = byId("terms");
  fill(list, fitting.map((term) => h("li", { role: "option", "aria-selected": "false" }, button(term, () => insert(term)))));
  list.hidden = !fitting.length;
  return undefined;
}

function hideTerms() {
  const list = byId("terms");
  if (list && !list.contains(document.activeElement)) list.hidden = true;
}

/** @param {string} term */
function insert(term) {
  const field = byId("query");
  const end = field.selectionStart;
  const start = end - begun().length;
  field.setRangeText(`${term} `, start, end, "end");
  byId("terms").hidden = true;
  field.focus();
}

/** @param {KeyboardEvent} event */
function typed(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  } else if (event.key === "ArrowDown" && event.ctrlKey) {
    event.preventDefault();
    byId("terms").querySelector("button")?.focus();
  } else if (event.key === "Escape") byId("terms").hidden = true;
}
