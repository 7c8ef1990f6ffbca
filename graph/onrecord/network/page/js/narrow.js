/**
 * The story as some of its reports tell it: what is left when reports are taken away.
 *
 * Filters and comparisons cut reports, not things: an action keeps the reports that pass, and everything shown of it
 * (who, what, how sure, when) comes from these alone. Places in the lists stay what they are.
 */

import { flat, slice } from "./text.js";

const FIRMEST = ["asserted", "said", "planned", "denied"];

/**
 * @typedef {(report: import("./types.js").Report) => boolean} Test
 */

/**
 * @param {import("./types.js").Story} full
 * @param {Test} keep
 * @param {Set<number> | null} articles the articles whose words may be shown; null for all
 * @returns {import("./types.js").Story}
 */
export function narrowed(full, keep, articles) {
  const here = (/** @type {number | null} */ n) => articles === null || (n !== null && articles.has(n));
  const test = (/** @type {import("./types.js").Report} */ report) => here(report.article) && keep(report);
  return {
    ...full,
    actors: articles === null ? full.actors : full.actors.map((actor) => actorIn(actor, articles, full.articles)),
    actions: full.actions.map((action) =>
      actionOf(action, action.reports.filter(test), articles !== null, full.articles),
    ),
    statements: full.statements.map((said) =>
      statementOf(said, said.reports.filter(test), articles !== null, full.articles),
    ),
    disagreements: full.disagreements.flatMap((one) => {
      const positions = one.positions
        .map((position) => ({
          ...position,
          refs: position.refs.filter((ref) => here(ref.article)),
          places: position.places.filter(([n]) => here(n)),
        }))
        .filter((position) => position.refs.length || position.places.length);
      return positions.length > 1 ? [{ ...one, positions }] : [];
    }),
    judgements: full.judgements.filter((one) => here(one.left.article) && here(one.right.article)),
  };
}

/** Forms of a mention, those that name best first. */
const FORMS = ["name", "short", "description", "pronoun"];

/**
 * An actor by the names that these articles print.
 * @param {import("./types.js").Actor} actor
 * @param {Set<number>} articles
 * @param {import("./types.js").Article[]} printedIn
 */
function actorIn(actor, articles, printedIn) {
  const mentions = actor.mentions.filter((mention) => articles.has(mention[0]));
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const [n, start, end, form] of mentions) {
    const text = flat(slice(printedIn[n], start, end));
    if (text) count.set(text, (count.get(text) ?? 0) + 1 - FORMS.indexOf(form) * 1e6);
  }
  if (count.has(actor.name)) count.set(actor.name, Infinity);
  const printed = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
  const names = printed.filter((text) => /** @type {number} */ (count.get(text)) > -1e6);
  return { ...actor, mentions, name: printed[0] ?? "somebody", alt: names.slice(1) };
}

/**
 * @param {import("./types.js").Action} action
 * @param {import("./types.js").Report[]} reports
 * @param {boolean} cut whether articles are left out, so that the label may hold names they do not print
 * @param {import("./types.js").Article[]} articles
 * @returns {import("./types.js").Action}
 */
function actionOf(action, reports, cut, articles) {
  if (reports.length === action.reports.length && !cut) return action;
  const [mode] = reports.map(modeOf).sort((a, b) => FIRMEST.indexOf(a) - FIRMEST.indexOf(b));
  const first = chiefOf(reports);
  return {
    ...action,
    reports,
    ...datingOf(first, reports, articles),
    chief: Math.max(0, first ? reports.indexOf(first) : 0),
    origins: [], // how many stand behind what is left is not known
    agents: first?.agents ?? [],
    patients: first?.patients ?? [],
    mode: mode ?? action.mode,
    label: reports.find((report) => modeOf(report) === mode)?.[cut ? "words" : "verb"] ?? action.label,
    clause: first ? (first.clause ?? action.clause) : "",
    dates: [...new Set(reports.flatMap((report) => report.date ?? []))],
  };
}

/**
 * The day that the words shown give, else the day of their article, else that of another; as in `dating.py`.
 * @param {import("./types.js").Report | null} shown
 * @param {import("./types.js").Report[]} reports
 * @param {import("./types.js").Article[]} articles
 * @returns {{date: string | null, basis: import("./types.js").Basis}}
 */
function datingOf(shown, reports, articles) {
  if (shown?.date) return { date: shown.date, basis: shown.mode === "planned" ? "ahead" : "told" };
  const own = shown ? articles[shown.article].published : null;
  if (own) return { date: own, basis: "printed" };
  const others = reports.flatMap((report) => articles[report.article].published ?? []).sort();
  return others.length ? { date: others[0], basis: "elsewhere" } : { date: null, basis: "unknown" };
}

/** @param {import("./types.js").Report} report */
function modeOf(report) {
  return report.mode ?? "asserted";
}

/**
 * The report that stands for an action: both sides named, the firmest, told by a verb, not only what another orders,
 * read as most articles read it.
 * @param {import("./types.js").Report[]} reports
 */
export function chiefOf(reports) {
  const sides = (/** @type {import("./types.js").Report} */ one) => `${one.agents} ${one.patients}`;
  const rank = (/** @type {import("./types.js").Report} */ one) => {
    const both = Number((one.agents?.length ?? 0) > 0) + Number((one.patients?.length ?? 0) > 0);
    const alike = new Set(reports.filter((other) => sides(other) === sides(one)).map((other) => other.article))
      .size;
    const verb = one.rule.startsWith("noun") ? 0 : 5e4;
    const own = one.under === null ? 2e4 : 0;
    return both * 1e6 + (modeOf(one) === "asserted" ? 1e5 : 0) + verb + own + alike;
  };
  return reports.reduce(
    (best, one) => (best === null || rank(one) > rank(best) ? one : best),
    /** @type {import("./types.js").Report | null} */ (null),
  );
}

const ROLES = /** @type {const} */ (["speakers", "onBehalf", "addressees", "outlets", "about"]);

/**
 * @param {import("./types.js").Statement} said
 * @param {import("./types.js").Report[]} reports
 * @param {boolean} cut
 * @param {import("./types.js").Article[]} articles
 * @returns {import("./types.js").Statement}
 */
function statementOf(said, reports, cut, articles) {
  if (reports.length === said.reports.length && !cut) return said;
  const left = new Set(reports.map((report) => report.article));
  const roles = ROLES.map((role) => [role, [...new Set(reports.flatMap((report) => report[role] ?? []))]]);
  return {
    ...said,
    ...Object.fromEntries(roles),
    reports,
    ...datingOf(reports.find((report) => report.date) ?? reports[0] ?? null, reports, articles),
    chief: 0,
    origins: [],
    clause: reports.length ? (reports[0].clause ?? said.clause) : "",
    mode: reports[0]?.mode ?? said.mode,
    dates: [...new Set(reports.flatMap((report) => report.date ?? []))],
    media: cut ? [] : said.media,
    variants: said.variants.filter((variant) => left.has(variant.left) && left.has(variant.right)),
  };
}
