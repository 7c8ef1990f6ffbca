/**
 * The evidence: what a thing is, in words, and every passage that says so.
 */
import { announce, button, byId, counted, fill, h, outside } from "./dom.js";
import { state } from "./state.js";
import { overview } from "./overview.js";
import { pathPanel } from "./path.js";
import { modeWord } from "./modes.js";
import { full, dated, inWords, items, itemsOf, MODES, outletName, plain, story, titled, wordsOf } from "./model.js";
import { actionLine, actorLink, actorLinks, articleLink, disagreementBlock, link, statementLine } from "./links.js";
import { chip, fact, reportBlock, statementBlock } from "./evidence.js";
import { correctingActor } from "./correct.js";
import { sign } from "./legend.js";
import { head, pathHead, placing } from "./panel_head.js";

const FIRST = 8;

/** What a screen reader was told of last. */
let lastSaid = "";

/** Draw the panel for what is selected. */
export function drawPanel() {
  const panel = byId("panel");
  const thing = state.sel;
  const within = panel.contains(document.activeElement) && document.activeElement !== panel;
  const [from, to] = state.path;
  if (!thing && to !== undefined) fill(panel, pathHead(), pathPanel(from, to));
  else if (!thing || thing.kind === "article") fill(panel, overview());
  else {
    const draw = { actor: actorPanel, action: actionPanel, statement: statementPanel }[thing.kind];
    fill(panel, head(thing), draw(thing.i));
    panel.scrollTop = 0;
  }
  panel.classList.toggle("open", thing !== null || state.path.length === 2);
  if (within) panel.focus(); // what was focused is gone: the reader goes on from the top of the evidence
  const said = thing && thing.kind !== "article" ? inWords(thing) : "";
  if (said && said !== lastSaid) announce(`Evidence: ${said}`);
  lastSaid = said;
}

/**
 * A heading with a list that folds after the first few.
 * @param {string} title
 * @param {any[]} rows
 */
function section(title, rows) {
  if (!rows.length) return null;
  const list = h(
    "ul",
    { class: "rows" },
    rows.slice(0, FIRST).map((row) => h("li", null, row)),
  );
  const rest = rows.slice(FIRST);
  const more = rest.length
    ? button(
        `Show ${rest.length} more`,
        () => {
          list.append(...rest.map((row) => h("li", null, row)));
          more.remove();
        },
        { class: "more" },
      )
    : null;
  return h("section", null, h("h3", null, title, " ", h("span", { class: "count" }, rows.length)), list, more);
}

/** @param {number} i */
function actorPanel(i) {
  const actor = story.actors[i];
  const own = itemsOf[i].map((n) => items[n]);
  const known = (/** @type {import("./types.js").Item} */ one) => (one.type === "Act" ? 0 : 10) + one.articles.length;
  const actions = own
    .filter((one) => one.kind === "action")
    .sort((a, b) => known(b) - known(a))
    .map((one) => one.i);
  const said = own.filter((one) => one.kind === "statement").map((one) => one.i);
  const articles = [...new Set(actor.mentions.map((mention) => mention[0]))];
  const of = (/** @type {keyof import("./types.js").Statement} */ role) =>
    said.filter((n) => /** @type {number[]} */ (story.statements[n][role]).includes(i)).map(statementLine);
  return [
    h("h2", null, sign(actor.family), h("bdi", null, actor.name)),
    h(
      "p",
      { class: "what" },
      titled(actor.type),
      actor.named ? "" : ", not named",
      ` · ${counted(actor.mentions.length, "mention")} in ${counted(articles.length, "article")}`,
    ),
    actor.alt.length
      ? h(
          "p",
          { class: "quiet" },
          "Also called ",
          actor.alt.map((name, n) => [n ? " · " : "", h("bdi", null, name)]),
        )
      : null,
    actor.members.length ? h("p", null, "Members: ", actorLinks(actor.members)) : null,
    actor.same.length
      ? h(
          "p",
          null,
          "Known elsewhere as ",
          actor.same.map((iri) => [outside(iri, iri), " "]),
        )
      : null,
    placing(i),
    section(
      "Did",
      actions.filter((n) => story.actions[n].agents.includes(i)).map((n) => actionLine(n)),
    ),
    section(
      "Was acted upon",
      actions.filter((n) => story.actions[n].patients.includes(i)).map((n) => actionLine(n)),
    ),
    section("Said", of("speakers")),
    disagreements((one) => one.actor === i),
    section("Somebody spoke for it", of("onBehalf")),
    section("Was told", of("addressees")),
    section("Passed on", of("outlets")),
    section("Was spoken of", of("about")),
    mentions(actor, articles),
    identity(i),
    correctingActor(i),
  ];
}

/**
 * @param {import("./types.js").Actor} actor
 * @param {number[]} articles
 */
function mentions(actor, articles) {
  const rows = articles.map((n) => {
    const here = actor.mentions.filter((mention) => mention[0] === n);
    return [articleLink(n, here[0][1]), h("span", { class: "quiet" }, ` ${counted(here.length, "mention")}`)];
  });
  return section("Stands in", rows);
}

