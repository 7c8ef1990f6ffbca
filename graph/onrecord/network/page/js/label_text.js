/**
 * How the words of a label are set: their size on the screen, their rows, the room they take.
 */
import { shorten } from "./text.js";

export const FONT = '"Inter", "Segoe UI", "Helvetica Neue", Arial, system-ui, sans-serif';

/** On a stage narrower than this, names are smaller and broken into more rows. */
const NARROW = 480;

/** @type {Map<string, number>} */
const widths = new Map();

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/**
 * The width of a text as a multiple of the height of its letters.
 * @param {string} text
 * @param {string} weight
 */
export function widthOf(text, weight) {
  const key = `${weight}\n${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    ruler ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    ruler.font = `${weight} 100px ${FONT}`;
    found = ruler.measureText(text).width / 100;
    widths.set(key, found);
  }
  return found;
}

/**
 * A name in rows of about `limit` characters, as even as words allow.
 * @param {string} text
 * @param {number} limit
 * @param {number} [most] so many rows at most
 */
export function inRows(text, limit, most = 3) {
  const count = Math.min(most, Math.ceil(text.length / limit));
  const aim = text.length / count;
  /** @type {string[]} */
  const rows = [""];
  for (const word of text.split(" ")) {
    const last = rows[rows.length - 1];
    const longer = last ? `${last} ${word}` : word;
    if (last && rows.length < count && Math.abs(longer.length - aim) > Math.abs(last.length - aim))
      rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows.map((row) => shorten(row, limit + 8));
}

/** How large letters are on the screen at a scale. @param {number} scale */
export function letters(scale) {
  return Math.min(18, Math.max(13, 13 * Math.sqrt(scale)));
}

/**
 * The rows of a name and the room they take on the screen, first as they are best read, then narrower and wider.
 * @param {{text: string, strong: boolean}} label
 * @param {number} scale
 * @param {number} stage the width of the stage
 */
export function settings(label, scale, stage) {
  const narrow = stage < NARROW;
  const size = letters(scale) * (label.strong ? 1.08 : 1) * (narrow ? 0.88 : 1);
  const weight = label.strong ? "650" : "500";
  const seen = new Set();
  return (narrow ? [17, 12, 26] : [24, 15, 44])
    .map((limit) => inRows(label.text, limit))
    .filter((rows) => !seen.has(rows.join("\n")) && seen.add(rows.join("\n")))
    .map((rows) => ({
      rows,
      size,
      weight,
      w: Math.max(...rows.map((row) => widthOf(row, weight))) * size + 6,
      h: rows.length * size * 1.2 + 2,
    }));
}
