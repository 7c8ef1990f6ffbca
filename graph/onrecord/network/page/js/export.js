/**
 * Taking things away: a picture, rows, or the triples of what is shown.
 */
import { html, nothing } from "lit-html";
import { toast } from "./copy.js";
import { announce, byId } from "./dom.js";
import { noteRows } from "./notes.js";
import { saveFile } from "./save.js";
import { colour, DASHES, SHAPES } from "./colours.js";
import { CARD } from "./card.js";
import { hasBlock } from "./data.js";
import { toCsv } from "./csv.js";
import { triplesOf } from "./engine.js";
import { FAMILIES, items, lookUp, story } from "./model.js";
import { OUTLINES, SHORT_MODES } from "./legend.js";
import { sketch } from "./sketch.js";
import { chosen } from "./choose.js";
import { rowsOf } from "./table.js";
import { isolated, shorten } from "./text.js";

/** The menu of exports. */
export function exportMenu() {
  const csv = (/** @type {string} */ name, /** @type {(string | number)[][]} */ rows) =>
    saveFile(`${name}.csv`, "text/csv", toCsv(rows));
  return html`<details class="menu" id="export">
    <summary>Export</summary>
    <ul>
      ${row("Picture (PNG)", savePng, "export-png")}
      ${row("Drawing (SVG)", () => saveFile("network.svg", "image/svg+xml", toSvg()), "export-svg")}
      ${row("Actions that pass the filters (CSV)", () => csv("actions", rowsOf("actions")), "export-actions")}
      ${row(
        "Statements that pass the filters (CSV)",
        () => csv("statements", rowsOf("statements")),
        "export-statements",
      )}
      ${hasBlock("engine")
        ? row("What passes the filters, with evidence (Turtle)", saveTurtle, "export-turtle")
        : nothing}
      ${row("Your notes (CSV)", () => csv("notes", noteRows()), "export-notes")}
      ${row("Print", () => print(), "export-print")}
    </ul>
  </details>`;
}

/** @param {string} label @param {() => unknown} action @param {string} id */
function row(label, action, id) {
  const take = () => {
    byId("export").open = false;
    return action();
  };
  return html`<li><button type="button" id=${id} @click=${take}>${label}</button></li>`;
}

