/**
 * The signs of families, and what the lines mean.
 */
import { html, nothing, render } from "lit-html";
import { byId } from "./dom.js";
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
  return html`<svg viewBox="0 0 16 16" class=${`sign kind-${family}`} aria-hidden="true">
    <path d=${OUTLINES[SHAPES[family] ?? "dot"]}></path>
  </svg>`;
}

/** The modes in a word or two, for the strip below the network. @type {Record<string, string>} */
export const SHORT_MODES = {
  asserted: "reported as fact",
  said: "said by somebody",
  planned: "ordered or planned",
  denied: "denied or not done",
};

/** A stroke as the lines of a mode have it. @param {string} mode */
function dash(mode) {
  const pattern = (DASHES[mode] || []).map((n) => n * 0.8).join(" ");
  return html`<svg viewBox="0 0 34 8" class=${`line mode-${mode}`} aria-hidden="true">
    <path d="M1 4H33" stroke-dasharray=${pattern || nothing}></path>
  </svg>`;
}

export function drawLegend() {
  const used = new Set(story.actors.map((actor) => actor.family));
  const modes = ["asserted", "said", "planned", "denied"];
  const drawnModes = new Set(story.actions.map((action) => action.mode));
  render(
    modes.filter((mode) => drawnModes.has(mode)).map((mode) => html`<li>${dash(mode)}${SHORT_MODES[mode]}</li>`),
    byId("lines"),
  );
  render(
    html`<ul>
        ${Object.entries(FAMILIES)
          .filter(([family]) => used.has(family))
          .map(([family, label]) => html`<li>${sign(family)}${label}</li>`)}
      </ul>
      <ul>
        ${modes.map((mode) => html`<li>${dash(mode)}${MODES[mode]}</li>`)}
        <li><span class="mini-card">“…”</span>What somebody said</li>
      </ul>
      <p>
        Larger means more to do with the story. +3 after a name: three neighbours are folded away; double-click or
        press u to unfold them.
      </p>`,
    byId("legend-body"),
  );
}
