/**
 * Actors, actions, statements and passages as lines of links.
 */
import { update } from "./state.js";
import { button, h } from "./dom.js";
import { articleTitle, dated, inWords, outletName, printedBy, shortId, story, thingOf, wordsOf } from "./model.js";
import { sign } from "./legend.js";
import { shorten } from "./text.js";

/**
 * A thing as a link that selects it; its address can be copied like any other.
 * @param {import("./types.js").Thing} thing
 * @param {any} [content]
 * @param {string} [kind]
 */
export function link(thing, content, kind = "") {
  const choose = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    update({ sel: thing });
  };
  return h("a", { href: fragment(thing), class: `link ${kind}`.trim(), onclick: choose }, content ?? inWords(thing));
}

/** @param {number} i */
export function actorLink(i) {
  const actor = story.actors[i];
  return link({ kind: "actor", i }, [sign(actor.family), h("bdi", null, actor.name)], "actor");
}

/**
 * Links to actors, the first few of them where there are many.
 * @param {number[]} actors
 * @param {number} [most]
 */
export function actorLinks(actors, most = 99) {
  const first = actors.length > most + 1 ? actors.slice(0, most) : actors;
  const links = first.flatMap((i, n) =>
    n ? [n === actors.length - 1 ? " and " : ", ", actorLink(i)] : [actorLink(i)],
  );
  return first.length < actors.length
    ? [links, h("span", { class: "quiet" }, ` and ${actors.length - first.length} others`)]
    : links;
}

/**
 * An action as a sentence of links.
 * @param {number} i
 * @param {number} [most] actors on either side
 */
export function actionLine(i, most = 2) {
  const action = story.actions[i];
  if (action.clause.includes(" ")) {
    const words = h("bdi", { class: `verb mode-${action.mode}` }, action.clause);
    return [link({ kind: "action", i }, words), most > 9 ? [" ", whoIsWho(action)] : null];
  }
  // "A and B negotiate", not with themselves
  const others = action.patients.filter((patient) => !action.agents.includes(patient));
  return [
    action.agents.length ? actorLinks(action.agents, most) : h("span", { class: "quiet" }, "Somebody"),
    " ",
    link({ kind: "action", i }, h("span", { class: `verb mode-${action.mode}` }, action.label)),
    " ",
    actorLinks(others, most),
  ];
}

/** Links to those whom the clause of an action names. @param {import("./types.js").Action} action */
function whoIsWho(action) {
  return h("span", { class: "quiet" }, actorLinks([...new Set([...action.agents, ...action.patients])]));
}

/** A statement as a line of links. @param {number} i */
export function statementLine(i) {
  const said = story.statements[i];
  return [
    said.speakers.length ? actorLinks(said.speakers) : h("span", { class: "quiet" }, "Somebody"),
    ": ",
    link({ kind: "statement", i }, h("bdi", { class: `said mode-${said.mode}` }, shorten(wordsOf(said), 150))),
  ];
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
  const about = one.action !== null ? { kind: /** @type {const} */ ("action"), i: one.action } : null;
  const words = ASPECTS[one.aspect] ?? `They disagree on the ${one.aspect}`;
  if (about) return [words, ": ", link(about)];
  return one.actor === null ? words : [words, ": ", actorLink(one.actor)];
}

/** @param {import("./types.js").Disagreement} one */
export function disagreementBlock(one) {
  const about =
    one.action !== null ? link({ kind: "action", i: one.action }) : one.actor !== null ? actorLink(one.actor) : null;
  return h(
    "div",
    { class: "disagreement" },
    h("strong", null, one.label || ASPECTS[one.aspect] || `They disagree on the ${one.aspect}`),
    !one.label && about ? [": ", about] : null,
    h(
      "ul",
      null,
      one.positions.map((position) =>
        h(
          "li",
          null,
          h("b", null, valueOf(position.value)),
          " — ",
          distinct(position.refs).map((ref, n) => [n ? ", " : "", pointer(ref)]),
        ),
      ),
    ),
  );
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
  return thing ? link(thing) : /^\d{4}(-|$)/.test(value) ? dated(value) : h("bdi", null, value);
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
  return button(
    label || [
      h("cite", null, h("bdi", null, shorten(articleTitle(n), 80))),
      h("span", { class: "quiet" }, ` ${printedBy(n)}`),
    ],
    () => {
      update({ tab: "articles", article: n });
      document.dispatchEvent(new CustomEvent("onrecord-at", { detail: { article: n, at } }));
    },
    { class: "link article-link" },
  );
}

/** The fragment of a thing, for links made elsewhere. @param {import("./types.js").Thing} thing */
export function fragment(thing) {
  return `#sel=${encodeURIComponent(shortId(thing))}`;
}