/** The drawing at twice its size, by way of the SVG: names and legend are as sharp as the lines. */
function savePng() {
  const text = toSvg();
  const [, w, hgt] = /** @type {RegExpExecArray} */ (/viewBox="[^" ]+ [^" ]+ ([^" ]+) ([^"]+)"/.exec(text));
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image(Number(w) * 2, Number(hgt) * 2);
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

const SVG = "http://www.w3.org/2000/svg";

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

/** About so wide is a letter, as a part of its height. */
const LETTER = 0.6;

/** What is drawn, as SVG that other programs can change. */
export function toSvg() {
  const { nodes, edges } = sketch();
  const half = (/** @type {typeof nodes[number]} */ node) =>
    node.card ? CARD.w / 2 + 8 : Math.max(node.r + 8, (node.label.length * 13 * LETTER) / 2);
  const xs = nodes.flatMap((node) => [node.at.x - half(node), node.at.x + half(node)]);
  const ys = nodes.flatMap((node) => [node.at.y - 60, node.at.y + 70]);
  const [left, top] = [Math.min(...xs) - 8, Math.min(...ys)];
  const right = Math.max(...xs, left + LEGEND);
  const root = vector("svg", {
    viewBox: `${left} ${top} ${right - left + 8} ${Math.max(...ys) - top + 70}`,
    "font-family": "Arial, sans-serif",
  });
  root.append(arrowhead(), ...legend(left, Math.max(...ys) + 24));
  for (const edge of edges) {
    const points = Array.from({ length: 13 }, (_, i) => edge.at(i / 12));
    const dashes = Array.isArray(edge.dashes) ? edge.dashes.join(" ") : null;
    root.append(
      vector("path", {
        d: points.map((p, i) => `${i ? "L" : "M"}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join(""),
        fill: "none",
        stroke: edge.color.color,
        "stroke-width": edge.width,
        "stroke-dasharray": dashes,
        "marker-end": edge.arrows.to.enabled ? "url(#head)" : null,
      }),
    );
    if (edge.label) root.append(words(edge.label, points[6].x, points[6].y, 12));
  }
  for (const node of nodes) root.append(...signOf(node));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

/** The head of an arrow, in the colour of its line. */
function arrowhead() {
  const head = vector("path", { d: "M0 0L9 4L0 8z", fill: "context-stroke" });
  const box = {
    id: "head",
    viewBox: "0 0 9 8",
    refX: 16,
    refY: 4,
    markerWidth: 6,
    markerHeight: 6,
    orient: "auto",
  };
  return vector("defs", {}, vector("marker", box, head));
}

/** The width of the legend. */
const LEGEND = 900;

/** What lines and signs mean, in two rows below the drawing. @param {number} left @param {number} top */
function legend(left, top) {
  /** @param {string[]} labels @param {number} sign what a sign takes before its label */
  const places = (labels, sign) => {
    let x = left + 20;
    return labels.map((label) => {
      const at = x;
      x += sign + label.length * 12 * LETTER + 18;
      return at;
    });
  };
  const modes = Object.keys(DASHES);
  const lineAt = places(
    modes.map((mode) => SHORT_MODES[mode]),
    44,
  );
  const lines = modes.flatMap((mode, n) => {
    const dashes = DASHES[mode];
    const look = { d: `M${lineAt[n]} ${top}h36`, stroke: colour(`mode-${mode}`), "stroke-width": 2 };
    const dash = Array.isArray(dashes) ? dashes.join(" ") : null;
    return [
      vector("path", { ...look, "stroke-dasharray": dash }),
      note(SHORT_MODES[mode], lineAt[n] + 44, top + 4),
    ];
  });
  const families = Object.entries(FAMILIES);
  const signAt = places(
    families.map(([, label]) => label),
    22,
  );
  const signs = families.flatMap(([family, label], n) => {
    const transform = `translate(${signAt[n]} ${top + 18})`;
    const look = { d: OUTLINES[SHAPES[family]], transform, fill: colour(`kind-${family}`) };
    return [vector("path", look), note(label, signAt[n] + 22, top + 30)];
  });
  return [...lines, ...signs];
}

/** @param {string} text @param {number} x @param {number} y */
function note(text, x, y) {
  return vector("text", { x, y, "font-size": 12, fill: colour("ink") }, text);
}

/** @param {ReturnType<typeof sketch>["nodes"][number]} node */
function signOf(node) {
  const { x, y } = node.at;
  if (node.card) {
    return [
      vector("rect", {
        x: x - CARD.w / 2,
        y: y - CARD.h / 2,
        width: CARD.w,
        height: CARD.h,
        rx: 6,
        fill: colour("card"),
        stroke: colour("line"),
      }),
      words(shorten(node.label, 34), x, y, 11),
    ];
  }
  const size = node.r / 8;
  return [
    vector("path", {
      d: OUTLINES[SHAPES[node.family] ?? "dot"],
      transform: `translate(${x - node.r} ${y - node.r}) scale(${size})`,
      fill: colour(`kind-${node.family}`),
    }),
    words(node.label, x, y + node.r + 14, 13),
  ];
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function words(text, x, y, size) {
  return vector(
    "text",
    {
      x,
      y,
      "font-size": size,
      "text-anchor": "middle",
      fill: colour("ink"),
      stroke: colour("stage"),
      "stroke-width": 3,
      "paint-order": "stroke",
    },
    isolated(text),
  );
}

/** The triples of what passes the filters, and of the evidence that hangs on it. */
async function saveTurtle() {
  const wanted = [...chosen()].map((n) => items[n]);
  const actors = new Set(wanted.flatMap((item) => item.actors));
  const iris = [...wanted.map((item) => lookUp(item).iri), ...[...actors].map((i) => story.actors[i].iri)];
  const others = [...story.actors, ...story.actions, ...story.statements].map((thing) => thing.iri);
  const end = toast("Gathering the triples…");
  announce("Gathering the triples…");
  try {
    saveFile("selection.ttl", "text/turtle", await triplesOf({ iris, base: story.base, others }));
  } finally {
    end();
  }
}
