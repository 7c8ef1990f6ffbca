/**
 * Putting things right beside the evidence: what is not so, who else it was, what else it is.
 */
import { html, nothing } from "lit-html";
import { addressIn, addressOf, correct, correctionOf, markOf } from "./corrections.js";
import { say as tell } from "./copy.js";
import { announce } from "./dom.js";
import { full, inWords, titled } from "./model.js";

/** @typedef {import("./corrections.js").Row} Row */
/** @typedef {import("./types.js").Report} Report */

const ACTOR_KINDS = [
  "Person", "Organization", "GovernmentBody", "Ministry", "RegulatoryAgency", "IntelligenceAgency", "Company",
  "CivilSocietyOrganization", "Outlet", "State", "Group", "Product", "Place", "Thing",
]; // prettier-ignore

/** @param {string} what @param {string[]} marks @param {Row[]} rows */
function say(what, marks, rows) {
  correct({ what, marks, rows });
  announce(`${what} Ctrl+Z takes it back.`);
}

/**
 * What the reader has said of a report, and the means to say it.
 * @param {Report} report
 * @param {import("./types.js").Thing} thing
 */
export function correcting(report, thing) {
  const mark = markOf(report);
  const said = correctionOf(mark);
  const on = thing.kind;
  return html`${said.map((what) => html`<p class="corrected">${what}</p>`)}
    <details class="fix">
      <summary>Correct this</summary>
      <p>
        <button type="button" data-fix="reject" @click=${() => reject([report], thing)}>Not so</button>
        ${full[on === "action" ? "actions" : "statements"][thing.i].reports.length > 1
          ? html`<button type="button" data-fix="reject-all" @click=${() => reject(null, thing)}>
              Not so anywhere
            </button>`
          : nothing}
      </p>
      ${on === "action"
        ? [
            whoElse(report, thing, "agent", "Somebody else did it"),
            whoElse(report, thing, "patient", "To somebody else"),
          ]
        : whoElse(report, thing, "speaker", "Somebody else said it")}
      ${on === "action" ? otherKind(report, thing) : nothing}
    </details>`;
}

/** Every report within a statement, in one article. @param {number} statement @param {number} article */
function insideOf(statement, article) {
  return full.actions.flatMap((action) =>
    action.reports.filter((report) => report.within === statement && report.article === article),
  );
}

/** @param {Report[] | null} some one report, or all of the thing @param {import("./types.js").Thing} thing */
function reject(some, thing) {
  const all = thing.kind === "action" ? full.actions[thing.i].reports : full.statements[thing.i].reports;
  const reports = some ?? all;
  const inner = thing.kind === "statement" ? reports.flatMap((one) => insideOf(thing.i, one.article)) : [];
  const row = (/** @type {string} */ on) => (/** @type {Report} */ one) => ({
    do: "reject",
    on,
    items: [addressOf(one)],
  });
  const rows = [...inner.map(row("action")), ...reports.map(row(thing.kind))]; // what it holds goes before it
  say(`Not so: ${inWords(thing)}.`, [...inner, ...reports].map(markOf), rows);
}

/**
 * @param {Report} report
 * @param {import("./types.js").Thing} thing
 * @param {string} role
 * @param {string} label
 */
function whoElse(report, thing, role, label) {
  const here = full.actors.flatMap((actor, i) =>
    actor.mentions.some((mention) => mention[0] === report.article) ? [i] : [],
  );
  here.sort((a, b) => Number(full.actors[b].named) - Number(full.actors[a].named));
  const choose = (/** @type {Event} */ event) => {
    const i = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    const to = Number.isNaN(i) ? null : addressIn(i, report.article);
    if (!to) return;
    const row = { do: "re-attribute", on: thing.kind, items: [addressOf(report)], to, role };
    say(`${label}: ${full.actors[i].name}.`, [markOf(report)], [row]);
  };
  return html`<label class="field"
    >${label}
    <select data-fix=${role} @change=${choose}>
      <option value="-">choose …</option>
      ${here.map((i) => html`<option value=${i}>${full.actors[i].name}</option>`)}
    </select></label
  >`;
}

