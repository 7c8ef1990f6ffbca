/**
 * The network as a drawing that other programs can change, and as an image: each line one path with its head, names
 * where the stage has them, the legend below.
 *
 * The drawing is written here and not by svgcanvas, which turns what is painted on a canvas into SVG: it finds the font
 * of a text by way of a style attribute, which this page's policy refuses, so that names lose font and size, and it
 * makes of each arrow and each name several shapes that no longer belong together.
 */
import { colour, DASHES, SHAPES } from "./colours.js";
import { CARD, CARD_FONT, READABLE, SIGN, wrap } from "./card.js";
import { FAMILIES } from "./model.js";
import { FONT, widthOf } from "./label_text.js";
import { rowAt } from "./labels.js";
import { OUTLINES, SHORT_MODES } from "./legend.js";
import { edgeOptions, familyOf, radius, wordsOnCard } from "./looks.js";
import { lettering, pointOf } from "./paint.js";
import { placeOf, scene } from "./scene.js";
import { saveFile } from "./save.js";
import { isolated } from "./text.js";

const SVG = "http://www.w3.org/2000/svg";

/** Pixels that a drawing has at most either way, and an image: of thousands of nodes the signs are smaller. */
const [WIDEST, WIDEST_IMAGE] = [4000, 8000];

/** Pixels around the picture, and of the rows of the legend. */
const [RIM, LEGEND] = [90, 60];

/**
 * An element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number | null>} attributes those that are null are left out
 * @param {...(Node | string)} children
 */
