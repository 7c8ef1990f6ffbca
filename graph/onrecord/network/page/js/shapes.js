/**
 * The signs of families, traced on a canvas.
 */

/** Corners of the signs about the middle, in parts of the radius. @type {Record<string, [number, number][]>} */
const CORNERS = {
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  diamond: [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ],
  hexagon: [
    [-0.55, -0.95],
    [0.55, -0.95],
    [1.1, 0],
    [0.55, 0.95],
    [-0.55, 0.95],
    [-1.1, 0],
  ],
  triangle: [
    [0, -1.1],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  triangleDown: [
    [0, 1.1],
    [1.1, -0.85],
    [-1.1, -0.85],
  ],
  star: Array.from({ length: 10 }, (_, n) => {
    const far = n % 2 ? 0.5 : 1.2;
    return [far * Math.sin((n * Math.PI) / 5), -far * Math.cos((n * Math.PI) / 5)];
  }),
};

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
export function trace(context, shape, x, y, r) {
  const corners = CORNERS[shape];
  context.beginPath();
  if (corners)
    corners.forEach(([dx, dy], n) =>
      n ? context.lineTo(x + dx * r, y + dy * r) : context.moveTo(x + dx * r, y + dy * r),
    );
  else context.arc(x, y, r, 0, 2 * Math.PI);
  context.closePath();
  context.fill();
}
