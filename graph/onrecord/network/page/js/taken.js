/**
 * Places of a picture that are already taken.
 */

/**
 * @param {import("./labels.js").Rect} a
 * @param {import("./labels.js").Rect} b
 */
function touch(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

const CELL = 96;

/**
 * Boxes already taken, found again by place: thousands of dots must not be asked one by one.
 */
export class Taken {
  constructor() {
    /** @type {Map<string, import("./labels.js").Rect[]>} */
    this.cells = new Map();
  }

  /**
   * @param {import("./labels.js").Rect} box
   * @returns {string[]}
   */
  keys(box) {
    const keys = [];
    for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.w) / CELL); x += 1) {
      for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.h) / CELL); y += 1) keys.push(`${x} ${y}`);
    }
    return keys;
  }

  /** @param {import("./labels.js").Rect} box */
  push(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /**
   * Whether something in the way of `box` satisfies `test`.
   * @param {import("./labels.js").Rect} box
   * @param {(other: import("./labels.js").Rect) => boolean} [test]
   */
  hits(box, test = () => true) {
    return this.keys(box).some((key) => this.cells.get(key)?.some((other) => test(other) && touch(other, box)));
  }
}
