/**
 * SPARQL inside the page: the shipped questions, an editor, answers whose IRIs lead into the network.
 */
import { announce, button, byId, counted, fill, h, thousands } from "./dom.js";
import { blockJson } from "./data.js";
import { ask, compact, declared, isLoading, lastAsCsv, loaded, stopAsking, Stopped } from "./engine.js";
import { dated, inWords, story, thingOf, titled } from "./model.js";
import { articleLink, link } from "./links.js";
import { saveFile } from "./save.js";
import { shorten } from "./text.js";

const MOST_ROWS = 500;

/** @type {boolean} */
let built = false;
/** Properties, classes and kinds that the graph uses. @type {string[]} */
let terms = [];

/** Draw the tab the first time it is opened. */
export async function drawAsk() {
  if (built) return;
  built = true;
  /** @type {Record<string, string>} */
  const queries = await blockJson("queries");
  terms = await blockJson("terms");
  const chosen = Object.keys(queries);
  fill(
    byId("view-ask"),
    h("h2", null, "Ask the graph"),
    h(
      "p",
      { class: "quiet" },
      "SPARQL over the graph that this page carries; nothing leaves your machine. ",
      "Choose a question or write your own. ",
    ),
    h(
      "div",
      { class: "ask" },
      h(
        "ul",
        { class: "questions", "aria-label": "Shipped questions" },
        chosen.map((name) =>
          h(
            "li",
            null,
            button(
              [h("b", null, name.replace(/[-_]/g, " ")), h("span", { class: "quiet" }, helpLine(queries[name]))],
              () => {
                put(queries[name]);
              },
              { class: "question", "data-query": name },
            ),
          ),
        ),
      ),
      h(
        "div",
        { class: "editor" },
        h("label", { for: "query" }, "Query"),
        h("textarea", {
          id: "query",
          rows: 12,
          spellcheck: "false",
          autocapitalize: "off",
          "aria-describedby": "query-help",
          onkeydown: typed,
          oninput: complete,
          onblur: () => setTimeout(hideTerms, 150),
        }),
        h("ul", { id: "terms", class: "terms", role: "listbox", "aria-label": "Terms", hidden: true }),
        h(
          "p",
          { class: "quiet", id: "query-help" },
          "Ctrl+Enter runs it. Terms are offered while you type a prefix such as rec: (Ctrl+↓ goes to them). ",
          "PREFIX lines may be left out.",
        ),
        button("Run", run, { id: "run", class: "primary" }),
      ),
    ),
    h("div", { id: "answers", "aria-live": "polite" }),
  );
  byId("query").value = chosen.length
    ? queries[chosen[0]]
    : "SELECT ?actor ?name WHERE {\n  ?actor rec:named true ; skos:prefLabel ?name\n}\nORDER BY ?name\n";
}

/** The first comment of a query says what it asks. @param {string} query */
function helpLine(query) {
  const found = /^\s*#+\s*(.+)$/m.exec(query);
  return found ? found[1] : "";
}

/** Whether a question is being answered. */
let working = false;

/** What was asked while another question was being answered: it is answered next. */
let next = "";

/**
 * Ask a question, at once or as soon as the one before it is answered.
 * @param {string} query
 * @returns {Promise<void> | undefined}
 */
function put(query) {
  byId("query").value = query;
  if (!working) return run();
  next = query;
  announce("Asked next.");
  byId("answers").append(h("p", { class: "quiet" }, "Another question waits its turn."));
  return undefined;
}

/**
 * Run what stands in the editor, or stop what is running.
 * @returns {Promise<void>}
 */
async function run() {
  if (working) {
    next = "";
    stopAsking();
    return;
  }
  const out = byId("answers");
  const query = byId("query").value;
  const clock = progress(out);
  try {
    const count = await loaded(clock.share);
    clock.say(`Asking ${thousands(count)} triples…`);
    showAnswer(out, await ask(declared(query), MOST_ROWS));
  } catch (error) {
    if (error instanceof Stopped) fill(out, h("p", { class: "answer" }, "Stopped."));
    else fill(out, h("p", { class: "fault", role: "alert" }, String(/** @type {any} */ (error).message ?? error)));
  } finally {
    clock.end();
  }
  const waiting = next;
  next = "";
  if (waiting) put(waiting);
}

/**
 * What is being done and for how long, while the button offers to stop it.
 * @param {Element} out
 */
