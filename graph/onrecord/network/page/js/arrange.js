/**
 * Places for a handful of nodes that the reader has asked for: stress majorisation from where things already are,
 * then boxes pushed apart. No randomness.
 */

/** @typedef {{id: string, x: number, y: number, w: number, h: number}} Box */

/**
 * Moves the boxes.
 * @param {Box[]} boxes
 * @param {[string, string][]} links
 */
export function arrange(boxes, links) {
  const n = boxes.length;
  if (n < 2) return;
  const rank = new Map(boxes.map((box, i) => [box.id, i]));
  const near = boxes.map(() => /** @type {number[]} */ ([]));
  for (const [a, b] of links) {
    const i = rank.get(a);
    const j = rank.get(b);
    if (i === undefined || j === undefined || i === j) continue;
    near[i].push(j);
    near[j].push(i);
  }
  const unit = (boxes.reduce((sum, box) => sum + box.w, 0) / n) * 1.15 + 30;
  relax(boxes, distances(near, unit));
  separate(boxes);
}

/**
 * @param {number[][]} near
 * @param {number} unit
 */
function distances(near, unit) {
  return near.map((_, start) => {
    const found = new Float64Array(near.length).fill(4.5);
    found[start] = 0;
    let edge = [start];
    const seen = new Set(edge);
    for (let hop = 1; edge.length && hop < 6; hop += 1) {
      edge = [...new Set(edge.flatMap((i) => near[i]))].filter((i) => !seen.has(i));
      for (const i of edge) {
        seen.add(i);
        found[i] = hop;
      }
    }
    return found.map((hops) => hops * unit);
  });
}

/**
 * @param {Box[]} boxes
 * @param {Float64Array[]} wanted
 */
function relax(boxes, wanted) {
  for (let round = 0; round < 120; round += 1) {
    boxes.forEach((box, i) => {
      let x = 0;
      let y = 0;
      let total = 0;
      boxes.forEach((other, j) => {
        if (i === j) return;
        const aim = wanted[i][j];
        const weight = 1 / (aim * aim);
        const dx = (box.x - other.x) / 1.35;
        const dy = box.y - other.y;
        const gap = Math.max(Math.hypot(dx, dy), 1e-3);
        x += weight * (other.x + (dx / gap) * aim * 1.35);
        y += weight * (other.y + (dy / gap) * aim);
        total += weight;
      });
      box.x = x / total;
      box.y = y / total;
    });
  }
}

/** @param {Box[]} boxes */
function separate(boxes) {
  for (let round = 0; round < 150; round += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) moved = push(boxes[i], boxes[j]) || moved;
    }
    if (!moved) return;
  }
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function push(a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const overX = (a.w + b.w) / 2 + 14 - Math.abs(dx);
  const overY = (a.h + b.h) / 2 + 14 - Math.abs(dy);
  if (overX <= 0 || overY <= 0) return false;
  if (overX < overY) {
    const step = (dx >= 0 ? overX : -overX) * 0.3;
    a.x -= step;
    b.x += step;
  } else {
    const step = (dy >= 0 ? overY : -overY) * 0.3;
    a.y -= step;
    b.y += step;
  }
  return true;
}
