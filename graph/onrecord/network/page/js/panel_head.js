/**
 * What can be done with what the evidence is of: links, unfolding, hiding, pinning, the way to another.
 */
import { announce, button, h } from "./dom.js";
import { state, update } from "./state.js";
import { itemsOf, story } from "./model.js";

/** @param {import("./types.js").Thing} thing */
export function head(thing) {
  const links = [
    button("Copy link", () => copy(location.href, "Link copied."), { title: "Copy a link to this very view" }),
    button("Copy IRI", () => copy(iriOf(thing), "IRI copied."), { title: iriOf(thing) }),
    state.tab === "network" ? null : button("Show in network", () => update({ tab: "network" })),
    thing.kind === "actor" ? unfoldButton(thing.i) : null,
  ];
  return h(
    "div",
    { class: "panel-head" },
    h("div", { class: "actions" }, links),
    button("✕", () => update({ sel: null }), { class: "close", "aria-label": "Close the evidence" }),
  );
}

export function pathHead() {
  return h(
    "div",
    { class: "panel-head" },
    h("strong", null, "Path"),
    button("✕", () => update({ path: [] }), { class: "close", "aria-label": "Close the path" }),
  );
}

/** Hide an actor, pin it, or find the way from it to another. @param {number} i */
export function placing(i) {
  const turn = (/** @type {"hidden" | "pinned"} */ name) => () => {
    const list = state[name].includes(i) ? state[name].filter((other) => other !== i) : [...state[name], i];
    update({ [name]: list, ...(name === "hidden" ? { sel: null } : {}) });
  };
  const others = itemsOf.flatMap((list, k) => (list.length && k !== i ? [k] : []));
  const choose = (/** @type {any} */ event) => {
    const to = others.find((k) => story.actors[k].name === event.target.value.trim());
    if (to !== undefined) update({ path: [i, to], sel: null, ...(state.tab === "story" ? {} : { tab: "network" }) });
  };
  return h(
    "p",
    { class: "placing" },
    button(state.pinned.includes(i) ? "Unpin" : "Pin", turn("pinned")),
    button("Hide", turn("hidden")),
    h("label", { class: "field" }, "Path to ", h("input", { list: "path-names", id: "path-to", onchange: choose })),
    h(
      "datalist",
      { id: "path-names" },
      others.slice(0, 2000).map((k) => h("option", { value: story.actors[k].name })),
    ),
  );
}

/** @param {number} i */
function unfoldButton(i) {
  const open = state.open.includes(i);
  const next = open ? state.open.filter((other) => other !== i) : [...state.open, i];
  return button(open ? "Fold neighbours" : "Unfold neighbours", () =>
    update({ open: next, tab: "network", show: "chief" }),
  );
}

/** @param {import("./types.js").Thing} thing */
function iriOf(thing) {
  const lists = { actor: story.actors, action: story.actions, statement: story.statements };
  return lists[/** @type {"actor"} */ (thing.kind)][thing.i].iri;
}

/**
 * Copy text; where the browser gives no clipboard to pages from disk, by way of a selection.
 * @param {string} text
 * @param {string} said
 */
export async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "offscreen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  announce(said);
  const note = h("p", { class: "toast" }, said);
  document.body.append(note);
  setTimeout(() => note.remove(), 1600);
}
