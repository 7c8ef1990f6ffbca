/**
 * A small picture laid out for the stage that it is shown on: each sign with room for its name, none over another.
 */
import { scene } from "./scene.js";
import { byId } from "./dom.js";
import { CARD, READABLE, SIGN } from "./card.js";
import { settings } from "./label_text.js";
import { radius } from "./looks.js";
import { labelOf } from "./pick.js";

/** Pictures of more nodes than this are drawn as the file or the reader's choice has them. */
export const FEW = 40;

/** Scales that are tried, the largest first: the first at which everything has room is taken. */
const SCALES = [1.1, 1, READABLE, 0.75, 0.65, 0.55];

/** Where cards can be read, signs and names take no more of the stage: the rest is for lines and their words. */
const DENSE = 0.36;

/** The picture is pulled longer one way than the other by no more than this, and drawn out by no more than that. */
const [PULL, MOST] = [2, 2.4];

/** Pixels between two boxes, and between a box and the rim of the stage. */
const APART = 12;

/** So often boxes are pushed apart before a smaller scale is tried. */
const ROUNDS = 240;

/**
 * `up`: from its top to the middle of the sign.
 * @typedef {{id: string, x: number, y: number, w: number, h: number, up: number}} Room
 */

/** Lay the picture out, if it is small; whether it was. */
export function spread() {
  const canvas = byId("canvas");
  const { nodes } = scene.shown;
  scene.spread = null;
  if (!canvas.clientWidth || nodes.length < 2 || nodes.length > FEW) return false;
  const stage = stageOf(canvas);
  for (const scale of SCALES) {
    const rooms = nodes.map((node) => roomOf(node, scale, canvas.clientWidth));
    const last = scale === SCALES[SCALES.length - 1];
    const area = rooms.reduce((sum, room) => sum + (room.w + APART) * (room.h + APART), 0);
    if (scale >= READABLE && area > DENSE * stage.w * stage.h) continue;
    draw(rooms, stage);
    if (!separate(rooms, stage) && !last) continue;
    for (const room of rooms) {
      const at = { x: room.x, y: room.y - room.h / 2 + room.up };
      scene.places.set(room.id, {
        x: (at.x - canvas.clientWidth / 2) / scale,
        y: (at.y - canvas.clientHeight / 2) / scale,
      });
    }
    scene.spread = { scale, w: canvas.clientWidth, h: canvas.clientHeight };
    return true;
  }
  return false;
}

/** The part of the canvas that no tool and no legend lies over. @param {HTMLElement} canvas */
function stageOf(canvas) {
  const box = canvas.getBoundingClientRect();
  const tools = byId("stage-tools").getBoundingClientRect();
  const below = ["legend", "lines"].map((id) => byId(id).getBoundingClientRect()).filter((one) => one.height);
  const top = Math.max(tools.bottom - box.top, 0) + APART;
  const bottom = Math.min(...below.map((one) => one.top - box.top), box.height) - APART;
  return { x: APART, y: top, w: box.width - 2 * APART, h: Math.max(bottom - top, 1) };
}

/**
 * What a node takes on the screen with its name below it.
 * @param {import("./pick.js").NetNode} node
 * @param {number} scale
 * @param {number} stage
 * @returns {Room}
 */
function roomOf(node, scale, stage) {
  const at = /** @type {{x: number, y: number}} */ (scene.places.get(node.id));
  const card = node.kind === "statement" && scene.cards;
  if (card && scale < READABLE) return { id: node.id, ...at, w: 2 * SIGN, h: 2 * SIGN, up: SIGN };
  const h = CARD.h * scale;
  if (card) return { id: node.id, ...at, w: CARD.w * scale, h, up: h / 2 };
  const r = radius(node) * scale;
  const [words] = settings({ text: labelOf(node), strong: node.weight > 12 }, scale, stage);
  return { id: node.id, ...at, w: Math.max(words.w, 2 * r), h: 2 * r + 4 + words.h, up: r };
}

/**
 * Draw the places out over the stage, keeping who is beside whom.
 * @param {Room[]} rooms
 * @param {{x: number, y: number, w: number, h: number}} stage
 */
function draw(rooms, stage) {
  const span = (/** @type {number[]} */ all) => ({ least: Math.min(...all), most: Math.max(...all) });
  const [x, y] = [span(rooms.map((room) => room.x)), span(rooms.map((room) => room.y))];
  const wide = { w: Math.max(...rooms.map((room) => room.w)), h: Math.max(...rooms.map((room) => room.h)) };
  const free = { w: Math.max(stage.w - wide.w, 1), h: Math.max(stage.h - wide.h, 1) };
  const full = [free.w / Math.max(x.most - x.least, 1), free.h / Math.max(y.most - y.least, 1)];
  const [kx, ky] = [Math.min(full[0], full[1] * PULL, MOST), Math.min(full[1], full[0] * PULL, MOST)];
  for (const room of rooms) {
    room.x = stage.x + stage.w / 2 + (room.x - (x.least + x.most) / 2) * kx;
    room.y = stage.y + stage.h / 2 + (room.y - (y.least + y.most) / 2) * ky;
  }
}

/**
 * Push rooms apart within the stage; whether none is over another in the end.
 * @param {Room[]} rooms
 * @param {{x: number, y: number, w: number, h: number}} stage
 */
function separate(rooms, stage) {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < rooms.length; i += 1)
      for (let k = i + 1; k < rooms.length; k += 1) moved = push(rooms[i], rooms[k], round % 5 === 4) || moved;
    for (const room of rooms) {
      room.x = Math.min(Math.max(room.x, stage.x + room.w / 2), stage.x + stage.w - room.w / 2);
      room.y = Math.min(Math.max(room.y, stage.y + room.h / 2), stage.y + stage.h - room.h / 2);
    }
    if (!moved) return true;
  }
  return false;
}

/**
 * Push two rooms apart along the axis on which that is the shorter way; at times along the other, lest two of them hold
 * each other at the rim.
 * @param {Room} a
 * @param {Room} b
 * @param {boolean} other
 */
function push(a, b, other) {
  const overX = (a.w + b.w) / 2 + APART - Math.abs(b.x - a.x);
  const overY = (a.h + b.h) / 2 + APART - Math.abs(b.y - a.y);
  if (overX <= 0.5 || overY <= 0.5) return false;
  if (overX < overY !== other) {
    const step = (b.x >= a.x ? overX : -overX) / 2;
    a.x -= step;
    b.x += step;
  } else {
    const step = (b.y >= a.y ? overY : -overY) / 2;
    a.y -= step;
    b.y += step;
  }
  return true;
}
