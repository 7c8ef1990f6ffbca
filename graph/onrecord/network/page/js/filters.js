/**
 * Filters, each value with the number of actions and statements it would leave.
 */
import { html, nothing, render } from "lit-html";
import { byId, counted, thousands } from "./dom.js";
import { FAMILIES, MODES, titled } from "./model.js";
import { chosen, dateOf, fullItems, tally, withoutFacet } from "./choose.js";
import { activeFilters, clearFilters, state, update } from "./state.js";
import { sign } from "./legend.js";

const FIRST_VALUES = 8;

/** Facets whose long lists the reader has opened. @type {Set<string>} */
const unfoldedFacets = new Set();

/**
 * Open or close the filters where they have no column of their own.
 * @param {boolean} open
 */
export function showFilters(open) {
  document.body.classList.toggle("with-filters", open);
  const toggle = byId("toggle-filters");
  toggle.setAttribute("aria-expanded", String(open));
  if (open) byId("filters").querySelector("input, button")?.focus();
  else if (byId("filters").contains(document.activeElement)) toggle.focus();
}

/** Draw the filters with the counts of now. */
export function drawFilters() {
  const passing = chosen().size;
  const all = fullItems().length;
  const of = passing === all ? "" : `${thousands(passing)} of `;
  const shown = counted(all, `action ${of ? "and" : "or"} statement`, "actions and statements");
  render(
    html`<div class="filters-head">
        <h2>Filters</h2>
        <div>
          ${activeFilters()
            ? html`<button type="button" class="more" @click=${clearFilters}>Clear all</button>`
            : nothing}
          <button type="button" class="more done" @click=${() => showFilters(false)}>Done</button>
        </div>
        <p class="quiet" id="passing">${of}${shown}</p>
      </div>
      ${facet(
        "family",
        "Kind of actor",
        (value) => [sign(value), FAMILIES[value] ?? value],
        Object.keys(FAMILIES),
      )}
      ${facet("mode", "How sure", (value) => MODES[value] ?? value, Object.keys(MODES))}
      ${facet("outlet", "Outlet", (value) => html`<bdi>${value}</bdi>`)} ${facet("type", "Kind of action", titled)}
      ${dates()} ${confidence()} ${support()}`,
    byId("filters"),
  );
}

/**
 * @param {"family" | "mode" | "outlet" | "type"} name
 * @param {string} title
 * @param {(value: string) => unknown} label
 * @param {string[]} [order]
 */
function facet(name, title, label, order) {
  const counts = tally(name);
  const values = order
    ? order.filter((value) => counts.has(value))
    : [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  if (values.length < 2 && !state[name].length) return nothing;
  const visible = unfoldedFacets.has(name)
    ? values
    : values.filter((value, i) => i < FIRST_VALUES || state[name].includes(value));
  const more = values.length - visible.length;
  const unfold = () => {
    unfoldedFacets.add(name);
    drawFilters();
  };
  return html`<fieldset>
    <legend>${title}</legend>
    ${visible.map((value) => choice(name, value, label(value), counts.get(value) ?? 0))}
    ${more ? html`<button type="button" class="more" @click=${unfold}>${more} more</button>` : nothing}
  </fieldset>`;
}

/**
 * @param {"family" | "mode" | "outlet" | "type"} name
 * @param {string} value
 * @param {unknown} label
 * @param {number} count
 */
function choice(name, value, label, count) {
  const checked = state[name].includes(value);
  const toggle = () =>
    update({ [name]: checked ? state[name].filter((other) => other !== value) : [...state[name], value] });
  return tick(checked, toggle, label, count);
}

/**
 * A box to tick, with how much it would leave.
 * @param {boolean} checked
 * @param {() => void} toggle
 * @param {unknown} label
 * @param {number} count
 */
function tick(checked, toggle, label, count) {
  return html`<label class=${count ? "choice" : "choice none"}>
    <input type="checkbox" .checked=${checked} @change=${toggle} />
    <span class="name">${label}</span>
    <span class="count">${thousands(count)}</span>
  </label>`;
}

function dates() {
  const undated = withoutFacet("dates").filter((item) => !dateOf(item)).length;
  const field = (/** @type {"from" | "to"} */ name, /** @type {string} */ label) => {
    const choose = (/** @type {Event} */ event) => update({ [name]: valueOf(event) });
    return html`<label class="field"
      >${label}<input type="date" .value=${state[name]} @change=${choose}
    /></label>`;
  };
  return html`<fieldset>
    <legend>Date</legend>
    <div class="pair">${field("from", "From")} ${field("to", "To")}</div>
    ${undated ? tick(state.undated, () => update({ undated: !state.undated }), "Undated too", undated) : nothing}
  </fieldset>`;
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
}

function confidence() {
  const choose = (/** @type {Event} */ event) => update({ confidence: Number(valueOf(event)) });
  const title = "Confidence at least";
  return html`<fieldset>
    <legend>${title} <output class="count">${Math.round(state.confidence * 100)} %</output></legend>
    <input
      type="range"
      min="0"
      max="1"
      step="0.05"
      .value=${String(state.confidence)}
      aria-label=${title}
      @change=${choose}
    />
  </fieldset>`;
}

function support() {
  const most = fullItems().reduce((least, item) => Math.max(least, item.articles.length), 1);
  if (most < 2) return nothing;
  const choose = (/** @type {Event} */ event) => update({ support: Number(valueOf(event)) });
  const options = Array.from({ length: Math.min(most, 6) }, (_, i) => i + 1);
  return html`<fieldset>
    <legend>Supported by</legend>
    <select aria-label="Supported by" @change=${choose}>
      ${options.map(
        (count) =>
          html`<option value=${count} .selected=${state.support === count}>
            ${count > 1 ? `${count} articles or more` : "any number of articles"}
          </option>`,
      )}
    </select>
  </fieldset>`;
}
