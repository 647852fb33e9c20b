// The nodes and edges that are drawn; a node keeps its place when the drawing changes.
export class Graph {
  nodes = [];
  edges = [];
  byId = new Map();

  /** Take what the server says; new nodes start beside one that they are linked to. */
  take(data) {
    const known = this.byId;
    this.nodes = data.nodes.map((node) => {
      const { x, y } = known.get(node.id) ?? {};
      return { ...node, x, y, degree: 0, near: [] };
    });
    this.byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.edges = data.edges.map((edge) => {
      const [source, target] = [this.byId.get(edge.source), this.byId.get(edge.target)];
      source.near.push(target);
      target.near.push(source);
      return { ...edge, source, target };
    });
    for (const [place, node] of this.nodes.entries()) {
      node.place = place;
      node.degree = node.near.length;
      node.r = 4 + Math.min(14, 1.7 * Math.sqrt(node.degree));
      if (node.x === undefined) {
        const beside = node.near.find(({ id }) => known.has(id));
        const angle = place * 2.4;
        if (beside && known.size) {
          node.x = beside.x + 30 * Math.cos(angle);
          node.y = beside.y + 30 * Math.sin(angle);
        }
      }
    }
    const marks = { cut: 3, path: 2, apart: 1 };
    const weight = ({ mark, degree }) => (marks[mark] ?? 0) * 1e6 + degree;
    this.byImportance = [...this.nodes].sort((one, other) => weight(other) - weight(one));
    this.isNew = !this.nodes.some(({ id }) => known.has(id));
    this.isMarked = this.nodes.some(({ mark }) => mark);
  }

  /** The node next to one in a direction, as arrow keys walk. */
  towards(from, [dx, dy]) {
    let best;
    let least = Infinity;
    for (const node of this.nodes) {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      if (node === from || ahead <= 0 || aside > ahead * 1.5) continue;
      const cost = ahead + 2 * aside;
      if (cost < least) [best, least] = [node, cost];
    }
    return best;
  }
}
