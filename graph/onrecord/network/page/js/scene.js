/**
 * What the modules that draw the network share: the drawing, and what is in it now.
 */

/**
 * @typedef {{network: any, shown: import("./pick.js").Picked, places: Map<string, {x: number, y: number}>,
 *   drawnIds: Set<string>, focused: string | null, line: number | null,
 *   lit: import("./types.js").Thing | null, hovered: string | number | null, cards: boolean, room: number,
 *   ready: {heavy: number, nodes: any[], edges: any[]} | null}} Scene
 */

/**
 * `line`: the line at the focused node that the keyboard has reached; `cards`: whether statements are few enough to be
 * drawn as cards; `room`: the width of the stage when it was last drawn; `ready`: labels in their order, null when
 * something has changed that they depend on.
 * @type {Scene}
 */
export const scene = {
  network: null,
  shown: { nodes: [], edges: [], opening: true },
  places: new Map(),
  drawnIds: new Set(),
  focused: null,
  line: null,
  lit: null,
  hovered: null,
  cards: true,
  room: 1000,
  ready: null,
};
