/**
 * A statement in the picture: a card with its first words.
 */
import { colour } from "./colours.js";
import { isolated } from "./text.js";

/**
 * A card with the beginning of a statement, drawn at a node: a rule in the speaker's colour, quoted words in quotes.
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, text: string, tone: string, selected: boolean, dim: boolean, scale: number}} card
 */
export function drawCard(context, card) {
  const { w, h } = CARD;
  const left = card.x - w / 2;
  const top = card.y - h / 2;
  context.save();
  context.globalAlpha = card.dim ? 0.35 : 1;
  if (card.scale < READABLE) {
    drawSign(context, card);
    context.restore();
    return;
  }
  context.beginPath();
  context.roundRect(left, top, w, h, 6);
  context.fillStyle = colour("card");
  context.fill();
  context.lineWidth = card.selected ? 2.5 : 1;
  context.strokeStyle = colour(card.selected ? "accent" : "line");
  context.stroke();
  context.fillStyle = card.tone;
  context.beginPath();
  context.roundRect(left, top, 4, h, [6, 0, 0, 6]);
  context.fill();
  context.fillStyle = colour("ink");
  context.font = CARD_FONT;
  context.textAlign = "left";
  context.textBaseline = "middle";
  wrap(context, card.text, w - 24, 3).forEach((row, i, rows) => {
    context.fillText(isolated(row), left + 14, card.y + (i - (rows.length - 1) / 2) * 16);
  });
  context.restore();
}

/** Below this scale the words of a card would be smaller than 11 pixels: a sign stands in its place. */
export const READABLE = 0.88;

/** Pixels from the middle of a statement's sign to its rim. */
export const SIGN = 11;

/**
 * A quotation mark in a ring, as large as a name is high.
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number, tone: string, selected: boolean, scale: number}} card
 */
function drawSign(context, card) {
  const r = SIGN / card.scale;
  context.beginPath();
  context.arc(card.x, card.y, r, 0, 2 * Math.PI);
  context.fillStyle = colour("card");
  context.fill();
  context.lineWidth = (card.selected ? 3 : 1.8) / card.scale;
  context.strokeStyle = card.selected ? colour("accent") : card.tone;
  context.stroke();
  context.fillStyle = colour("ink");
  context.font = `700 ${22 / card.scale}px Georgia, "Times New Roman", serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText("“", card.x, card.y + 7 / card.scale);
}

/** How the words of a card are set. */
export const CARD_FONT = 'italic 400 12.5px Georgia, "Times New Roman", serif';

/** Size of a statement's card in the network's units. */
export const CARD = { w: 190, h: 62 };

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} room
 * @param {number} most
 */
export function wrap(context, text, room, most) {
  /** @type {string[]} */
  const rows = [""];
  for (const word of text.split(" ")) {
    const last = rows[rows.length - 1];
    const longer = last ? `${last} ${word}` : word;
    if (!last || context.measureText(longer).width <= room) rows[rows.length - 1] = longer;
    else if (rows.length < most) rows.push(word);
    else {
      let cut = last;
      while (cut && context.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1).trimEnd();
      rows[rows.length - 1] = `${cut.replace(/[\s,;:]+$/, "")}…`;
      return rows;
    }
  }
  return rows;
}
