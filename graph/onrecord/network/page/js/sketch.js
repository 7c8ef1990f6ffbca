/**
 * What is drawn, as names, places and looks: for the exports.
 */
import { edgeOptions, familyOf, radius } from "./looks.js";
import { pointOf } from "./paint.js";
import { labelOf, wordsOn } from "./pick.js";
import { scene } from "./scene.js";

/** Names, places and looks of what is drawn: for the export. */
export function sketch() {
  return {
    nodes: scene.shown.nodes.map((node) => ({
      ...node,
      label: labelOf(node),
      at: scene.places.get(node.id) ?? { x: node.x, y: node.y },
      r: radius(node),
      family: familyOf(node.id),
      card: node.kind === "statement" && scene.cards,
    })),
    edges: edgeOptions().map((edge, i) => ({
      ...edge,
      label: scene.shown.edges[i].kind === "action" ? wordsOn(scene.shown.edges[i]) : "",
      at: (/** @type {number} */ t) => pointOf(scene.shown.edges[i], t),
    })),
  };
}
