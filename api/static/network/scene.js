// The drawing as SVG. Edges are one path for each look: thousands of elements would be slow.
import { labels } from "./labels.js";

const SVG = "http://www.w3.org/2000/svg";
const make = (name, parent, attributes = {}) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
};
const round = (number) => Math.round(number * 10) / 10;
const ruler = document.createElement("canvas").getContext("2d");
const FONT = '12.5px "Source Sans 3"';
const widths = new Map();

/** Done when labels can be measured in the font that they are written in. */
export const ready = () => Promise.all(["", "bold "].map((weight) => document.fonts.load(weight + FONT)));

/** The width of a label in CSS pixels. */
export function measure(text, bold) {
  const font = `${bold ? "bold " : ""}${FONT}, sans-serif`;
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = font;
    widths.set(key, (width = ruler.measureText(text).width));
  }
  return width;
}

/** The shape of each kind and its colour, as the legend has them. */
export const kinds = new Map(
  [...document.querySelectorAll(".legend [data-kind]")].map((shape) => [shape.dataset.kind, shape]),
);

/** Lines between nodes as one path; `at` gives the place of a node. */
export const lines = (edges, at) =>
  edges
    .map(({ source, target }) => {
      const [one, other] = [at(source), at(target)];
      return `M${round(one.x)} ${round(one.y)}L${round(other.x)} ${round(other.y)}`;
    })
    .join("");

export const lettersAt = (k) => (k > 1.6 ? 70 : 36);

export class Scene {
  #camera;
  #graph;
  #shapes = [];

  constructor(svg, camera, graph) {
    this.svg = svg;
    this.#camera = camera;
    this.#graph = graph;
    this.world = make("g", svg);
    this.edges = make("path", this.world, { class: "edges" });
    this.strong = make("path", this.world, { class: "edges strong" });
    this.nodes = make("g", this.world);
    this.names = make("g", svg, { class: "names" });
  }

  get window() {
    const { width, height } = this.svg.getBoundingClientRect();
    return { width, height };
  }

  /** The nodes changed. */
  build() {
    this.nodes.replaceChildren();
    this.#shapes = this.#graph.nodes.map((node) => {
      const shape = make("path", this.nodes, { d: kinds.get(node.kind).getAttribute("d"), "data-place": node.place });
      make("title", shape).textContent = `${node.name} (${node.nature})`;
      return shape;
    });
    this.svg.classList.toggle("brings-out", this.#graph.isMarked);
  }

  /** The places of nodes changed, or what is chosen. */
  draw(chosen) {
    const strong = (edge) => edge.mark || edge.source === chosen || edge.target === chosen;
    this.edges.setAttribute("d", lines(this.#graph.edges.filter((edge) => !strong(edge)), (node) => node));
    this.strong.setAttribute("d", lines(this.#graph.edges.filter(strong), (node) => node));
    const near = new Set(chosen?.near);
    for (const [place, node] of this.#graph.nodes.entries()) {
      const looks = [`k-${node.kind.toLowerCase()}`, node.mark && `m-${node.mark}`, node === chosen && "chosen", near.has(node) && "near"];
      this.#shapes[place].setAttribute("class", looks.filter(Boolean).join(" "));
    }
    this.move(chosen);
  }

  /** What the window shows changed. */
  move(chosen) {
    const { k, x, y, size } = this.#camera;
    this.world.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    for (const [place, node] of this.#graph.nodes.entries()) {
      const scale = Math.round((node.r * size * 100) / k) / 100;
      this.#shapes[place].setAttribute("transform", `translate(${round(node.x)} ${round(node.y)}) scale(${scale})`);
    }
    this.#write(chosen);
  }

  #write(chosen) {
    const first = chosen ? [chosen, ...this.#graph.byImportance.filter((node) => node !== chosen)] : this.#graph.byImportance;
    const placed = first.map((node) => ({ ...this.#camera.place(node), name: node.name, mark: node.mark || (node === chosen && "chosen"), own: node }));
    const found = labels(placed, this.window, measure, lettersAt(this.#camera.k));
    this.names.replaceChildren();
    for (const { node, text, x, y, anchor } of found) {
      const name = make("text", this.names, { x: round(x), y: round(y), "text-anchor": anchor });
      if (node.mark) name.classList.add("strong");
      name.textContent = text;
    }
  }
}
