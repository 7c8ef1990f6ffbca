/**
 * Taking things away: a picture, rows, or the triples of what is shown.
 */
import { announce, button, byId, h } from "./dom.js";
import { colour, SHAPES } from "./colours.js";
import { CARD } from "./card.js";
import { hasBlock } from "./data.js";
import { toCsv } from "./csv.js";
import { triplesOf } from "./engine.js";
import { items, lookUp, story } from "./model.js";
import { OUTLINES } from "./legend.js";
import { sketch } from "./sketch.js";
import { chosen } from "./choose.js";
import { rowsOf } from "./table.js";
import { shorten } from "./text.js";

/** The menu of exports. */
export function exportMenu() {
  const row = (/** @type {string} */ label, /** @type {() => any} */ action, /** @type {string} */ id) =>
    h(
      "li",
      null,
      button(
        label,
        () => {
          byId("export").open = false;
          return action();
        },
        { id },
      ),
    );
  return h(
    "details",
    { class: "menu", id: "export" },
    h("summary", null, "Export"),
    h(
      "ul",
      null,
      row("Picture (PNG)", savePng, "export-png"),
      row("Drawing (SVG)", () => saveFile("network.svg", "image/svg+xml", toSvg()), "export-svg"),
      row(
        "Actions that pass the filters (CSV)",
        () => saveFile("actions.csv", "text/csv", toCsv(rowsOf("actions"))),
        "export-actions",
      ),
      row(
        "Statements that pass the filters (CSV)",
        () => saveFile("statements.csv", "text/csv", toCsv(rowsOf("statements"))),
        "export-statements",
      ),
      hasBlock("engine") ? row("What passes the filters, with evidence (Turtle)", saveTurtle, "export-turtle") : null,
      row("Print", () => print(), "export-print"),
    ),
  );
}

/**
 * Hand a file to the browser.
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} content
 */
export function saveFile(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const anchor = h("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 5000);
  announce(`${name} saved.`);
}

function savePng() {
  const source = byId("canvas").querySelector("canvas");
  const copyOf = document.createElement("canvas");
  copyOf.width = source.width;
  copyOf.height = source.height;
  const context = /** @type {CanvasRenderingContext2D} */ (copyOf.getContext("2d"));
  context.fillStyle = colour("stage");
  context.fillRect(0, 0, copyOf.width, copyOf.height);
  context.drawImage(source, 0, 0);
  copyOf.toBlob((blob) => blob && saveFile("network.png", "image/png", blob));
}

/** What is drawn, as SVG that other programs can change. */
export function toSvg() {
  const { nodes, edges } = sketch();
  const xs = nodes.flatMap((node) => [node.at.x - 120, node.at.x + 120]);
  const ys = nodes.flatMap((node) => [node.at.y - 60, node.at.y + 70]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const root = h("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `${left} ${top} ${Math.max(...xs) - left} ${Math.max(...ys) - top}`,
    "font-family": "Arial, sans-serif",
  });
  for (const edge of edges) {
    const points = Array.from({ length: 13 }, (_, i) => edge.at(i / 12));
    const dashes = Array.isArray(edge.dashes) ? edge.dashes.join(" ") : null;
    root.append(
      h("path", {
        d: points.map((p, i) => `${i ? "L" : "M"}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join(""),
        fill: "none",
        stroke: edge.color.color,
        "stroke-width": edge.width,
        "stroke-dasharray": dashes,
      }),
    );
    if (edge.label) root.append(words(edge.label, points[6].x, points[6].y, 12));
  }
  for (const node of nodes) root.append(...signOf(node));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

/** @param {any} node */
function signOf(node) {
  const { x, y } = node.at;
  if (node.card) {
    return [
      h("rect", {
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
    h("path", {
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
  return h(
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
    text,
  );
}

/** The triples of what passes the filters, and of the evidence that hangs on it. */
async function saveTurtle() {
  const wanted = [...chosen()].map((n) => items[n]);
  const actors = new Set(wanted.flatMap((item) => item.actors));
  const iris = [...wanted.map((item) => lookUp(item).iri), ...[...actors].map((i) => story.actors[i].iri)];
  const others = [...story.actors, ...story.actions, ...story.statements].map((thing) => thing.iri);
  const note = h("p", { class: "toast" }, "Gathering the triples…");
  document.body.append(note);
  announce("Gathering the triples…");
  try {
    saveFile("selection.ttl", "text/turtle", await triplesOf({ iris, base: story.base, others }));
  } finally {
    note.remove();
  }
}
