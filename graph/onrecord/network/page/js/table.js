/**
 * The same in rows: for screen readers, for sorting, for copying into a sheet.
 */
import { button, byId, counted, h, refill, thousands } from "./dom.js";
import { chosen } from "./choose.js";
import { dated, items, MODES, names, outletName, plain, story, titled, wordsOf } from "./model.js";
import { actorLinks, link } from "./links.js";
import { state } from "./state.js";
import { shorten } from "./text.js";

const PAGE = 200;

let which = "actions";
let limit = PAGE;
/** @type {{column: string, down: boolean}} */
let order = { column: "articles", down: true };

/** @typedef {{key: string, title: string, cell: (i: number) => any, text: (i: number) => string | number}} Column */

/** @returns {Record<string, Column[]>} */
function columns() {
  const action = (/** @type {number} */ i) => story.actions[i];
  const said = (/** @type {number} */ i) => story.statements[i];
  const outlets = (/** @type {{article: number}[]} */ reports) =>
    [...new Set(reports.map((report) => outletName(report.article)))].join(", ");
  const outletCell = (/** @type {{article: number}[]} */ reports) => {
    const names = [...new Set(reports.map((report) => outletName(report.article)))];
    return names.length > 1
      ? h("span", { title: names.join("\n") }, `${names.length}: ${shorten(names[0], 20)} …`)
      : shorten(names[0] ?? "", 30);
  };
  return {
    actions: [
      {
        key: "who",
        title: "Who",
        cell: (i) => actorLinks(action(i).agents, 2),
        text: (i) => names(action(i).agents),
      },
      {
        key: "did",
        title: "Did",
        cell: (i) => link({ kind: "action", i }, action(i).label),
        text: (i) => action(i).label,
      },
      {
        key: "to",
        title: "To whom or what",
        cell: (i) => actorLinks(action(i).patients, 2),
        text: (i) => names(action(i).patients),
      },
      { key: "kind", title: "Kind", cell: (i) => titled(action(i).type), text: (i) => action(i).type },
      { key: "mode", title: "How sure", cell: (i) => MODES[action(i).mode], text: (i) => action(i).mode },
      {
        key: "date",
        title: "Date",
        cell: (i) => action(i).dates.map(dated).join(", "),
        text: (i) => action(i).dates[0] ?? "",
      },
      {
        key: "articles",
        title: "Articles",
        cell: (i) => new Set(action(i).reports.map((r) => r.article)).size,
        text: (i) => new Set(action(i).reports.map((r) => r.article)).size,
      },
      {
        key: "outlets",
        title: "Outlets",
        cell: (i) => outletCell(action(i).reports),
        text: (i) => outlets(action(i).reports),
      },
    ],
    statements: [
      { key: "who", title: "Who", cell: (i) => actorLinks(said(i).speakers), text: (i) => names(said(i).speakers) },
      {
        key: "said",
        title: "Said",
        cell: (i) => link({ kind: "statement", i }, wordsOf(said(i))),
        text: (i) => wordsOf(said(i)),
      },
      { key: "mode", title: "How", cell: (i) => MODES[said(i).mode], text: (i) => said(i).mode },
      {
        key: "whom",
        title: "To whom",
        cell: (i) => actorLinks(said(i).addressees),
        text: (i) => names(said(i).addressees),
      },
      { key: "via", title: "Via", cell: (i) => actorLinks(said(i).outlets), text: (i) => names(said(i).outlets) },
      {
        key: "date",
        title: "Date",
        cell: (i) => said(i).dates.map(dated).join(", "),
        text: (i) => said(i).dates[0] ?? "",
      },
      {
        key: "articles",
        title: "Articles",
        cell: (i) => new Set(said(i).reports.map((r) => r.article)).size,
        text: (i) => new Set(said(i).reports.map((r) => r.article)).size,
      },
      {
        key: "outlets",
        title: "Outlets",
        cell: (i) => outletCell(said(i).reports),
        text: (i) => outlets(said(i).reports),
      },
    ],
    actors: [
      { key: "name", title: "Name", cell: (i) => actorLinks([i]), text: (i) => story.actors[i].name },
      { key: "kind", title: "Kind", cell: (i) => titled(story.actors[i].type), text: (i) => story.actors[i].type },
      {
        key: "alt",
        title: "Also called",
        cell: (i) => story.actors[i].alt.join(", "),
        text: (i) => story.actors[i].alt.join(", "),
      },
      {
        key: "mentions",
        title: "Mentions",
        cell: (i) => story.actors[i].mentions.length,
        text: (i) => story.actors[i].mentions.length,
      },
      {
        key: "articles",
        title: "Articles",
        cell: (i) => new Set(story.actors[i].mentions.map((m) => m[0])).size,
        text: (i) => new Set(story.actors[i].mentions.map((m) => m[0])).size,
      },
    ],
  };
}

