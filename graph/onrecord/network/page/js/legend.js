/**
 * The signs of families, and what the lines mean.
 */
import { byId, fill, h } from "./dom.js";
import { DASHES, SHAPES } from "./colours.js";
import { FAMILIES, MODES, story } from "./model.js";

/** Outlines of the shapes in a square of 16. @type {Record<string, string>} */
export const OUTLINES = {
  dot: "M8 2a6 6 0 1 0 .01 0z",
  square: "M2.5 2.5h11v11h-11z",
  diamond: "M8 1l7 7-7 7-7-7z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  triangle: "M8 1.5L15 14H1z",
  star: "M8 .8l2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 11.8l-4.5 2.6 1.2-5L.8 6l5.1-.5z",
  triangleDown: "M8 14.5L1 2h14z",
};

/**
 * The sign of a family, as in the network.
 * @param {string} family
 */
export function sign(family) {
  return h(
    "svg",
    { viewBox: "0 0 16 16", class: `sign kind-${family}`, "aria-hidden": "true" },
    h("path", { d: OUTLINES[SHAPES[family] ?? "dot"] }),
  );
}

/** The modes in a word or two, for the strip below the network. @type {Record<string, string>} */
export const SHORT_MODES = {
  asserted: "reported as fact",
  said: "said by somebody",
  planned: "ordered or planned",
  denied: "denied",
};

export function drawLegend() {
  const used = new Set(story.actors.map((actor) => actor.family));
  const modes = ["asserted", "said", "planned", "denied"];
  const dash = (/** @type {string} */ mode) => {
    const pattern = DASHES[mode];
    return h(
      "svg",
      { viewBox: "0 0 34 8", class: `line mode-${mode}`, "aria-hidden": "true" },
      h("path", { d: "M1 4H33", "stroke-dasharray": pattern ? pattern.map((n) => n * 0.8).join(" ") : null }),
    );
  };
  const drawnModes = new Set(story.actions.map((action) => action.mode));
  fill(
    byId("lines"),
    modes.filter((mode) => drawnModes.has(mode)).map((mode) => h("li", null, dash(mode), SHORT_MODES[mode])),
  );
  fill(
    byId("legend-body"),
    h(
      "ul",
      null,
      Object.entries(FAMILIES)
        .filter(([family]) => used.has(family))
        .map(([family, label]) => h("li", null, sign(family), label)),
    ),
    h(
      "ul",
      null,
      modes.map((mode) => h("li", null, dash(mode), MODES[mode])),
      h("li", null, h("span", { class: "mini-card" }, "“…”"), "What somebody said"),
    ),
    h(
      "p",
      null,
      "Larger means more to do with the story. +3 after a name: three neighbours are folded away; ",
      "double-click or press u to unfold them.",
    ),
  );
}
