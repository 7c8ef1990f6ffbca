/**
 * Elements of the page. Text becomes text nodes, always: nothing in this page is ever parsed as HTML but templates of
 * its own.
 */

/**
 * An element that stands by itself, outside the templates.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 */
export function h(tag, attributes, text = "") {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(text);
  return element;
}

/**
 * An element of the page's own template; any, for each caller knows which kind of element bears its id.
 * @param {string} id @returns {any}
 */
export function byId(id) {
  return document.getElementById(id);
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
