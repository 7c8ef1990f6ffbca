/**
 * SPARQL inside the page: the shipped questions, an editor, answers whose IRIs lead into the network.
 */
import { html, nothing, render } from "lit-html";
import { announce, byId, counted, thousands } from "./dom.js";
import { blockJson } from "./data.js";
import { ask, compact, declared, isLoading, lastAsCsv, loaded, stopAsking, Stopped } from "./engine.js";
import { dated } from "./dates.js";
import { full, inWords, story, thingOf, titled } from "./model.js";
import { isServed, placeAtServer } from "./served.js";
import { update } from "./state.js";
import { articleLink, link } from "./links.js";
import { saveFile } from "./save.js";
import { flat, shorten } from "./text.js";

const MOST_ROWS = 500;

/** The tab, which is drawn once. @type {Promise<void> | null} */
let built = null;

/** Properties, classes and kinds that the graph uses. @type {string[]} */
let terms = [];

/** Draw the tab the first time it is opened. */
export function drawAsk() {
  built ??= build();
  return built;
}

async function build() {
  const queries = /** @type {Record<string, string>} */ (await blockJson("queries"));
  terms = /** @type {string[]} */ (await blockJson("terms"));
  const names = Object.keys(queries);
  render(
    html`<h2>Ask the graph</h2>
      <p class="quiet" id="asked-of">${askedOf()} Choose a question or write your own.</p>
      <div class="ask">
        <ul class="questions" aria-label="Shipped questions">
          ${names.map(
            (name) =>
              html`<li>
                <button type="button" class="question" data-query=${name} @click=${() => put(queries[name])}>
                  <b>${name.replace(/[-_]/g, " ")}</b><span class="quiet">${helpOf(queries[name])}</span>
                </button>
              </li>`,
          )}
        </ul>
        <div class="editor">
          <label for="query">Query</label>
          <textarea
            id="query"
            rows="12"
            spellcheck="false"
            autocapitalize="off"
            aria-describedby="query-help"
            @keydown=${typed}
            @input=${complete}
            @blur=${() => setTimeout(hideTerms, 150)}
          ></textarea>
          <ul id="terms" class="terms" role="listbox" aria-label="Terms" hidden></ul>
          <p class="quiet" id="query-help">
            Ctrl+Enter runs it. Terms are offered while you type a prefix such as rec: (Ctrl+↓ goes to them).
            PREFIX lines may be left out.
          </p>
          <button type="button" id="run" class="primary" @click=${run}>Run</button>
        </div>
      </div>
      <div id="answers" aria-live="polite"></div>`,
    byId("view-ask"),
  );
  byId("query").value = names.length ? queries[names[0]] : FIRST_QUERY;
}

/** Whom a question asks. */
function askedOf() {
  const all = counted(full.whole ?? 0, "article");
  if (isServed()) return `SPARQL over the graph of all ${all}, answered by the server that this page came from.`;
  const carried = "SPARQL over the graph that this page carries; nothing leaves your machine.";
  return full.whole
    ? `${carried} It is of the chief part: served by “onrecord serve”, the page asks all ${all}.`
    : carried;
}

/** Put a question from elsewhere in the page. @param {string} query */
export async function askFor(query) {
  update({ tab: "ask" });
  await drawAsk();
  put(query);
}

/** What stands in the editor where the page brings no questions. */
const FIRST_QUERY =
  "SELECT ?actor ?name WHERE {\n  ?actor rec:named true ; skos:prefLabel ?name\n}\nORDER BY ?name\n";

