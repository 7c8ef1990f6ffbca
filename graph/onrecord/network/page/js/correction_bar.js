/**
 * The strip that says how many corrections wait, takes them back and hands them out.
 */
import { html, nothing, render } from "lit-html";
import { corrections, sign, signature, toToml, undo } from "./corrections.js";
import { announce, byId, counted } from "./dom.js";
import { saveFile } from "./save.js";

/** Draw the strip; without corrections there is none. */
export function drawCorrections() {
  const all = corrections();
  const save = () => saveFile("corrections.toml", "application/toml", toToml());
  const name = (/** @type {Event} */ event) => sign(/** @type {HTMLInputElement} */ (event.target).value);
  render(
    all.length
      ? html`<div class="corrections" role="region" aria-label="Corrections">
          <strong>${counted(all.length, "correction")}</strong>
          <span class="quiet">${all[all.length - 1].what}</span>
          <label class="field"
            >by <input id="corrector" .value=${signature()} placeholder="your name" @change=${name}
          /></label>
          <button type="button" id="undo" @click=${takeBack}>Undo</button>
          <button type="button" id="save-corrections" @click=${save}>Save corrections.toml</button>
          <span class="quiet">onrecord build … --corrections corrections.toml carries them out</span>
        </div>`
      : nothing,
    byId("corrections"),
  );
}

/** Take back the last correction and say so. */
export function takeBack() {
  const what = undo();
  if (what) announce(`Taken back: ${what}`);
}
