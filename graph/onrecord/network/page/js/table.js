/**
 * The same in rows: for screen readers, for sorting, for copying into a sheet.
 */
import { html, nothing, render } from "lit-html";
import { byId, counted, thousands } from "./dom.js";
import { chosen } from "./choose.js";
import { articleTitle, inWords, items, MODES, names, outletName, plain, story, titled, wordsOf } from "./model.js";
import { daysIn, modeWord } from "./modes.js";
import { actionLine, actorLinks, link } from "./links.js";
import { activeFilters, state, update } from "./state.js";
import { flat, shorten, slice } from "./text.js";

const PAGE = 200;

let limit = PAGE;
/** The column the rows are sorted by, a minus before it if from the greatest down. */
const FIRST = "-articles";

/** @returns {{column: string, down: boolean}} */
function order() {
  const sort = state.sort || FIRST;
  return { column: sort.replace("-", ""), down: sort.startsWith("-") };
}

/**
 * @typedef {{key: string, title: string, cell: (i: number) => unknown,
 *   text: (i: number) => string | number}} Column
 */

/** @param {{article: number}[]} reports */
function outletsOf(reports) {
  return [...new Set(reports.map((report) => outletName(report.article)))];
}

/** @param {{article: number}[]} reports */
function outletCell(reports) {
  const found = outletsOf(reports);
  const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
  return html`<span title=${found.join("\n")}><bdi>${shorten(found[0] ?? "", 24)}</bdi>${more}</span>`;
}

/**
 * Columns that actions and statements have alike.
 * @param {(i: number) => {dates: string[], reports: import("./types.js").Report[]}} at
 * @returns {Column[]}
 */
function shared(at) {
  const articles = (/** @type {number} */ i) => new Set(at(i).reports.map((report) => report.article)).size;
  return [
    {
      key: "date",
      title: "Date",
      cell: (i) => daysIn(at(i).reports) || html`<span class="quiet">undated</span>`,
      text: (i) => at(i).dates[0] ?? "",
    },
    { key: "articles", title: "Articles", cell: articles, text: articles },
    {
      key: "outlets",
      title: "Outlets",
      cell: (i) => outletCell(at(i).reports),
      text: (i) => outletsOf(at(i).reports).join(", "),
    },
  ];
}

/** @returns {Record<string, Column[]>} */
function columns() {
  const action = (/** @type {number} */ i) => story.actions[i];
  const said = (/** @type {number} */ i) => story.statements[i];
  const mentioned = (/** @type {number} */ i) => new Set(story.actors[i].mentions.map((one) => one[0])).size;
  return {
    actions: [
      {
        key: "did",
        title: "Who did what",
        cell: (i) => actionLine(i),
        text: (i) => inWords({ kind: "action", i }),
      },
      { key: "kind", title: "Kind", cell: (i) => titled(action(i).type), text: (i) => action(i).type },
      {
        key: "mode",
        title: "How it stands",
        cell: (i) => modeWord(action(i).reports),
        text: (i) => modeWord(action(i).reports),
      },
      ...shared(action),
    ],
    statements: [
      {
        key: "who",
        title: "Who",
        cell: (i) => actorLinks(said(i).speakers),
        text: (i) => names(said(i).speakers),
      },
      {
        key: "said",
        title: "Said",
        cell: (i) => link({ kind: "statement", i }, html`<bdi>${wordsOf(said(i))}</bdi>`),
        text: (i) => wordsOf(said(i)),
      },
      { key: "mode", title: "How", cell: (i) => MODES[said(i).mode], text: (i) => said(i).mode },
      {
        key: "whom",
        title: "To",
        cell: (i) => actorLinks(said(i).addressees),
        text: (i) => names(said(i).addressees),
      },
      ...shared(said),
    ],
    actors: [
      { key: "name", title: "Name", cell: (i) => actorLinks([i]), text: (i) => story.actors[i].name },
      { key: "kind", title: "Kind", cell: (i) => titled(story.actors[i].type), text: (i) => story.actors[i].type },
      {
        key: "alt",
        title: "Also called",
        cell: (i) => html`<bdi>${story.actors[i].alt.join(", ")}</bdi>`,
        text: (i) => story.actors[i].alt.join(", "),
      },
      {
        key: "mentions",
        title: "Mentions",
        cell: (i) => story.actors[i].mentions.length,
        text: (i) => story.actors[i].mentions.length,
      },
      { key: "articles", title: "Articles", cell: mentioned, text: mentioned },
    ],
  };
}

