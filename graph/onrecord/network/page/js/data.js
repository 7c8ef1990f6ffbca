/**
 * Reading the blocks of data that the page carries.
 */

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const binary = atob(base64);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) out[i] = binary.charCodeAt(i);
  return out;
}

/**
 * @param {string} base64
 * @returns {Response}
 */
function unpacked(base64) {
  const stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream);
}

/**
 * Whether the page carries a block of this name.
 * @param {string} name
 */
export function hasBlock(name) {
  return document.getElementById(`data-${name}`) !== null;
}

/**
 * The text of a block, unpacked where it is compressed.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function blockText(name) {
  const element = /** @type {HTMLScriptElement} */ (document.getElementById(`data-${name}`));
  const content = element.textContent ?? "";
  return element.type === "application/gzip" ? unpacked(content).text() : content;
}

/**
 * The bytes of a compressed block.
 * @param {string} name
 * @returns {Promise<ArrayBuffer>}
 */
export async function blockBytes(name) {
  return unpacked(document.getElementById(`data-${name}`)?.textContent ?? "").arrayBuffer();
}

/**
 * A block of JSON.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export async function blockJson(name) {
  return JSON.parse(await blockText(name));
}
