// What part of the drawing the window shows: k is the scale, (x, y) where its origin stands.
const LEAST = 0.05;
const MOST = 12;
const MARGIN = 40;

export class Camera {
  k = 1;
  x = 0;
  y = 0;

  /** Show all the nodes in a window. */
  fit(nodes, { width, height }) {
    const xs = nodes.map(({ x }) => x);
    const ys = nodes.map(({ y }) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const room = (length, extent) => (length - 2 * MARGIN) / Math.max(extent, 1);
    this.k = Math.min(2.5, room(width, right - left), room(height, bottom - top));
    this.x = width / 2 - (this.k * (left + right)) / 2;
    this.y = height / 2 - (this.k * (top + bottom)) / 2;
    return this;
  }

  /** Zoom around a point of the window, which stays where it is. */
  zoom(factor, x, y) {
    const k = Math.min(MOST, Math.max(LEAST, this.k * factor));
    this.x = x - ((x - this.x) * k) / this.k;
    this.y = y - ((y - this.y) * k) / this.k;
    this.k = k;
  }

  pan(x, y) {
    this.x += x;
    this.y += y;
  }

  /** Bring a node to the middle of a window. */
  centre(node, { width, height }) {
    this.x = width / 2 - this.k * node.x;
    this.y = height / 2 - this.k * node.y;
  }

  /** A node's place and radius on the screen: shapes grow less than distances. */
  place({ x, y, r }) {
    return { x: this.x + this.k * x, y: this.y + this.k * y, r: r * this.size };
  }

  get size() {
    return Math.min(2.2, Math.max(0.4, this.k ** 0.55));
  }
}
