/**
 * The shortest way from one actor to another over what is shown, hop by hop with the sentence of each.
 */
import { html, nothing } from "lit-html";
import { counted } from "./dom.js";
import { quote } from "./evidence.js";
import { actionLine, actorLink, articleLink, statementLine } from "./links.js";
import { fullItems } from "./choose.js";
import { story } from "./model.js";
import { allowedEdges, edgesAt, itemOf, reportsOf } from "./pick.js";
import { marksOf } from "./marks.js";

/**
 * Lines of the shortest way between two actors, or null where there is none.
 * @param {number} from
 * @param {number} to
 * @returns {import("./pick.js").NetEdge[] | null}
 */
export function findPath(from, to) {
  const [start, end] = [story.actors[from].iri, story.actors[to].iri];
  const allowed = allowedEdges();
  /** @type {Map<string, import("./pick.js").NetEdge | null>} */
  const reached = new Map([[start, null]]);
  let edge = [start];
  while (edge.length && !reached.has(end)) {
    const next = [];
    for (const id of edge) {
      for (const line of edgesAt.get(id) ?? []) {
        const other = line.from === id ? line.to : line.from;
        if (reached.has(other) || !allowed(line)) continue;
        reached.set(other, line);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!reached.has(end)) return null;
  const way = [];
  for (let at = end; at !== start; ) {
    const line = /** @type {import("./pick.js").NetEdge} */ (reached.get(at));
    way.unshift(line);
    at = line.from === at ? line.to : line.from;
  }
  return way;
}

/** The path as the panel shows it. @param {number} from @param {number} to */
export function pathPanel(from, to) {
  const way = findPath(from, to);
  const head = html`<h2>${actorLink(from)} → ${actorLink(to)}</h2>`;
  if (!way)
    return html`${head}
      <p class="quiet">Nothing that is shown ties the two.</p>`;
  const items = [...new Set(way.map(itemOf))];
  return html`${head}
    <p class="quiet">${counted(items.length, "step")}</p>
    <ol class="rows path">
      ${items.map((n) => hop(n, way))}
    </ol>`;
}

/** @param {number} n @param {import("./pick.js").NetEdge[]} way */
function hop(n, way) {
  const item = fullItems()[n];
  const edge = /** @type {import("./pick.js").NetEdge} */ (way.find((one) => itemOf(one) === n));
  const report = reportsOf(edge)[0];
  const marks = report ? marksOf(report.spans, item.kind === "action" ? "trigger" : "content") : [];
  return html`<li>
    <p>${item.kind === "action" ? actionLine(item.i) : statementLine(item.i)}</p>
    ${report ? [quote(report, marks), articleLink(report.article, report.context[0])] : nothing}
  </li>`;
}