function vector(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** What the drawing shows: a frame around all that is drawn, at the scale of the stage where that fits. */
function frameOf() {
  const spots = scene.shown.nodes.map((node) => placeOf(node.id));
  const least = (/** @type {number[]} */ all) => all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (/** @type {number[]} */ all) => all.reduce((a, b) => Math.max(a, b), -Infinity);
  const [xs, ys] = [spots.map((at) => at.x), spots.map((at) => at.y)];
  const [left, top] = [least(xs), least(ys)];
  const [w, h] = [most(xs) - left, most(ys) - top];
  const scale = Math.min(scene.spread?.scale ?? 1, WIDEST / Math.max(w, h, 1));
  const view = { x: 0, y: 0, w: Math.max(w * scale + 2 * RIM, legendWidth()), h: h * scale + 2 * RIM };
  return {
    scale,
    view,
    toScreen: (/** @type {vis.Point} */ p) => ({ x: (p.x - left) * scale + RIM, y: (p.y - top) * scale + RIM }),
    toWorld: (/** @type {vis.Point} */ p) => ({ x: (p.x - RIM) / scale + left, y: (p.y - RIM) / scale + top }),
  };
}

/** What is drawn, as SVG. */
export function toSvg() {
  const frame = frameOf();
  const { w, h } = frame.view;
  const root = vector("svg", {
    viewBox: `0 0 ${w.toFixed(0)} ${(h + LEGEND).toFixed(0)}`,
    "font-family": FONT.replaceAll('"', "'"),
  });
  root.append(arrowhead(), ...legend(20, h));
  edgeOptions().forEach((look, n) => root.append(lineOf(look, n, frame)));
  for (const node of scene.shown.nodes) root.append(...signOf(node, frame));
  for (const label of lettering(frame)) {
    root.append(
      ...label.rows.map((row, i) => words(row, rowAt(label, label.size, i), label)),
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

/** The drawing at twice its size, by way of the SVG: names and legend are as sharp as the lines. */
export function savePng() {
  const text = toSvg();
  const [, w, h] = /** @type {RegExpExecArray} */ (/viewBox="[^" ]+ [^" ]+ ([^" ]+) ([^"]+)"/.exec(text));
  const times = Math.min(2, WIDEST_IMAGE / Math.max(Number(w), Number(h)));
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image(Number(w) * times, Number(h) * times);
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = colour("stage");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((blob) => blob && saveFile("network.png", "image/png", blob));
  };
  image.src = address;
}

/** The head of an arrow, in the colour of its line; its tip is where the line ends. */
function arrowhead() {
  const head = vector("path", { d: "M0 0L9 4L0 8z", fill: "context-stroke" });
  const box = {
    id: "head",
    viewBox: "0 0 9 8",
    refX: 9,
    refY: 4,
    markerWidth: 9,
    markerHeight: 8,
    markerUnits: "userSpaceOnUse",
    orient: "auto",
  };
  return vector("defs", {}, vector("marker", box, head));
}

/** @typedef {import("./labels.js").Frame} Frame */

/**
 * A line up to the rims of the signs at its ends.
 * @param {ReturnType<typeof edgeOptions>[number]} look
 * @param {number} n
 * @param {Frame} frame
 */
function lineOf(look, n, frame) {
  const edge = scene.shown.edges[n];
  const [inFrom, inTo] = [edge.from, edge.to].map((id) => insideOf(id, frame));
  const all = Array.from({ length: 49 }, (_, i) => frame.toScreen(pointOf(edge, i / 48)));
  const outside = all.filter((at) => !inFrom(at) && !inTo(at));
  const points = outside.length > 1 ? outside : all;
  return vector("path", {
    d: points.map((at, i) => `${i ? "L" : "M"}${at.x.toFixed(1)} ${at.y.toFixed(1)}`).join(""),
    fill: "none",
    stroke: look.color.color,
    "stroke-width": look.width,
    "stroke-dasharray": Array.isArray(look.dashes) ? look.dashes.join(" ") : null,
    "marker-end": look.arrows.to.enabled ? "url(#head)" : null,
  });
}

/** @param {import("./pick.js").NetNode} node @param {Frame} frame */
function isCard(node, frame) {
  return node.kind === "statement" && scene.cards && frame.scale >= READABLE;
}

/** Pixels from the middle of a sign to its rim. @param {import("./pick.js").NetNode} node @param {Frame} frame */
function reach(node, frame) {
  return node.kind === "statement" && scene.cards ? SIGN : Math.max(radius(node) * frame.scale, 2);
}

/**
 * Whether a point lies in the sign or card of a node.
 * @param {string} id
 * @param {Frame} frame
 * @returns {(at: vis.Point) => boolean}
 */
function insideOf(id, frame) {
  const node = scene.shown.nodes.find((one) => one.id === id);
  if (!node) return () => false;
  const middle = frame.toScreen(placeOf(id));
  const r = reach(node, frame) + 2;
  const [w, h] = [(CARD.w * frame.scale) / 2 + 2, (CARD.h * frame.scale) / 2 + 2];
  if (isCard(node, frame)) return (at) => Math.abs(at.x - middle.x) < w && Math.abs(at.y - middle.y) < h;
  return (at) => Math.hypot(at.x - middle.x, at.y - middle.y) < r;
}

/** @param {import("./pick.js").NetNode} node @param {Frame} frame */
function signOf(node, frame) {
  const { x, y } = frame.toScreen(placeOf(node.id));
  if (isCard(node, frame)) return cardOf(node, { x, y }, frame.scale);
  const r = reach(node, frame);
  if (node.kind === "statement" && scene.cards) {
    const look = { cx: x, cy: y, r, fill: colour("card"), stroke: colour("kind-statement"), "stroke-width": 1.8 };
    const mark = /** @type {const} */ ({ size: 22, weight: "700", tone: "ink", align: "center" });
    return [vector("circle", look), words("“", { x, y: y + 7 }, mark)];
  }
  const family = familyOf(node.id);
  return [
    vector("path", {
      d: OUTLINES[SHAPES[family] ?? "dot"],
      transform: `translate(${(x - r).toFixed(1)} ${(y - r).toFixed(1)}) scale(${(r / 8).toFixed(3)})`,
      fill: colour(`kind-${family}`),
    }),
  ];
}

/**
 * @param {import("./pick.js").NetNode} node
 * @param {vis.Point} at
 * @param {number} scale
 */
function cardOf(node, { x, y }, scale) {
  const [w, h] = [CARD.w * scale, CARD.h * scale];
  const place = { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: 6 };
  const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  ruler.font = CARD_FONT;
  const rows = wrap(ruler, wordsOnCard(node), CARD.w - 24, 3);
  const family = "Georgia, 'Times New Roman', serif";
  const font = { "font-family": family, "font-style": "italic", "font-size": 12.5 * scale, fill: colour("ink") };
  return [
    vector("rect", { ...place, fill: colour("card"), stroke: colour("line") }),
    ...rows.map((row, i) => {
      const at = { x: x - w / 2 + 14 * scale, y: y + (i - (rows.length - 1) / 2) * 16 * scale };
      return vector("text", { ...at, ...font, "dominant-baseline": "central" }, isolated(row));
    }),
  ];
}

/**
 * @param {string} text
 * @param {vis.Point} at
 * @param {{size: number, weight: string, tone: string, align: import("./labels.js").Align}} look
 */
function words(text, { x, y }, { size, weight, tone, align }) {
  const look = {
    x: x.toFixed(1),
    y: y.toFixed(1),
    "font-size": size.toFixed(1),
    "font-weight": weight,
    "text-anchor": { left: "start", center: "middle", right: "end" }[align],
    "dominant-baseline": "central",
    fill: colour(tone),
    stroke: colour("stage"),
    "stroke-width": 3,
    "paint-order": "stroke",
  };
  return vector("text", look, isolated(text));
}

/** The legend's rows: for each entry its sign's width and its words. */
function entries() {
  return [
    Object.keys(DASHES).map((mode) => ({ key: mode, label: SHORT_MODES[mode], sign: 44 })),
    Object.entries(FAMILIES).map(([family, label]) => ({ key: family, label, sign: 22 })),
  ];
}

/** @param {{label: string, sign: number}} entry */
function wide({ label, sign }) {
  return sign + widthOf(label, "400") * 12 + 18;
}

function legendWidth() {
  return 40 + Math.max(...entries().map((row) => row.reduce((sum, entry) => sum + wide(entry), 0)));
}

/** What lines and signs mean, in two rows below the drawing. @param {number} left @param {number} top */
function legend(left, top) {
  return entries().flatMap((row, n) => {
    let x = left;
    const y = top + 14 + n * 24;
    return row.flatMap((entry) => {
      const at = x;
      x += wide(entry);
      const sign = n ? signKey(entry.key, at, y) : lineKey(entry.key, at, y);
      const look = { x: at + entry.sign, y: y + 4, "font-size": 12, fill: colour("ink") };
      return [sign, vector("text", look, entry.label)];
    });
  });
}

/** @param {string} mode @param {number} x @param {number} y */
function lineKey(mode, x, y) {
  const dashes = DASHES[mode];
  return vector("path", {
    d: `M${x} ${y}h36`,
    stroke: colour(`mode-${mode}`),
    "stroke-width": 2,
    "stroke-dasharray": Array.isArray(dashes) ? dashes.join(" ") : null,
  });
}

/** @param {string} family @param {number} x @param {number} y */
function signKey(family, x, y) {
  const transform = `translate(${x} ${y - 8})`;
  return vector("path", { d: OUTLINES[SHAPES[family]], transform, fill: colour(`kind-${family}`) });
}