/** Why several mentions are one actor, and who may be the same. @param {number} i */
function identity(i) {
  const own = story.judgements.filter((one) => one.left.actor === i || one.right.actor === i);
  const rows = own.map((one) => [
    h(
      "strong",
      null,
      { same: "One actor", different: "Kept apart", possibly_same: "Possibly one" }[one.decision] ?? one.decision,
    ),
    `: “${one.left.name}” and “${one.right.name}”. `,
    one.reasons.join("; "),
    h("span", { class: "quiet" }, ` (${one.person ? `decided by ${one.by}` : one.by}, ${one.score})`),
  ]);
  const maybe = story.actors[i].possibly;
  return [
    maybe.length ? h("p", null, "Possibly the same as ", actorLinks(maybe)) : null,
    rows.length
      ? h(
          "details",
          null,
          h("summary", null, `Why these mentions are one actor (${rows.length})`),
          h(
            "ul",
            { class: "rows" },
            rows.map((row) => h("li", null, row)),
          ),
        )
      : null,
  ];
}

/** @param {number} i */
function actionPanel(i) {
  const action = story.actions[i];
  const [own, others] = byEnds(action.reports);
  const articles = new Set(own.map((report) => report.article));
  const mode = modeWord(own);
  return [
    h("h2", { class: "sentence" }, state.ends.length ? pairLine(own) : actionLine(i, 99)),
    h(
      "p",
      { class: "what" },
      chip(titled(action.type)),
      chip(mode, `mode-${own[0]?.mode ?? action.mode}`),
      action.plover ? chip(plain(action.plover), "", "PLOVER root class") : null,
    ),
    h(
      "dl",
      { class: "facts" },
      fact("When", [...new Set(own.flatMap((one) => one.date ?? []))].map(dated).join(", ") || "no date given"),
      action.places.length ? fact("Where", actorLinks(action.places)) : null,
      fact("Support", `${counted(own.length, "report")} in ${counted(articles.size, "article")}`),
    ),
    disagreements((one) => one.action === i),
    h(
      "section",
      null,
      h("h3", null, "Evidence ", h("span", { class: "count" }, own.length)),
      own.map((report) => reportBlock(report, { kind: "action", i })),
    ),
    others.length
      ? h(
          "details",
          null,
          h("summary", null, `Other reports of it, which do not name both (${others.length})`),
          others.map((report) => reportBlock(report, { kind: "action", i })),
        )
      : null,
  ];
}

/**
 * The reports that name both ends of the line that was chosen, and the others; all, where no line was.
 * @param {import("./types.js").Report[]} reports
 */
function byEnds(reports) {
  const [from, to] = state.ends;
  if (to === undefined) return [reports, []];
  const both = (/** @type {import("./types.js").Report} */ one) =>
    one.agents?.includes(from) && one.patients?.includes(to);
  return [reports.filter(both), reports.filter((one) => !both(one))];
}

/** @param {import("./types.js").Report[]} own */
function pairLine(own) {
  const verb = h(
    "span",
    { class: `verb mode-${own[0]?.mode}` },
    (story === full ? own[0]?.verb : own[0]?.words) ?? "",
  );
  return [actorLink(state.ends[0]), " ", verb, " ", actorLink(state.ends[1])];
}

/** @param {number} i */
function statementPanel(i) {
  const said = story.statements[i];
  const stance = said.stance === "neutral" ? null : chip(plain(said.stance));
  const within = said.within;
  return [
    h("h2", { class: "quoted" }, h("bdi", null, wordsOf(said))),
    h("p", { class: "what" }, chip(titled(said.kind)), chip(MODES[said.mode]), stance),
    h(
      "dl",
      { class: "facts" },
      fact("Said by", said.speakers.length ? actorLinks(said.speakers) : "nobody the articles name"),
      said.onBehalf.length ? fact("For", actorLinks(said.onBehalf)) : null,
      said.addressees.length ? fact("To", actorLinks(said.addressees)) : null,
      said.outlets.length ? fact("Via", actorLinks(said.outlets)) : null,
      said.media.length ? fact("Medium", said.media.join(", ")) : null,
      said.dates.length ? fact("When", said.dates.map(dated).join(", ")) : null,
      said.about.length ? fact("About", actorLinks(said.about)) : null,
      within === null ? null : fact("Within", link({ kind: "statement", i: within })),
    ),
    variants(said),
    disagreements((one) => one.positions.some((position) => position.refs.some((ref) => ref.statement === i))),
    h(
      "section",
      null,
      h("h3", null, "Printed in ", h("span", { class: "count" }, said.reports.length)),
      said.reports.map((report) => statementBlock(report, { kind: "statement", i })),
    ),
    reported(i),
  ];
}

/** What is done according to a statement. @param {number} i */
function reported(i) {
  const rows = story.actions.flatMap((action, n) =>
    action.reports.some((report) => report.within === i) ? [actionLine(n)] : [],
  );
  return section("What it says was done", rows);
}

/** @param {import("./types.js").Statement} said */
function variants(said) {
  const altered = said.variants.filter((variant) => variant.relation !== "exact");
  if (!altered.length) return null;
  const rows = altered.map((variant) => [
    h("strong", null, variant.relation === "shortened" ? "Cut short" : "Altered"),
    ` between ${outletName(variant.left)} and ${outletName(variant.right)}`,
    variant.changes
      .slice(0, 6)
      .map(([left, right]) => [": ", h("del", null, left || "nothing"), " → ", h("ins", null, right || "nothing")]),
  ]);
  return section(
    "Printed differently",
    rows.map((row) => row.flat(2)),
  );
}

/** @param {(one: import("./types.js").Disagreement) => boolean} test */
function disagreements(test) {
  return story.disagreements.filter(test).map(disagreementBlock);
}
