// Which names are written, and where: none over another, the most linked first.
const CELL = 60;
const LINE = 18;
const SURE = 6; // the first of them may stand over nodes when nothing else is free
const MOST = 450;

/** Boxes that are taken, found by the cells of a grid. */
class Taken {
  #cells = new Map();

  *#keys([x1, y1, x2, y2]) {
    for (let x = Math.floor(x1 / CELL); x <= Math.floor(x2 / CELL); x++)
      for (let y = Math.floor(y1 / CELL); y <= Math.floor(y2 / CELL); y++) yield x * 100003 + y;
  }

  add(box) {
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  holds([x1, y1, x2, y2]) {
    for (const key of this.#keys([x1, y1, x2, y2]))
      for (const [a1, b1, a2, b2] of this.#cells.get(key) ?? [])
        if (x1 < a2 && a1 < x2 && y1 < b2 && b1 < y2) return true;
    return false;
  }
}

/** Where a name may stand around a node, the best place first. */
const places = (x, y, r, width) => [
  [x + r + 4, y, "start", [x + r + 2, y - LINE / 2, x + r + width + 6, y + LINE / 2]],
  [x - r - 4, y, "end", [x - r - width - 6, y - LINE / 2, x - r - 2, y + LINE / 2]],
  [x, y + r + LINE * 0.7, "middle", [x - width / 2 - 2, y + r + 1, x + width / 2 + 2, y + r + LINE + 1]],
  [x, y - r - LINE * 0.6, "middle", [x - width / 2 - 2, y - r - LINE - 1, x + width / 2 + 2, y - r - 1]],
  ...[1, -1].flatMap((side) => {
    const middle = y + side * (r + LINE * 0.45);
    const [top, bottom] = [middle - LINE / 2, middle + LINE / 2];
    return [
      [x + r * 0.6 + 2, middle, "start", [x + r * 0.6, top, x + r * 0.6 + width + 4, bottom]],
      [x - r * 0.6 - 2, middle, "end", [x - r * 0.6 - width - 4, top, x - r * 0.6, bottom]],
    ];
  }),
];

/**
 * Names of nodes that stand in a window of width by height; nodes come in order of importance
 * with x, y and r on the screen. `measure` gives the width of a text,
 * bold or not.
 */
export function labels(nodes, { width, height }, measure, letters) {
  const inside = nodes.filter(({ x, y }) => x > 0 && x < width && y > 0 && y < height);
  const names = new Taken();
  const shapes = new Taken();
  for (const { x, y, r } of inside) shapes.add([x - r, y - r, x + r, y + r]);
  const found = [];
  for (const [order, node] of inside.entries()) {
    if (found.length >= MOST) break;
    const text = node.name.length > letters ? `${node.name.slice(0, letters - 1).trimEnd()}…` : node.name;
    const tried = places(node.x, node.y, node.r, measure(text, Boolean(node.mark)));
    const fits = ([, , , box]) => box[0] > 0 && box[2] < width && box[1] > 0 && box[3] < height && !names.holds(box);
    const free = tried.filter(fits);
    const place = free.find(([, , , box]) => !shapes.holds(box)) ?? (order < SURE || node.mark ? free[0] : undefined);
    if (!place) continue;
    const [x, y, anchor, box] = place;
    names.add(box);
    found.push({ node, text, x, y, anchor });
  }
  return found;
}
