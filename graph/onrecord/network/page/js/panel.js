/**
 * The evidence: what a thing is, in words, and every passage that says so.
 */
import { html, nothing, render } from "lit-html";
import { announce, byId, counted } from "./dom.js";
import { state } from "./state.js";
import { overview } from "./overview.js";
import { pathPanel } from "./path.js";
import { chiefFirst, daysIn, modeOf, modeWord, tagWord } from "./modes.js";
import { dated } from "./dates.js";
import { full, inWords, items, itemsOf, MODES, outletName, plain, story, titled, wordsOf } from "./model.js";
import {
  actionLine,
  actorLink,
  actorLinks,
  articleLink,
  disagreementBlock,
  link,
  outside,
  statementLine,
} from "./links.js";
import { chip, fact, reportBlock, statementBlock } from "./evidence.js";
import { correctingActor } from "./correct.js";
import { sign } from "./legend.js";
import { noteField } from "./notes.js";
import { head, pathHead, placing } from "./panel_head.js";

const FIRST = 8;

/** What a screen reader was told of last. */
let lastSaid = "";

/** What the panel is of: something else is drawn from the top, with what was unfolded folded again. */
let lastShown = "";

/** Sections of which the reader has asked for all. @type {Set<string>} */
const unfolded = new Set();

/** Draw the panel for what is selected. */
export function drawPanel() {
  const panel = byId("panel");
  const thing = state.sel;
  const within = panel.contains(document.activeElement) && document.activeElement !== panel;
  const shown = JSON.stringify([thing, state.ends, state.path]);
  const anew = shown !== lastShown;
  if (anew) {
    lastShown = shown;
    unfolded.clear();
    render(nothing, panel);
    panel.scrollTop = 0;
  }
  render(content(thing), panel);
  panel.classList.toggle("open", thing !== null || state.path.length === 2);
  if (within && anew) panel.focus(); // what was focused is gone: the reader goes on from the top of the evidence
  const said = thing && thing.kind !== "article" ? inWords(thing) : "";
  if (said && said !== lastSaid) announce(`Evidence: ${said}`);
  lastSaid = said;
}

/** @param {import("./types.js").Thing | null} thing */
function content(thing) {
  const [from, to] = state.path;
  if (!thing && to !== undefined) return [pathHead(), pathPanel(from, to)];
  if (!thing || thing.kind === "article") return overview();
  const draw = { actor: actorPanel, action: actionPanel, statement: statementPanel }[thing.kind];
  return [head(thing), draw(thing.i), noteField(thing)];
}

/**
 * A heading with a list that folds after the first few.
 * @param {string} title
 * @param {unknown[]} rows
 */
function section(title, rows) {
  if (!rows.length) return nothing;
  const shown = unfolded.has(title) ? rows : rows.slice(0, FIRST);
  const more = () => {
    unfolded.add(title);
    drawPanel();
  };
  return html`<section>
    <h3>${title} <span class="count">${rows.length}</span></h3>
    <ul class="rows">
      ${shown.map((row) => html`<li>${row}</li>`)}
    </ul>
    ${rows.length > shown.length
      ? html`<button type="button" class="more" @click=${more}>Show ${rows.length - shown.length} more</button>`
      : nothing}
  </section>`;
}

/** @param {number} i */
function actorPanel(i) {
  const actor = story.actors[i];
  const own = itemsOf[i].map((n) => items[n]);
  const known = (/** @type {import("./types.js").Item} */ one) =>
    (one.type === "Act" ? 0 : 10) + one.articles.length;
  const actions = own
    .filter((one) => one.kind === "action")
    .sort((a, b) => known(b) - known(a))
    .map((one) => one.i);
  const said = own.filter((one) => one.kind === "statement").map((one) => one.i);
  const articles = [...new Set(actor.mentions.map((mention) => mention[0]))];
  const of = (/** @type {"speakers" | "onBehalf" | "addressees" | "outlets" | "about"} */ role) =>
    said.filter((n) => story.statements[n][role].includes(i)).map(statementLine);
  const deeds = (/** @type {"agents" | "patients"} */ role) =>
    actions.filter((n) => story.actions[n][role].includes(i)).map((n) => actionLine(n));
  return html`<h2>${sign(actor.family)}<bdi>${actor.name}</bdi></h2>
    <p class="what">
      ${titled(actor.type)}${actor.named ? nothing : ", not named"} · ${counted(actor.mentions.length, "mention")}
      in ${counted(articles.length, "article")}
    </p>
    ${actor.alt.length
      ? html`<p class="quiet">
          Also called ${actor.alt.map((name, n) => html`${n ? " · " : nothing}<bdi>${name}</bdi>`)}
        </p>`
      : nothing}
    ${actor.members.length ? html`<p>Members: ${actorLinks(actor.members)}</p>` : nothing}
    ${actor.same.length
      ? html`<p>Known elsewhere as ${actor.same.map((iri) => html`${outside(iri)} `)}</p>`
      : nothing}
    ${placing(i)} ${section("Did", deeds("agents"))} ${section("Was acted upon", deeds("patients"))}
    ${section("Said", of("speakers"))} ${disagreements((one) => one.actor === i)}
    ${section("Somebody spoke for it", of("onBehalf"))} ${section("Was told", of("addressees"))}
    ${section("Passed on", of("outlets"))} ${section("Was spoken of", of("about"))} ${mentions(actor, articles)}
    ${identity(i)} ${correctingActor(i)}`;
}

