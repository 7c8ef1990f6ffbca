/**
 * Building elements. Text becomes text nodes, always: nothing in this page is ever parsed as HTML.
 */

import { render } from "lit-html";

/** @typedef {Node | string | number | null | undefined | false} Child */

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set([
  "svg",
  "g",
  "rect",
  "path",
  "line",
  "text",
  "circle",
  "polygon",
  "title",
  "defs",
  "marker",
]);

/**
 * An element with attributes, listeners (`onclick: function`) and children. Only functions become listeners and no
 * `style` or `on…` attribute is ever set from a string.
 * @param {string} tag
 * @param {Record<string, any> | null} [attributes]
 * @param {...any} children
 * @returns {any}
 */
export function h(tag, attributes, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) {
      if (typeof value === "function") element.addEventListener(name.slice(2), value);
    } else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

/**
 * @param {Element} element
 * @param {any[]} children
 */
function append(element, children) {
  for (const child of children.flat(9)) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === "object" && "_$litType$" in child) {
      const fragment = document.createDocumentFragment();
      render(child, fragment);
      element.append(fragment);
      continue;
    }
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/**
 * Replace everything inside `element`.
 * @param {Element} element
 * @param {...any} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/**
 * Replace everything inside `element`, as `fill` does; who was in it with the keyboard stays at the same place in it.
 * @param {any} element
 * @param {...any} children
 */
export function refill(element, ...children) {
  const at = [...element.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  fill(element, ...children);
  if (at >= 0)
    /** @type {HTMLElement} */ (element.querySelectorAll(FOCUSABLE)[at] ?? element).focus({ preventScroll: true });
}

/** @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * A button.
 * @param {Child | Child[]} content
 * @param {() => void} action
 * @param {Record<string, any>} [attributes]
 */
export function button(content, action, attributes = {}) {
  return h("button", { type: "button", ...attributes, onclick: action }, content);
}

/**
 * Say something to a screen reader, and to nobody else.
 * @param {string} text
 */
export function announce(text) {
  byId("live").textContent = text;
}

const NUMBERS = new Intl.NumberFormat("en");

/** A number with its thousands set apart. @param {number} count */
export function thousands(count) {
  return NUMBERS.format(count);
}

/**
 * "1 article", "2 articles".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/**
 * A link that leads out of the page, only for addresses of the web.
 * @param {string} address
 * @param {string} label
 */
export function outside(address, label) {
  if (!/^https?:\/\//i.test(address)) return h("span", null, label);
  return h("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, label);
}
