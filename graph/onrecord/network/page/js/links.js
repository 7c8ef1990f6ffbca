/**
 * Actors, actions, statements and passages as lines of links.
 */
import { html, nothing } from "lit-html";
import { update } from "./state.js";
import { dated } from "./dates.js";
import { articleTitle, inWords, outletName, printedBy, shortId, story, thingOf, wordsOf } from "./model.js";
import { sign } from "./legend.js";
import { shorten } from "./text.js";

/**
 * A thing as a link that selects it; its address can be copied like any other.
 * @param {import("./types.js").Thing} thing
 * @param {unknown} [content]
 * @param {string} [kind]
 */
export function link(thing, content, kind = "") {
  const choose = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    update({ sel: thing });
  };
  const shown = content ?? inWords(thing);
  return html`<a href=${fragment(thing)} class=${`link ${kind}`.trim()} @click=${choose}>${shown}</a>`;
}

/** @param {number} i */
export function actorLink(i) {
  const actor = story.actors[i];
  return link({ kind: "actor", i }, html`${sign(actor.family)}<bdi>${actor.name}</bdi>`, "actor");
}

/**
 * Links to actors, the first few of them where there are many.
 * @param {number[]} actors
 * @param {number} [most]
 */
export function actorLinks(actors, most = 99) {
  const first = actors.length > most + 1 ? actors.slice(0, most) : actors;
  const more = actors.length - first.length;
  const between = (/** @type {number} */ n) => (n ? (n === actors.length - 1 ? " and " : ", ") : "");
  return html`${first.map((i, n) => [between(n), actorLink(i)])}${more
    ? html`<span class="quiet"> and ${more} others</span>`
    : nothing}`;
}

/** Who did or said it where nobody is named. */
const SOMEBODY = html`<span class="quiet">Somebody</span>`;

/**
 * An action as a sentence of links.
 * @param {number} i
 * @param {number} [most] actors on either side
 */
export function actionLine(i, most = 2) {
  const action = story.actions[i];
  if (action.clause.includes(" ")) {
    const words = html`<bdi class=${`verb mode-${action.mode}`}>${action.clause}</bdi>`;
    return html`${link({ kind: "action", i }, words)}${most > 9 ? html` ${whoIsWho(action)}` : nothing}`;
  }
  // "A and B negotiate", not with themselves
  const others = action.patients.filter((patient) => !action.agents.includes(patient));
  const verb = link({ kind: "action", i }, html`<span class=${`verb mode-${action.mode}`}>${action.label}</span>`);
  return html`${action.agents.length ? actorLinks(action.agents, most) : SOMEBODY} ${verb}
  ${actorLinks(others, most)}`;
}

/** Links to those whom the clause of an action names. @param {import("./types.js").Action} action */
function whoIsWho(action) {
  return html`<span class="quiet">${actorLinks([...new Set([...action.agents, ...action.patients])])}</span>`;
}

/** A statement as a line of links. @param {number} i */
export function statementLine(i) {
  const said = story.statements[i];
  const words = html`<bdi class=${`said mode-${said.mode}`}>${shorten(wordsOf(said), 150)}</bdi>`;
  return html`${said.speakers.length ? actorLinks(said.speakers) : SOMEBODY}:
  ${link({ kind: "statement", i }, words)}`;
}

/** What is disputed, in words. @type {Record<string, string>} */
const ASPECTS = {
  date: "Articles give different dates",
  agent: "Articles name different doers",
  patient: "Articles name different objects",
  number: "Articles give different numbers",
  polarity: "One says it happened, another that it did not",
};

/** What a disagreement is about, in words. @param {import("./types.js").Disagreement} one */
export function aspectOf(one) {
  if (one.label) return one.label;
  const words = ASPECTS[one.aspect] ?? `They disagree on the ${one.aspect}`;
  const about = one.action !== null ? link({ kind: "action", i: one.action }) : null;
  if (about) return html`${words}: ${about}`;
  return one.actor === null ? words : html`${words}: ${actorLink(one.actor)}`;
}

/** Why all of it may hold, where it only seems disputed. @param {import("./types.js").Disagreement} one */
export function noteOn(one) {
  return one.note ? html`<p class="quiet">Only seems disputed. ${one.note}</p>` : nothing;
}

/** Disagreements, those that only seem so last. @param {import("./types.js").Disagreement[]} from */
export function disputedFirst(from) {
  return [...from].sort((a, b) => Number(Boolean(a.note)) - Number(Boolean(b.note)));
}

/** @param {import("./types.js").Disagreement} one */
export function disagreementBlock(one) {
  return html`<div class="disagreement">
    <strong>${aspectOf(one)}</strong>
    ${noteOn(one)}
    <ul>
      ${one.positions.map(
        (position) =>
          html`<li>
            <b>${valueOf(position.value)}</b> — ${sourcesOf(position).map((source, n) => [n ? ", " : "", source])}
          </li>`,
      )}
    </ul>
  </div>`;
}

/**
 * Who gives a position: a link to what each article tells, or into it.
 * @param {import("./types.js").Position} position
 */
function sourcesOf(position) {
  const told = distinct(position.refs);
  const known = new Set(told.map((ref) => ref.article));
  const read = position.places.filter(
    ([n], at) => !known.has(n) && position.places.findIndex(([other]) => other === n) === at,
  );
  return [...told.map(pointer), ...read.map(([n, start]) => articleLink(n, start, outletName(n)))];
}

/** One ref an article. @param {import("./types.js").Pointer[]} refs */
function distinct(refs) {
  return refs.filter(
    (ref, n) => ref.article !== null && refs.findIndex((other) => other.article === ref.article) === n,
  );
}

/** A value of a position: a date or a number as it is, an actor by name. @param {string} value */
export function valueOf(value) {
  const thing = thingOf(value);
  return thing ? link(thing) : /^\d{4}(-|$)/.test(value) ? dated(value) : html`<bdi>${value}</bdi>`;
}

/** @param {import("./types.js").Pointer} ref */
function pointer(ref) {
  const label = outletName(/** @type {number} */ (ref.article));
  if (ref.statement !== null) return link({ kind: "statement", i: ref.statement }, label);
  if (ref.action !== null) return link({ kind: "action", i: ref.action }, label);
  return label;
}

/**
 * A link into the article at a character.
 * @param {number} n
 * @param {number} at
 * @param {string} [label] instead of title, outlet and date
 */
export function articleLink(n, at, label = "") {
  const open = () => {
    update({ tab: "articles", article: n });
    document.dispatchEvent(new CustomEvent("onrecord-at", { detail: { article: n, at } }));
  };
  const shown =
    label ||
    html`<cite><bdi>${shorten(articleTitle(n), 80)}</bdi></cite
      ><span class="quiet"> ${printedBy(n)}</span>`;
  return html`<button type="button" class="link article-link" @click=${open}>${shown}</button>`;
}

/** The fragment of a thing, for links made elsewhere. @param {import("./types.js").Thing} thing */
export function fragment(thing) {
  return `#sel=${encodeURIComponent(shortId(thing))}`;
}

/**
 * A link that leads out of the page, only for addresses of the web.
 * @param {string} address
 */
export function outside(address) {
  if (!/^https?:\/\//i.test(address)) return html`<span>${address}</span>`;
  return html`<a href=${address} rel="noreferrer noopener" target="_blank">${address}</a>`;
}