/**
 * @param {import("./types.js").Actor} actor
 * @param {number[]} articles
 */
function mentions(actor, articles) {
  const rows = articles.map((n) => {
    const here = actor.mentions.filter((mention) => mention[0] === n);
    return html`${articleLink(n, here[0][1])}<span class="quiet"> ${counted(here.length, "mention")}</span>`;
  });
  return section("Stands in", rows);
}

/** Judgements in words. @type {Record<string, string>} */
const DECISIONS = { same: "One actor", different: "Kept apart", possibly_same: "Possibly one" };

/** Why several mentions are one actor, and who may be the same. @param {number} i */
function identity(i) {
  const own = story.judgements.filter((one) => one.left.actor === i || one.right.actor === i);
  const maybe = story.actors[i].possibly;
  const rows = own.map(
    (one) =>
      html`<li>
        <strong>${DECISIONS[one.decision] ?? one.decision}</strong>: “${one.left.name}” and “${one.right.name}”.
        ${one.reasons.join("; ")}
        <span class="quiet">(${one.person ? `decided by ${one.by}` : one.by}, ${one.score})</span>
      </li>`,
  );
  return html`${maybe.length ? html`<p>Possibly the same as ${actorLinks(maybe)}</p>` : nothing}
  ${rows.length
    ? html`<details>
        <summary>Why these mentions are one actor (${rows.length})</summary>
        <ul class="rows">
          ${rows}
        </ul>
      </details>`
    : nothing}`;
}

/** @param {number} i */
function actionPanel(i) {
  const action = story.actions[i];
  const [own, others] = byEnds(action.reports);
  const articles = new Set(own.map((report) => report.article));
  const block = (/** @type {import("./types.js").Report} */ report) => reportBlock(report, { kind: "action", i });
  const word = state.ends.length ? modeWord(own) : tagWord(own);
  return html`<h2 class="sentence">${state.ends.length ? pairLine(own) : actionLine(i, 99)}</h2>
    <p class="what">
      ${chip(titled(action.type))}${chip(word, `mode-${modeOf(own)}`)}${action.plover
        ? chip(plain(action.plover), "", "PLOVER root class")
        : nothing}
    </p>
    <dl class="facts">
      ${fact("When", daysIn(own) || "no date given")}
      ${action.places.length ? fact("Where", actorLinks(action.places)) : nothing}
      ${fact("Support", `${counted(own.length, "report")} in ${counted(articles.size, "article")}`)}
    </dl>
    ${disagreements((one) => one.action === i)}
    <section>
      <h3>Evidence <span class="count">${own.length}</span></h3>
      ${chiefFirst(own, action.reports[action.chief]).map(block)}
    </section>
    ${others.length
      ? html`<details>
          <summary>Other reports of it, which do not name both (${others.length})</summary>
          ${others.map(block)}
        </details>`
      : nothing}`;
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
  const words = (story === full ? own[0]?.verb : own[0]?.words) ?? "";
  return html`${actorLink(state.ends[0])} <span class=${`verb mode-${own[0]?.mode}`}>${words}</span> ${actorLink(
      state.ends[1],
    )}`;
}

/** @param {number} i */
function statementPanel(i) {
  const said = story.statements[i];
  const within = said.within;
  return html`<h2 class="quoted"><bdi>${wordsOf(said)}</bdi></h2>
    <p class="what">
      ${chip(titled(said.kind))}${chip(MODES[said.mode])}${said.stance === "neutral"
        ? nothing
        : chip(plain(said.stance))}
    </p>
    <dl class="facts">
      ${fact("Said by", said.speakers.length ? actorLinks(said.speakers) : "nobody the articles name")}
      ${said.onBehalf.length ? fact("For", actorLinks(said.onBehalf)) : nothing}
      ${said.addressees.length ? fact("To", actorLinks(said.addressees)) : nothing}
      ${said.outlets.length ? fact("Via", actorLinks(said.outlets)) : nothing}
      ${said.media.length ? fact("Medium", said.media.join(", ")) : nothing}
      ${said.dates.length ? fact("When", said.dates.map(dated).join(", ")) : nothing}
      ${said.about.length ? fact("About", actorLinks(said.about)) : nothing}
      ${within === null ? nothing : fact("Within", link({ kind: "statement", i: within }))}
    </dl>
    ${variants(said)}
    ${disagreements((one) => one.positions.some((position) => position.refs.some((ref) => ref.statement === i)))}
    <section>
      <h3>Printed in <span class="count">${said.reports.length}</span></h3>
      ${chiefFirst(said.reports, said.reports[said.chief]).map((report) =>
        statementBlock(report, { kind: "statement", i }),
      )}
    </section>
    ${reported(i)}`;
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
  const rows = altered.map(
    (variant) =>
      html`<strong>${variant.relation === "shortened" ? "Cut short" : "Altered"}</strong> between
        ${outletName(variant.left)} and
        ${outletName(variant.right)}${variant.changes
          .slice(0, 6)
          .map(([left, right]) => html`: <del>${left || "nothing"}</del> → <ins>${right || "nothing"}</ins>`)}`,
  );
  return section("Printed differently", rows);
}

/** @param {(one: import("./types.js").Disagreement) => boolean} test */
function disagreements(test) {
  return story.disagreements.filter(test).map(disagreementBlock);
}
