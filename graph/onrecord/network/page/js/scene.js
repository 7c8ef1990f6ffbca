/**
 * What the modules that draw the network share: the drawing, and what is in it now.
 */

/**
 * @typedef {{network: vis.Network, shown: import("./pick.js").Picked, places: Map<string, {x: number, y: number}>,
 *   bends: Map<number, number>,
 *   drawnIds: Set<string>, focused: string | null, line: number | null,
 *   lit: import("./types.js").Thing | null, hovered: string | number | null, cards: boolean, room: number,
 *   spread: {scale: number, w: number, h: number} | null,
 *   ready: {heavy: number, nodes: import("./labels.js").NodeLabel[],
 *   edges: import("./labels.js").EdgeLabel[]} | null}} Scene
 */

/**
 * `bends`: how far each line drawn is bent, as vis-network counts it; `line`: the line at the focused node that the
 * keyboard has reached; `cards`: whether statements are few enough to be drawn as cards; `room`: the width of the stage
 * when it was last drawn; `spread`: the scale and the stage that the places were made for, if they were; `ready`:
 * labels in their order, null when something has changed that they depend on.
 * @type {Scene}
 */
export const scene = {
  network: /** @type {vis.Network} */ (/** @type {unknown} */ (null)), // made before anything is drawn
  shown: { nodes: [], edges: [], opening: true },
  places: new Map(),
  bends: new Map(),
  drawnIds: new Set(),
  focused: null,
  line: null,
  lit: null,
  hovered: null,
  cards: true,
  room: 1000,
  spread: null,
  ready: null,
};

/** Where a node stands that is drawn. @param {string} id */
export function placeOf(id) {
  return /** @type {{x: number, y: number}} */ (scene.places.get(id));
}
