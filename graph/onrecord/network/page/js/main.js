/**
 * Puts the page together.
 */
import { html, render } from "lit-html";
import { byId, counted, h, thousands } from "./dom.js";
import { blockJson, hasBlock } from "./data.js";
import { forgetColours } from "./colours.js";
import { applyFilters, fullItems } from "./choose.js";
import { full, setStory, story } from "./model.js";
import { drawLanes } from "./lanes.js";
import { findPath } from "./path.js";
import { setPath } from "./pick.js";
import { drawStory } from "./story.js";
import { setNetwork } from "./pick.js";
import { drawPanel } from "./panel.js";
import { drawFilters, showFilters } from "./filters.js";
import { drawArticles, startArticles } from "./article.js";
import { drawTable } from "./table.js";
import { search } from "./find.js";
import { startSearch } from "./search.js";
import { drawTimeline } from "./timeline.js";
import { drawCompare } from "./compare.js";
import { drawAsk } from "./ask.js";
import { drawing, drawTools, picture, recolour, refresh, resized, startNetwork } from "./network.js";
import { drawCorrections, takeBack } from "./correction_bar.js";
import { startCorrections } from "./corrections.js";
import { startNotes } from "./notes.js";
import { startPrint } from "./print.js";
import { drawn, signs } from "./labels.js";
import { activeFilters, onChange, readAddress, state, update } from "./state.js";

/** @type {[string, string][]} */
const TABS = [
  ["story", "Story"],
  ["network", "Network"],
  ["time", "Over time"],
  ["table", "Table"],
  ["articles", "Articles"],
  ["compare", "Compare"],
  ["ask", "Ask"],
];

function drawTabs() {
  const tabs = TABS.filter(([name]) => name !== "ask" || hasBlock("engine"));
  const go = (/** @type {KeyboardEvent} */ event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    const at = tabs.findIndex(([name]) => name === state.tab);
    const next = tabs[(at + way + tabs.length) % tabs.length][0];
    update({ tab: next });
    byId(`tab-${next}`).focus();
  };
  render(
    tabs.map(([name, label]) => {
      const on = state.tab === name;
      return html`<button
        type="button"
        role="tab"
        id=${`tab-${name}`}
        aria-selected=${String(on)}
        aria-controls=${`view-${name}`}
        tabindex=${on ? "0" : "-1"}
        @click=${() => update({ tab: name })}
      >
        ${label}
      </button>`;
    }),
    byId("tabs"),
  );
  byId("tabs").onkeydown = go;
  byId(`tab-${state.tab}`)?.scrollIntoView({ block: "nearest", inline: "nearest" }); // on a telephone some lie aside
}

function drawCounts() {
  const parts = [
    (full.whole ? `${thousands(full.articles.length)} of ` : "") +
      counted(full.whole ?? full.articles.length, "article"),
    counted(full.actors.length, "actor"),
    counted(fullItems().filter((item) => item.kind === "action").length, "action"),
    counted(full.statements.length, "statement"),
  ];
  byId("counts").textContent = parts.join(" · ");
}

/** The buttons beside the search field; the filters' one says how many are set. */
function drawTopTools() {
  const set = activeFilters();
  const open = document.body.classList.contains("with-filters");
  render(
    html`<button
        type="button"
        id="toggle-filters"
        aria-controls="filters"
        aria-expanded=${String(open)}
        @click=${() => showFilters(!document.body.classList.contains("with-filters"))}
      >
        ${set ? `Filters (${set})` : "Filters"}
      </button>
      <button
        type="button"
        id="theme"
        class="square"
        aria-label="Switch between light and dark"
        title="Light or dark"
        @click=${switchTheme}
      >
        ◐
      </button>`,
    byId("tools"),
  );
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  forgetColours();
  recolour();
}

function showTab() {
  for (const [name] of TABS) byId(`view-${name}`).hidden = state.tab !== name;
  if (state.tab === "story") byId("view-network").hidden = false; // the network stands beside the lines
  document.body.dataset.tab = state.tab;
  document.body.classList.toggle("embed", state.embed);
  drawTabs();
}

/** @param {Set<string>} changed */
function react(changed) {
  const filtered = ["family", "type", "outlet", "mode", "from", "to", "undated", "confidence", "support"].some(
    (name) => changed.has(name),
  );
  if (filtered) applyFilters();
  if (changed.has("tab")) showTab();
  const pictured = state.tab === "network" || state.tab === "story";
  if (filtered) {
    drawFilters();
    drawTopTools();
  }
  if (
    changed.has("sel") ||
    filtered ||
    changed.has("open") ||
    changed.has("tab") ||
    changed.has("path") ||
    changed.has("pinned")
  )
    drawPanel();
  if (["show", "open", "sel", "hidden", "pinned", "path"].some((name) => changed.has(name)) || filtered) {
    drawTools();
    if (pictured) refresh({ fit: changed.has("show") || changed.has("at") });
  } else if (changed.has("tab") && pictured) refresh({ fit: true });
  if (state.tab === "network" && (filtered || changed.has("tab"))) drawTimeline();
  if (state.tab === "story") drawStory();
  if (state.tab === "time") drawLanes();
  if (state.tab === "table") drawTable();
  if (state.tab === "compare") drawCompare();
  if (state.tab === "ask" && hasBlock("engine")) drawAsk();
  if (state.tab === "articles") drawArticles();
}

function redrawCorrected() {
  drawCorrections();
  drawPanel();
  if (state.tab === "story") drawStory();
}

function globalKeys() {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !typing) {
      event.preventDefault();
      takeBack();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape" && document.body.classList.contains("with-filters")) showFilters(false);
    else if (event.key === "Escape" && byId("export").open) byId("export").open = false;
    else if (event.key === "Escape" && !typing && target.id !== "canvas") update({ sel: null });
  });
}

async function start() {
  const [data, network] = await Promise.all([blockJson("story"), blockJson("network")]);
  setStory(/** @type {import("./types.js").Story} */ (data));
  setNetwork(/** @type {Parameters<typeof setNetwork>[0]} */ (network));
  drawCounts();
  drawTopTools();
  onChange(react);
  setPath(() => {
    const [from, to] = state.path;
    const way = to === undefined ? null : findPath(from, to);
    return (way ?? []).flatMap((edge) => [edge.from, edge.to]);
  });
  startCorrections();
  startNotes();
  drawCorrections();
  document.addEventListener("onrecord-corrected", redrawCorrected);
  document.addEventListener("onrecord-noted", () => refresh());
  startArticles();
  startSearch();
  globalKeys();
  readAddress();
  startNetwork();
  startPrint();
  window.addEventListener("hashchange", readAddress);
  window.addEventListener("popstate", readAddress);
  let width = byId("canvas").clientWidth;
  new ResizeObserver(() => {
    resized();
    if (width !== byId("canvas").clientWidth) drawTimeline();
    width = byId("canvas").clientWidth;
  }).observe(byId("canvas"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    forgetColours();
    recolour();
  });
  const forTests = {
    drawing,
    picture,
    labels: () => drawn,
    signs: () => signs,
    state: () => state,
    search,
    story: () => story,
    full: () => full,
    ready: true,
  };
  Object.assign(globalThis, { onrecord: forTests }); // for tests and benchmarks
  document.documentElement.dataset.ready = "true";
  requestAnimationFrame(() => performance.mark("onrecord-drawn"));
}

start().catch((error) => {
  byId("main").append(h("p", { class: "empty" }, `The page could not read its data: ${error.message}`));
  throw error;
});