/** @param {Report} report @param {import("./types.js").Thing} thing */
function otherKind(report, thing) {
  const kinds = [...new Set(full.actions.map((action) => action.type))].sort();
  const choose = (/** @type {Event} */ event) => {
    const to = /** @type {HTMLSelectElement} */ (event.target).value;
    if (to)
      say(
        `Of another kind: ${titled(to)}.`,
        [markOf(report)],
        [{ do: "retype", on: thing.kind, items: [addressOf(report)], to }],
      );
  };
  return html`<label class="field"
    >Another kind of deed
    <select data-fix="kind" @change=${choose}>
      <option value="">choose …</option>
      ${kinds.map((kind) => html`<option value=${kind}>${titled(kind)}</option>`)}
    </select></label
  >`;
}

/**
 * The means to put an actor right: its name, its kind, whom it is one with, what is somebody else.
 * @param {number} i
 */
export function correctingActor(i) {
  const actor = full.actors[i];
  const articles = [...new Set(actor.mentions.map((mention) => mention[0]))];
  const own = articles.flatMap((n) => addressIn(i, n) ?? []);
  if (!own.length) return nothing;
  const mark = `actor ${actor.iri}`;
  const each = (/** @type {Partial<Row>} */ row) =>
    own.map((item) => ({ do: "", on: "actor", items: [item], ...row }));
  const value = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value.trim();
  const rename = (/** @type {Event} */ event) => {
    const to = value(event);
    if (to && to !== actor.name)
      say(`To be called ${to}.`, [mark], [{ do: "rename", on: "actor", items: [own[0]], to }]);
  };
  const retype = (/** @type {Event} */ event) =>
    say(`Is: ${titled(value(event))}.`, [mark], each({ do: "retype", to: value(event) }));
  const merge = (/** @type {Event} */ event) => {
    const other = full.actors.findIndex((one) => one.name === value(event));
    const there = other < 0 || other === i ? null : full.actors[other].mentions[0];
    const to = there ? addressIn(other, there[0]) : null;
    if (!to) return value(event) && tell(`Nobody else here is called “${value(event)}”.`);
    return say(`One with ${full.actors[other].name}.`, [mark], [{ do: "merge", on: "actor", items: [own[0], to] }]);
  };
  const split = (/** @type {Event} */ event) => {
    const n = Number(value(event));
    const item = addressIn(i, n);
    if (item)
      say(
        `Somebody else in ${full.articles[n].title ?? full.articles[n].id}.`,
        [mark],
        [{ do: "split", on: "actor", items: [item] }],
      );
  };
  return html`${correctionOf(mark).map((what) => html`<p class="corrected">${what}</p>`)}
    <details class="fix">
      <summary>Correct this</summary>
      <label class="field">Name <input data-fix="name" .value=${actor.name} @change=${rename} /></label>
      <label class="field"
        >Kind
        <select data-fix="type" @change=${retype}>
          ${[...new Set([...ACTOR_KINDS, actor.type])].map(
            (kind) => html`<option value=${kind} ?selected=${kind === actor.type}>${titled(kind)}</option>`,
          )}
        </select></label
      >
      <label class="field">Is one with <input data-fix="merge" list="actor-names" @change=${merge} /></label>
      <datalist id="actor-names">${full.actors.map((one) => html`<option value=${one.name}></option>`)}</datalist>
      ${articles.length > 1
        ? html`<label class="field"
            >Somebody else in
            <select data-fix="split" @change=${split}>
              <option value="-">choose …</option>
              ${articles.map(
                (n) => html`<option value=${n}>${full.articles[n].title ?? full.articles[n].id}</option>`,
              )}
            </select></label
          >`
        : nothing}
      <p>
        <button
          type="button"
          data-fix="no-actor"
          @click=${() => say(`No actor: ${actor.name}.`, [mark], each({ do: "reject" }))}
        >
          No such actor
        </button>
      </p>
    </details>`;
}
