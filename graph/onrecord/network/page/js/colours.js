/**
 * Colours come from the style sheet, so that light and dark are said in one place.
 */

/** @type {Map<string, string>} */
const cache = new Map();

/**
 * The value of a custom property of the page.
 * @param {string} name
 */
export function colour(name) {
  let value = cache.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    cache.set(name, value);
  }
  return value;
}

/** Forget what was read: the theme has changed. */
export function forgetColours() {
  cache.clear();
}

/** Shapes by family, so that colour is never the only sign. @type {Record<string, string>} */
export const SHAPES = {
  person: "dot",
  state: "square",
  company: "diamond",
  society: "hexagon",
  outlet: "triangle",
  group: "star",
  object: "triangleDown",
  action: "dot",
  statement: "square",
};

/** How the line of an action is broken, by mode. @type {Record<string, number[] | false>} */
export const DASHES = { asserted: false, said: [9, 5], planned: [2, 5], denied: [12, 4, 2, 4] };
