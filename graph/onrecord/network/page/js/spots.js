/**
 * Where a name may stand at its sign, and which of these spots names take that all have to be there: no two over one
 * another, and each nearer to its own sign than to any other.
 */

/**
 * @typedef {import("./labels.js").Rect} Rect
 * @typedef {{box: Rect, cost: number, set: ReturnType<typeof import("./label_text.js").settings>[number]}} Spot
 * @typedef {{spots: Spot[], chosen: Spot | null}} Seeker
 */

/** A name has to be so many pixels nearer to its own sign than to the next. */
const NEARER = 3;

/** Pixels that two names side by side had better be apart, or they are read as one; half of it above one another. */
const APART = 28;

/** So often every name looks for a better spot. */
const ROUNDS = 3;

/**
 * Boxes of a size that touch a sign: below, above, beside it and at its shoulders, the plainest first.
 * @param {{x: number, y: number}} at
 * @param {number} r
 * @param {number} w
 * @param {number} h
 * @returns {Rect[]}
 */
export function around(at, r, w, h) {
  const slide = Math.max(w / 2 - r / 2, 0);
  const box = (/** @type {number} */ x, /** @type {number} */ y) => ({ x: at.x + x, y: at.y + y, w, h });
  const across = [0, -0.5, 0.5, -1, 1].map((share) => share * slide - w / 2);
  const down = [0, -0.5, 0.5].map((share) => share * h - h / 2);
  const corner = r * 0.75;
  return [
    box(across[0], r),
    box(across[0], -r - h),
    ...down.flatMap((y) => [box(r, y), box(-r - w, y)]),
    ...across.slice(1).flatMap((x) => [box(x, r), box(x, -r - h)]),
    ...[-corner - w, corner].flatMap((x) => [box(x, corner), box(x, -corner - h)]),
  ];
}

/**
 * How far apart two boxes are, along the axis on which they are farther apart; 0 if they touch.
 * @param {Rect} a
 * @param {Rect} b
 */
function gap(a, b) {
  return Math.max(a.x - b.x - b.w, b.x - a.x - a.w, a.y - b.y - b.h, b.y - a.y - a.h, 0);
}

/**
 * Whether a name in a box is told to be of its own sign: no other is as near.
 * @param {Rect} box
 * @param {Rect} own
 * @param {import("./taken.js").Taken} taken
 */
export function isOf(box, own, taken) {
  const far = gap(box, own) + NEARER;
  const wide = { x: box.x - far, y: box.y - far, w: box.w + 2 * far, h: box.h + 2 * far };
  return !taken.hits(wide, (other) => other.id !== undefined && other.id !== own.id && !other.light);
}

/**
 * Whether a box lies over another, or is not so many pixels apart from it.
 * @param {Rect} a
 * @param {Rect} b
 * @param {number} apart
 */
function over(a, b, apart) {
  const [x, y] = [apart, apart / 2];
  return a.x < b.x + b.w + x && b.x < a.x + a.w + x && a.y < b.y + b.h + y && b.y < a.y + a.h + y;
}

/**
 * Choose a spot for each, the first in the list first. Who finds none asks one who stands in the way to move; then all
 * look for better spots in turn.
 * @param {Seeker[]} seekers each with its spots, the best first
 */
export function settle(seekers) {
  const blockers = (/** @type {Spot} */ spot, /** @type {Seeker} */ self, apart = 0) =>
    seekers.filter((other) => other !== self && other.chosen && over(other.chosen.box, spot.box, apart));
  const best = (/** @type {Seeker} */ seeker) =>
    seeker.spots.find((spot) => !blockers(spot, seeker, APART).length) ??
    seeker.spots.find((spot) => !blockers(spot, seeker).length) ??
    seeker.chosen;
  for (const seeker of seekers) {
    seeker.chosen = best(seeker);
    if (seeker.chosen) continue;
    for (const spot of seeker.spots) {
      const [other, more] = blockers(spot, seeker);
      if (more) continue;
      const before = other.chosen;
      seeker.chosen = spot;
      other.chosen = null;
      other.chosen = best(other);
      if (other.chosen) break;
      [seeker.chosen, other.chosen] = [null, before];
    }
  }
  for (let round = 0; round < ROUNDS; round += 1) for (const seeker of seekers) seeker.chosen = best(seeker);
}
