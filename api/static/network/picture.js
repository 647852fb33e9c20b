// The whole drawing as a picture to keep, PNG or SVG: always on white, with its title and legend.
import { Camera } from "./camera.js";
import { labels } from "./labels.js";
import { kinds, lines, measure } from "./scene.js";

const SIZE = { width: 2400, height: 1600 };
const FOOT = 60;
const INK = "#1a1f24";
const EDGE = "#98a1a9";
const FONT = "'Source Sans 3', 'Noto Sans', sans-serif";

/** Shapes, lines and texts of the picture, in order, whatever they are drawn with. */
function strokes(graph, title) {
  const window = { width: SIZE.width, height: SIZE.height - FOOT };
  const camera = new Camera().fit(graph.nodes, window);
  const at = (node) => camera.place(node);
  const placed = graph.byImportance.map((node) => ({ ...at(node), name: node.name, mark: node.mark, kind: node.kind }));
  const fill = new Map([...kinds].map(([kind, shape]) => [kind, getComputedStyle(shape).fill]));
  const shape = ({ kind, x, y, r, mark }) => ({
    d: kinds.get(kind).getAttribute("d"), x, y, r, fill: fill.get(kind), width: mark ? 3 : 1,
  });
  const legend = [...kinds].flatMap(([kind, each], place) => [
    shape({ kind, x: 60 + place * 260, y: SIZE.height - 28, r: 9 }),
    { text: each.dataset.label, x: 78 + place * 260, y: SIZE.height - 28, anchor: "start", size: 16 },
  ]);
  return [
    { line: lines(graph.edges.filter(({ mark }) => !mark), at), stroke: EDGE, width: 0.8 },
    { line: lines(graph.edges.filter(({ mark }) => mark), at), stroke: INK, width: 3 },
    ...placed.map(shape),
    ...labels(placed, window, measure, 48).map(({ text, x, y, anchor }) => ({ text, x, y, anchor, size: 12.5 })),
    { text: title, x: 40, y: 30, anchor: "start", size: 22 },
    ...legend,
  ];
}

const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const asSvg = (each) => {
  const { x, y, width } = each;
  if (each.line !== undefined) return `<path d="${each.line}" fill="none" stroke="${each.stroke}" stroke-width="${width}"/>`;
  if (each.text === undefined)
    return `<path d="${each.d}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${each.r.toFixed(2)})" fill="${each.fill}" stroke="${INK}" stroke-width="${width}" vector-effect="non-scaling-stroke"/>`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${each.size}" text-anchor="${each.anchor}">${escaped(each.text)}</text>`;
};

/** The picture as an SVG file. */
export const svg = (graph, title) =>
  new Blob(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="${FONT}" dominant-baseline="central">`,
      `<style>text{fill:${INK};paint-order:stroke;stroke:#fff;stroke-width:3px}</style><rect width="100%" height="100%" fill="#fff"/>`,
      ...strokes(graph, title).map(asSvg),
      "</svg>",
    ],
    { type: "image/svg+xml" },
  );

function paint(pen, each) {
  pen.save();
  if (each.line !== undefined) {
    pen.strokeStyle = each.stroke;
    pen.lineWidth = each.width;
    pen.stroke(new Path2D(each.line));
  } else if (each.text === undefined) {
    pen.translate(each.x, each.y);
    pen.scale(each.r, each.r);
    pen.fillStyle = each.fill;
    pen.strokeStyle = INK;
    pen.lineWidth = each.width / each.r;
    pen.fill(new Path2D(each.d));
    pen.stroke(new Path2D(each.d));
  } else {
    pen.font = `${each.size}px ${FONT}`;
    pen.textAlign = { start: "left", end: "right", middle: "center" }[each.anchor];
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = "#fff";
    pen.fillStyle = INK;
    pen.strokeText(each.text, each.x, each.y);
    pen.fillText(each.text, each.x, each.y);
  }
  pen.restore();
}

/** The picture as a PNG file. */
export function png(graph, title) {
  const canvas = Object.assign(document.createElement("canvas"), SIZE);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, SIZE.width, SIZE.height);
  for (const each of strokes(graph, title)) paint(pen, each);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}
