/**
 * Filters, each value with the number of actions and statements it would leave.
 */
import { button, byId, counted, fill, h, thousands } from "./dom.js";
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
  const focus = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.key;
  const passing = chosen().size;
  const active = activeFilters();
  fill(
    byId("filters"),
    h(
      "div",
      { class: "filters-head" },
      h("h2", null, "Filters"),
      h(
        "div",
        null,
        active ? button("Clear all", clearFilters, { class: "more" }) : null,
        " ",
        button("Done", () => showFilters(false), { class: "more done" }),
      ),
      h(
        "p",
        { class: "quiet", id: "passing" },
        passing === fullItems().length
          ? `${counted(fullItems().length, "action or statement", "actions and statements")}`
          : `${thousands(passing)} of ${counted(fullItems().length, "action and statement", "actions and statements")}`,
      ),
    ),
    facet("family", "Kind of actor", (value) => [sign(value), FAMILIES[value] ?? value], Object.keys(FAMILIES)),
    facet("mode", "How sure", (value) => MODES[value] ?? value, Object.keys(MODES)),
    facet("outlet", "Outlet", (value) => h("bdi", null, value)),
    facet("type", "Kind of action", (value) => (value === "Statement" ? "Statement" : titled(value))),
    dates(),
    slider("confidence", "Confidence at least", 0, 1, 0.05, `${Math.round(state.confidence * 100)} %`),
    support(),
  );
  if (focus) /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${CSS.escape(focus)}"]`))?.focus();
}

/**
 * @param {"family" | "mode" | "outlet" | "type"} name
 * @param {string} title
 * @param {(value: string) => any} label
 * @param {string[]} [order]
 */
function facet(name, title, label, order) {
  const counts = tally(name);
  const values = order
    ? order.filter((value) => counts.has(value))
    : [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  if (values.length < 2 && !state[name].length) return null;
  const visible = unfoldedFacets.has(name)
    ? values
    : values.filter((value, i) => i < FIRST_VALUES || state[name].includes(value));
  const more = values.length - visible.length;
  return h(
    "fieldset",
    null,
    h("legend", null, title),
    visible.map((value) => choice(name, value, label(value), counts.get(value) ?? 0)),
    more
      ? button(
          `${more} more`,
          () => {
            unfoldedFacets.add(name);
            drawFilters();
          },
          { class: "more", "data-key": `${name} more` },
        )
      : null,
  );
}

/**
 * @param {"family" | "mode" | "outlet" | "type"} name
 * @param {string} value
 * @param {any} label
 * @param {number} count
 */
function choice(name, value, label, count) {
  const checked = state[name].includes(value);
  const toggle = () =>
    update({ [name]: checked ? state[name].filter((other) => other !== value) : [...state[name], value] });
  return h(
    "label",
    { class: count ? "choice" : "choice none" },
    h("input", { type: "checkbox", checked, onchange: toggle, "data-key": `${name} ${value}` }),
    h("span", { class: "name" }, label),
    h("span", { class: "count" }, thousands(count)),
  );
}

function dates() {
  const undated = withoutFacet("dates").filter((item) => !dateOf(item)).length;
  const field = (/** @type {"from" | "to"} */ name, /** @type {string} */ label) =>
    h(
      "label",
      { class: "field" },
      label,
      h("input", {
        type: "date",
        value: state[name],
        "data-key": name,
        onchange: (/** @type {any} */ event) => update({ [name]: event.target.value }),
      }),
    );
  return h(
    "fieldset",
    null,
    h("legend", null, "Date"),
    h("div", { class: "pair" }, field("from", "From"), field("to", "To")),
    undated
      ? h(
          "label",
          { class: "choice" },
          h("input", {
            type: "checkbox",
            checked: state.undated,
            "data-key": "undated",
            onchange: () => update({ undated: !state.undated }),
          }),
          h("span", { class: "name" }, "Undated too"),
          h("span", { class: "count" }, thousands(undated)),
        )
      : null,
  );
}

/**
 * @param {"confidence"} name
 * @param {string} title
 * @param {number} min
 * @param {number} max
 * @param {number} step
 * @param {string} shown
 */
function slider(name, title, min, max, step, shown) {
  return h(
    "fieldset",
    null,
    h("legend", null, title, " ", h("output", { class: "count" }, shown)),
    h("input", {
      type: "range",
      min,
      max,
      step,
      value: state[name],
      "aria-label": title,
      "data-key": name,
      onchange: (/** @type {any} */ event) => update({ [name]: Number(event.target.value) }),
    }),
  );
}

function support() {
  const most = fullItems().reduce((least, item) => Math.max(least, item.articles.length), 1);
  if (most < 2) return null;
  const options = Array.from({ length: Math.min(most, 6) }, (_, i) =>
    h(
      "option",
      { value: i + 1, selected: state.support === i + 1 },
      i ? `${i + 1} articles or more` : "any number of articles",
    ),
  );
  return h(
    "fieldset",
    null,
    h("legend", null, "Supported by"),
    h(
      "select",
      {
        "aria-label": "Supported by",
        "data-key": "support",
        onchange: (/** @type {any} */ event) => update({ support: Number(event.target.value) }),
      },
      options,
    ),
  );
}
