/**
 * On paper: light, with the legend open, and with the quotations of the picture in full below it.
 */
import { html, nothing, render } from "lit-html";
import { byId } from "./dom.js";
import { forgetColours } from "./colours.js";
import { lookUp, names, thingOf, wordsOf } from "./model.js";
import { recolour } from "./network.js";
import { scene } from "./scene.js";

/**
 * The theme and the legend as the reader had them, while paper is prepared.
 * @type {{theme: string | undefined, legend: boolean} | null}
 */
let kept = null;

/** Make the page ready for paper whenever it is about to be printed, and as it was afterwards. */
export function startPrint() {
  const paper = matchMedia("print");
  paper.addEventListener("change", () => (paper.matches ? prepare() : restore()));
  window.addEventListener("beforeprint", prepare);
  window.addEventListener("afterprint", restore);
}

function prepare() {
  if (kept) return;
  const root = document.documentElement;
  kept = { theme: root.dataset.theme, legend: byId("legend").open };
  root.dataset.theme = "light";
  byId("legend").open = true;
  forgetColours();
  recolour();
  const said = scene.cards ? scene.shown.nodes.filter((node) => node.kind === "statement") : [];
  render(
    html`${said.length ? html`<h3>Quotations in the picture</h3>` : nothing}
    ${said.map((node) => quotation(node.id))}`,
    byId("quotations"),
  );
}

/** @param {string} iri */
function quotation(iri) {
  const thing = /** @type {import("./types.js").Thing} */ (thingOf(iri));
  const said = lookUp(thing);
  return html`<p><b>${names(said.speakers) || "Somebody"}</b>: <span class="said">${wordsOf(said)}</span></p>`;
}

function restore() {
  if (!kept) return;
  const root = document.documentElement;
  if (kept.theme === undefined) delete root.dataset.theme;
  else root.dataset.theme = kept.theme;
  byId("legend").open = kept.legend;
  kept = null;
  forgetColours();
  recolour();
}