/** The numbers of what passes the filters, of one kind. @param {string} kind @returns {number[]} */
export function passingOf(kind) {
  const passing = [...chosen()].map((n) => items[n]);
  if (kind === "actions") return passing.filter((item) => item.kind === "action").map((item) => item.i);
  if (kind === "statements") return passing.filter((item) => item.kind === "statement").map((item) => item.i);
  return [...new Set(passing.flatMap((item) => item.actors))].sort((a, b) => a - b);
}

/** Rows of text, the header first, of what passes the filters. @param {string} kind @returns {(string | number)[][]} */
export function rowsOf(kind) {
  const cols = columns()[kind];
  return [cols.map((column) => column.title), ...passingOf(kind).map((i) => cols.map((column) => column.text(i)))];
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
  const cols = columns()[which];
  const rows = passingOf(which);
  const by = cols.find((column) => column.key === order.column) ?? cols[0];
  const worth = worthOf(which);
  const way = order.down ? -1 : 1;
  const sorted = rows
    .map((i) => ({ i, key: by.text(i) }))
    .sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : worth(b.i) - worth(a.i) || a.i - b.i));
  const tabs = ["actions", "statements", "actors"].map((kind) =>
    button(
      `${titled(kind)} ${thousands(passingOf(kind).length)}`,
      () => {
        which = kind;
        limit = PAGE;
        drawTable();
      },
      { "aria-pressed": String(which === kind), id: `rows-${kind}` },
    ),
  );
  refill(
    view,
    h("div", { class: "switch", role: "group", "aria-label": "Rows of" }, tabs),
    h(
      "table",
      null,
      h("caption", null, `${counted(rows.length, "row")} of ${plain(which)} that pass the filters`),
      h("thead", null, h("tr", null, cols.map(heading))),
      h(
        "tbody",
        null,
        sorted.slice(0, limit).map(({ i }) =>
          h(
            "tr",
            { class: isSelected(i) ? "selected" : null },
            cols.map((column) => h("td", null, column.cell(i))),
          ),
        ),
      ),
    ),
    sorted.length > limit
      ? button(
          `Show ${Math.min(PAGE, sorted.length - limit)} more`,
          () => {
            limit += PAGE;
            drawTable();
          },
          { class: "more" },
        )
      : null,
  );
}

/** @param {number} i */
function isSelected(i) {
  const kinds = /** @type {Record<string, string>} */ ({
    actions: "action",
    statements: "statement",
    actors: "actor",
  });
  return state.sel?.kind === kinds[which] && state.sel?.i === i;
}

/** @param {Column} column */
function heading(column) {
  const own = order.column === column.key;
  const turn = () => {
    order = { column: column.key, down: own ? !order.down : false };
    drawTable();
    byId(`sort-${column.key}`)?.focus();
  };
  return h(
    "th",
    { scope: "col", "aria-sort": own ? (order.down ? "descending" : "ascending") : "none" },
    button([column.title, own ? (order.down ? " ↓" : " ↑") : ""], turn, { id: `sort-${column.key}` }),
  );
}
