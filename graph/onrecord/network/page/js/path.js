/**
 * The shortest way from one actor to another over what is shown, hop by hop with the sentence of each.
 */
import { h } from "./dom.js";
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
  const head = h("h2", null, actorLink(from), " → ", actorLink(to));
  if (!way) return [head, h("p", { class: "quiet" }, "Nothing that is shown ties the two.")];
  const items = [...new Set(way.map(itemOf))];
  return [
    head,
    h("p", { class: "quiet" }, `${items.length} ${items.length === 1 ? "step" : "steps"}`),
    h(
      "ol",
      { class: "rows path" },
      items.map((n) => hop(n, way)),
    ),
  ];
}

/** @param {number} n @param {import("./pick.js").NetEdge[]} way */
function hop(n, way) {
  const item = fullItems()[n];
  const edge = /** @type {import("./pick.js").NetEdge} */ (way.find((one) => itemOf(one) === n));
  const report = reportsOf(edge)[0];
  const marks = report ? marksOf(report.spans, item.kind === "action" ? "trigger" : "content") : [];
  return h(
    "li",
    null,
    h("p", null, item.kind === "action" ? actionLine(item.i) : statementLine(item.i)),
    report ? [quote(report, marks), articleLink(report.article, report.context[0])] : null,
  );
}