function progress(out) {
  const button = byId("run");
  const words = h("span", null, isLoading() ? "Asking…" : "Loading the graph…");
  const seconds = h("span", { class: "quiet", "aria-hidden": "true" });
  const begun = performance.now();
  const tick = setInterval(() => fill(seconds, ` ${Math.round((performance.now() - begun) / 1000)} s`), 1000);
  working = true;
  button.textContent = "Stop";
  const bar = h("progress", { "aria-label": "Working" });
  fill(out, h("p", { class: "answer" }, bar, " ", words, seconds));
  return {
    share: (/** @type {number} */ share) => bar.setAttribute("value", String(share)),
    say: (/** @type {string} */ text) => {
      bar.removeAttribute("value");
      fill(words, text);
    },
    end: () => {
      clearInterval(tick);
      working = false;
      button.textContent = "Run";
    },
  };
}

/**
 * @param {Element} out
 * @param {import("./engine.js").Answer} answer
 */
function showAnswer(out, { yes, names, count, rows, time }) {
  if (yes !== undefined) {
    fill(out, h("p", { class: "answer" }, yes ? "Yes." : "No."));
    return;
  }
  const took = time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;
  const said = `${counted(count, "answer")} in ${took}`;
  announce(said);
  const save = async () => saveFile("answers.csv", "text/csv", await lastAsCsv());
  fill(
    out,
    h(
      "p",
      { class: "answer" },
      said,
      count > rows.length ? `, the first ${rows.length} shown` : "",
      " ",
      count ? button("Save as CSV", save, { class: "more" }) : null,
    ),
    count
      ? h(
          "table",
          null,
          h(
            "thead",
            null,
            h(
              "tr",
              null,
              names.map((name) => h("th", { scope: "col" }, name)),
            ),
          ),
          h(
            "tbody",
            null,
            rows.map((row) =>
              h(
                "tr",
                null,
                names.map((name) => h("td", null, cell(row[name]))),
              ),
            ),
          ),
        )
      : null,
  );
}

/** @type {Map<string, number> | null} */
let byName = null;

/** The actor of exactly this name, as answers often give the name alone. @param {string} name */
function actorNamed(name) {
  byName ??= new Map(story.actors.map((actor, i) => [actor.name, i]));
  return byName.get(name);
}

/** @param {{kind: string, value: string} | undefined} term */
function cell(term) {
  if (!term) return "";
  if (term.kind !== "NamedNode") {
    const i = actorNamed(term.value);
    if (i !== undefined) return link({ kind: "actor", i }, h("bdi", null, term.value));
    if (/^\d{4}-\d{2}(-\d{2})?$/.test(term.value)) return dated(term.value);
    return h("bdi", null, { true: "yes", false: "no" }[term.value] ?? term.value);
  }
  const thing = thingOf(term.value);
  if (thing) return link(thing, shorten(inWords(thing), 120));
  const n = story.articles.findIndex(
    (article) => term.value === article.iri || term.value.startsWith(`${article.iri}/`),
  );
  const at = /#char=(\d+),(\d+)/.exec(term.value);
  if (n >= 0) return articleLink(n, at ? Number(at[1]) : 0, at ? `characters ${at[1]}–${at[2]}` : "");
  return inPlain(term.value) ?? h("code", { title: term.value }, compact(term.value));
}

/** Endings of the names of values that say what they are values of. */
const VALUES = /(Polarity|Modality|Mode|Stance|Decision)$/;

/**
 * A term of the vocabulary in words, with its name beside the pointer: "ordered" for rec:OrderedModality.
 * @param {string} iri
 */
function inPlain(iri) {
  const [, name] = /^(?:rec|act):([A-Z]\w*)$/.exec(compact(iri)) ?? [];
  return name ? h("span", { title: compact(iri) }, titled(name.replace(VALUES, ""))) : null;
}

/** The beginning of a term before the caret. */
function begun() {
  const field = byId("query");
  return /[a-z]+:[\w-]*$|(?<=[\s(])[a-z]{3,}$/i.exec(field.value.slice(0, field.selectionStart))?.[0] ?? "";
}

/** Offer terms that go on from what is being typed. */
function complete() {
  const word = begun();
  if (!word) return hideTerms();
  const rank = (/** @type {string} */ term) =>
    term.startsWith(word) ? 0 : term.toLowerCase().startsWith(word.toLowerCase()) ? 1 : 2;
  const fitting = terms
    .filter((term) => term.toLowerCase().includes(word.toLowerCase()) && term !== word)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 8);
  const list = byId("terms");
  fill(
    list,
    fitting.map((term) =>
      h(
        "li",
        { role: "option", "aria-selected": "false" },
        button(term, () => insert(term)),
      ),
    ),
  );
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