/** The numbers of what passes the filters, of one kind. @param {string} kind @returns {number[]} */
export function passingOf(kind) {
  const passing = [...chosen()].map((n) => items[n]);
  if (kind === "actions") return passing.filter((item) => item.kind === "action").map((item) => item.i);
  if (kind === "statements") return passing.filter((item) => item.kind === "statement").map((item) => item.i);
  if (!activeFilters()) return story.actors.map((_, i) => i);
  return [...new Set(passing.flatMap((item) => item.actors))].sort((a, b) => a - b);
}

/**
 * Rows for a sheet, the header first: a row for every report that passes, with its sentence, article and offsets.
 * @param {string} kind
 * @returns {(string | number)[][]}
 */
export function rowsOf(kind) {
  const list = kind === "actions" ? story.actions : story.statements;
  const single = /** @type {"action" | "statement"} */ (kind === "actions" ? "action" : "statement");
  const rows = passingOf(kind).flatMap((i) =>
    list[i].reports.map((report) => {
      const article = story.articles[report.article];
      const [start, end] = report.context;
      const who = report.agents ?? report.speakers ?? [];
      const whom = report.patients ?? report.addressees ?? [];
      const what = report.verb ?? report.spans.map(([a, b]) => flat(slice(article, a, b))).join(" … ");
      return [
        inWords({ kind: single, i }), names(who), what, names(whom), modeWord([report]), report.date ?? "",
        outletName(report.article), articleTitle(report.article), article.published ?? "undated",
        flat(slice(article, start, end)), article.id, start, end, list[i].iri,
      ]; // prettier-ignore
    }),
  );
  const head = ["line", "who", "what", "to_whom", "how_it_stands", "date", "outlet", "title", "published"];
  return [[...head, "sentence", "article", "start", "end", "iri"], ...rows];
}

/**
 * What stands first among rows that are otherwise equal: what tells most.
 * @param {string} kind
 * @returns {(i: number) => number}
 */
function worthOf(kind) {
  if (kind === "actions") return (i) => story.actions[i].worth;
  if (kind === "statements") return (i) => story.statements[i].worth;
  return (i) => story.actors[i].mentions.length;
}

/** Draw the table. */
export function drawTable() {
  const view = byId("view-table");
  const which = state.rows;
  const cols = columns()[which];
  const rows = passingOf(which);
  const by = cols.find((column) => column.key === order().column) ?? cols[0];
  const worth = worthOf(which);
  const way = order().down ? -1 : 1;
  const sorted = rows
    .map((i) => ({ i, key: by.text(i) }))
    .sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : worth(b.i) - worth(a.i) || a.i - b.i));
  const kinds = ["actions", "statements", "actors"];
  const left = Math.min(PAGE, sorted.length - limit);
  render(
    html`<div class="switch" role="group" aria-label="Rows of">${kinds.map((kind) => rowsButton(kind))}</div>
      <div class="table-box" role="region" aria-label="Rows" tabindex="0">
        <table>
          <caption>
            ${counted(rows.length, "row")} of ${plain(which)} that pass the filters
          </caption>
          <thead>
            <tr>
              ${cols.map(heading)}
            </tr>
          </thead>
          <tbody>
            ${sorted.slice(0, limit).map(
              ({ i }) =>
                html`<tr class=${isSelected(i) ? "selected" : ""}>
                  ${cols.map((column) => html`<td>${column.cell(i)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${left > 0
        ? html`<button type="button" class="more" @click=${showMore}>Show ${left} more</button>`
        : nothing}`,
    view,
  );
}

function showMore() {
  limit += PAGE;
  drawTable();
}

/** @param {string} kind */
function rowsButton(kind) {
  const choose = () => {
    limit = PAGE;
    update({ rows: kind });
  };
  return html`<button
    type="button"
    id=${`rows-${kind}`}
    aria-pressed=${String(state.rows === kind)}
    @click=${choose}
  >
    ${titled(kind)} ${thousands(passingOf(kind).length)}
  </button>`;
}

/** @param {number} i */
function isSelected(i) {
  const kinds = /** @type {Record<string, string>} */ ({
    actions: "action",
    statements: "statement",
    actors: "actor",
  });
  return state.sel?.kind === kinds[state.rows] && state.sel?.i === i;
}

/** @param {Column} column */
function heading(column) {
  const { column: sorted, down } = order();
  const own = sorted === column.key;
  const turn = () => {
    const sort = own && !down ? `-${column.key}` : column.key;
    update({ sort: sort === FIRST ? "" : sort });
    byId(`sort-${column.key}`)?.focus();
  };
  const arrow = own ? (down ? " ↓" : " ↑") : "";
  return html`<th scope="col" aria-sort=${own ? (down ? "descending" : "ascending") : "none"}>
    <button type="button" id=${`sort-${column.key}`} @click=${turn}>${column.title}${arrow}</button>
  </th>`;
}