/** The comment at the head of a query says what it asks. @param {string} query */
function helpOf(query) {
  const [head] = /^\s*(?:#.*\n?)+/.exec(query) ?? [""];
  return flat(head.replace(/^\s*#+/gm, ""));
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
  tell();
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
  const clock = progress();
  try {
    const asked = isServed() ? "the server" : `${thousands(await loaded(clock.share))} triples`;
    clock.say(`Asking ${asked}…`);
    showAnswer(await ask(declared(byId("query").value), MOST_ROWS));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    answer(
      error instanceof Stopped
        ? html`<p class="answer">Stopped.</p>`
        : html`<p class="fault" role="alert">${words}</p>`,
    );
  } finally {
    clock.end();
  }
  const waiting = next;
  next = "";
  if (waiting) put(waiting);
  else bringIntoView();
}

/** An answer that begins low on the screen, or below it, is brought up. */
function bringIntoView() {
  const answers = byId("answers");
  if (answers.getBoundingClientRect().top > innerHeight * 0.7) answers.scrollIntoView({ block: "start" });
}

/** @param {unknown} content */
function answer(content) {
  render(content, byId("answers"));
}

/** What is being done; null while nothing is. @type {{words: string, share: number | null, begun: number} | null} */
let work = null;

/** Say what is being done and for how long, while the button offers to stop it. */
function tell() {
  if (!work) return;
  const seconds = Math.round((performance.now() - work.begun) / 1000);
  answer(
    html`<p class="answer">
        <progress aria-label="Working" value=${work.share ?? nothing}></progress> ${work.words}
        <span class="quiet" aria-hidden="true">${seconds ? `${seconds} s` : nothing}</span>
      </p>
      ${next ? html`<p class="quiet">Another question waits its turn.</p>` : nothing}`,
  );
}

function progress() {
  const button = byId("run");
  const now = { words: isLoading() ? "Asking…" : "Loading the graph…", begun: performance.now() };
  work = { ...now, share: null };
  const tick = setInterval(tell, 1000);
  working = true;
  button.textContent = "Stop";
  tell();
  return {
    share: (/** @type {number} */ share) => {
      work = { ...now, share };
      tell();
    },
    say: (/** @type {string} */ words) => {
      work = { ...now, words, share: null };
      tell();
    },
    end: () => {
      clearInterval(tick);
      work = null;
      working = false;
      button.textContent = "Run";
    },
  };
}

/** @param {import("./engine.js").Answer} found */
function showAnswer({ yes, names, count, rows, time }) {
  if (yes !== undefined) return answer(html`<p class="answer">${yes ? "Yes." : "No."}</p>`);
  const took = time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;
  const said = `${counted(count, "answer")} in ${took}`;
  announce(said);
  const save = async () => saveFile("answers.csv", "text/csv", await lastAsCsv());
  return answer(
    html`<p class="answer">
        ${said}${count > rows.length ? `, the first ${rows.length} shown` : nothing}
        ${count ? html`<button type="button" class="more" @click=${save}>Save as CSV</button>` : nothing}
      </p>
      ${count
        ? html`<table>
            <thead>
              <tr>
                ${names.map((name) => html`<th scope="col">${heading(name)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    ${names.map((name) => html`<td>${cell(row[name])}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing}`,
  );
}

/** The name of a variable in words: "On behalf of" for on_behalf_of. @param {string} name */
function heading(name) {
  return titled(name.replace(/_/g, " "));
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
    if (i !== undefined) return link({ kind: "actor", i }, html`<bdi>${term.value}</bdi>`);
    if (/^\d{4}-\d{2}(-\d{2})?$/.test(term.value)) return dated(term.value);
    return html`<bdi>${{ true: "yes", false: "no" }[term.value] ?? term.value}</bdi>`;
  }
  const thing = thingOf(term.value);
  if (thing) return link(thing, shorten(inWords(thing), 120));
  const n = story.articles.findIndex(
    (article) => term.value === article.iri || term.value.startsWith(`${article.iri}/`),
  );
  const at = /#char=(\d+),(\d+)/.exec(term.value);
  if (n >= 0) return articleLink(n, at ? Number(at[1]) : 0, at ? `characters ${at[1]}–${at[2]}` : "");
  const place = placeAtServer(term.value);
  if (place)
    return html`<a href=${place} target="_blank" rel="noopener"
      >${shorten(place.split("/").pop() ?? place, 60)}</a
    >`;
  return inPlain(term.value) ?? html`<code title=${term.value}>${compact(term.value)}</code>`;
}

/** Endings of the names of values that say what they are values of. */
const VALUES = /(Polarity|Modality|Mode|Stance|Decision)$/;

/**
 * A term of the vocabulary in words, with its name beside the pointer: "ordered" for rec:OrderedModality.
 * @param {string} iri
 */
function inPlain(iri) {
  const [, name] = /^(?:rec|act):([A-Z]\w*)$/.exec(compact(iri)) ?? [];
  return name ? html`<span title=${compact(iri)}>${titled(name.replace(VALUES, ""))}</span>` : null;
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
  render(
    fitting.map(
      (term) =>
        html`<li role="option" aria-selected="false">
          <button type="button" @click=${() => insert(term)}>${term}</button>
        </li>`,
    ),
    list,
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
