/**
 * Handing the reader text.
 */
import { announce, h } from "./dom.js";

/**
 * Copy text; where the browser gives no clipboard to pages from disk, by way of a selection.
 * @param {string} text
 * @param {string} said
 */
export async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "offscreen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(said);
}

/** Tell the reader in a few words, also one who only hears the page. @param {string} said */
export function say(said) {
  announce(said);
  toast(said, 1600 + said.length * 20);
}

/**
 * Show a word for a while, or until the function it returns is called.
 * @param {string} said
 * @param {number} [time]
 */
export function toast(said, time) {
  const note = h("p", { class: "toast" }, said);
  document.body.append(note);
  const end = () => note.remove();
  if (time) setTimeout(end, time);
  return end;
}
