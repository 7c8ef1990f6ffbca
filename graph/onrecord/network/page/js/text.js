/**
 * Offsets count Unicode code points; JavaScript strings count UTF-16 units. Here one becomes the other.
 */

/** @type {WeakMap<object, string[] | null>} */
const points = new WeakMap();

/**
 * The characters [start, end) of an article's text.
 * @param {{text: string}} article
 * @param {number} start
 * @param {number} end
 * @returns {string}
 */
export function slice(article, start, end) {
  let characters = points.get(article);
  if (characters === undefined) {
    characters = /[\ud800-\udfff]/.test(article.text) ? Array.from(article.text) : null;
    points.set(article, characters);
  }
  return characters ? characters.slice(start, end).join("") : article.text.slice(start, end);
}

/**
 * Number of characters of an article's text.
 * @param {{text: string}} article
 */
export function length(article) {
  slice(article, 0, 0);
  return points.get(article)?.length ?? article.text.length;
}

/**
 * White space made single, for labels.
 * @param {string} text
 */
export function flat(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * At most `limit` characters, cut at a word.
 * @param {string} text
 * @param {number} limit
 */
export function shorten(text, limit) {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > limit * 0.6 ? space : limit).replace(/[\s,;:–-]+$/, "")}…`;
}

/**
 * Lower case without accents and with straight quotation marks: what search compares.
 * @param {string} text
 */
export function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase();
}

/** What could turn the words around it about: letters and marks of writing from right to left. */
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/**
 * Words that stand for themselves in whatever direction: isolated if they could turn what stands around them about.
 * @param {string} text
 */
export function isolated(text) {
  return TURNING.test(text) ? `\u2068${text}\u2069` : text;
}
