// Draws the network that the page tells as a table. Shapes tell kinds first, colours second.
const box = document.getElementById("dessin");
const SHAPES = {
  ACTOR: "ellipse",
  FRAMEWORK: "rectangle",
  SCHEME: "diamond",
  ACTION: "triangle",
  BODY: "hexagon",
};
// Okabe-Ito.
const COLOURS = {
  ACTOR: "#0072b2",
  FRAMEWORK: "#e69f00",
  SCHEME: "#009e73",
  ACTION: "#cc79a7",
  BODY: "#56b4e9",
};
const READABLE = 120;

const elements = (data) => [
  ...data.nodes.map((node) => ({ data: node, classes: node.marked ? "marked" : "" })),
  ...data.edges.map((edge) => ({
    data: { ...edge, id: `${edge.source} ${edge.target}` },
    classes: edge.marked ? "marked" : "",
  })),
];

function style() {
  const page = getComputedStyle(document.documentElement);
  const [ink, paper, line] = ["--ink", "--paper", "--edge"].map((name) => page.getPropertyValue(name));
  const kinds = Object.keys(SHAPES).map((kind) => ({
    selector: `node[kind = "${kind}"]`,
    style: { shape: SHAPES[kind], "background-color": COLOURS[kind] },
  }));
  return [
    {
      selector: "node",
      style: {
        label: "data(name)",
        width: 18,
        height: 18,
        color: ink,
        "font-family": "Source Sans 3",
        "font-size": 10,
        "min-zoomed-font-size": 7,
        "text-wrap": "ellipsis",
        "text-max-width": 130,
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-outline-color": paper,
        "text-outline-width": 2,
        "border-width": 1,
        "border-color": ink,
      },
    },
    { selector: "edge", style: { width: 1, "line-color": line, "curve-style": "haystack", opacity: 0.7 } },
    ...kinds,
    { selector: "node.marked, node:selected", style: { "border-width": 5 } },
    { selector: "edge.marked", style: { width: 4, "line-color": ink, opacity: 1 } },
  ];
}

const layout = (count) =>
  count > READABLE * 5
    ? { name: "concentric", concentric: (node) => node.degree(), animate: false }
    : { name: "cose", animate: false, randomize: true, nodeRepulsion: () => 60000, idealEdgeLength: () => 110, nodeOverlap: 30, componentSpacing: 80, numIter: count > READABLE ? 300 : 800 };

const fetched = async (address) => (await fetch(address, { headers: { Accept: "application/json" } })).json();

function save(content, type, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = `maillage-reseau.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The drawing as SVG, shapes and labels where they stand. */
function svg(graph) {
  const frame = graph.elements().boundingBox();
  const at = (node) => [node.position("x"), node.position("y")].map((each) => Math.round(each * 10) / 10);
  const lines = graph.edges().map((edge) => {
    const [[x1, y1], [x2, y2]] = [at(edge.source()), at(edge.target())];
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#67727d"/>`;
  });
  const SIDES = { rectangle: 4, diamond: 4, triangle: 3, hexagon: 6 };
  const shapes = graph.nodes().map((node) => {
    const [x, y] = at(node);
    const kind = node.data("kind");
    const sides = SIDES[SHAPES[kind]];
    const turn = SHAPES[kind] === "rectangle" ? Math.PI / 4 : -Math.PI / 2;
    const points = Array.from({ length: sides ?? 0 }, (_, place) => {
      const angle = turn + (place * 2 * Math.PI) / sides;
      return `${(x + 9 * Math.cos(angle)).toFixed(1)},${(y + 9 * Math.sin(angle)).toFixed(1)}`;
    });
    const paint = `fill="${COLOURS[kind]}" stroke="#1a1f24"`;
    const shape = sides
      ? `<polygon points="${points.join(" ")}" ${paint}/>`
      : `<circle cx="${x}" cy="${y}" r="9" ${paint}/>`;
    return `${shape}<text x="${x}" y="${y + 21}" text-anchor="middle">${escaped(node.data("name"))}</text>`;
  });
  const view = [frame.x1 - 80, frame.y1 - 20, frame.w + 160, frame.h + 50].map(Math.round).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" font-family="sans-serif" font-size="10">${lines.join("")}${shapes.join("")}</svg>`;
}

async function draw() {
  box.hidden = false;
  const source = new URL(box.dataset.source, location.href);
  const data = await fetched(source);
  const graph = window.cytoscape({
    container: document.getElementById("toile"),
    elements: elements(data),
    style: style(),
    layout: layout(data.nodes.length),
    textureOnViewport: data.nodes.length > READABLE * 5,
    hideEdgesOnViewport: data.nodes.length > READABLE * 5,
  });
  const chosen = document.getElementById("choisi");
  graph.on("tap", "node", async ({ target }) => {
    const node = target.data();
    const link = document.createElement("a");
    link.href = node.href;
    link.textContent = node.name;
    chosen.replaceChildren(link, `, ${node.nature}, ${target.degree()} liens dessinés.`);
    const around = new URL(`${box.dataset.path}.json`, location.href);
    around.searchParams.set("id", node.id);
    around.searchParams.set("au", source.searchParams.get("au") ?? "");
    const more = await fetched(around);
    const known = (each) => graph.getElementById(each.data.id).nonempty();
    const added = graph.add(elements(more).filter((each) => !known(each)));
    const { x, y } = target.position();
    added.nodes().forEach((each, place) => {
      const angle = (place * 2 * Math.PI) / added.nodes().length;
      each.position({ x: x + 90 * Math.cos(angle), y: y + 90 * Math.sin(angle) });
    });
  });
  document.querySelector("[data-export=png]").addEventListener("click", () => {
    save(graph.png({ output: "blob", full: true, scale: 2, bg: "#ffffff" }), "image/png", "png");
  });
  document.querySelector("[data-export=svg]").addEventListener("click", () => save(svg(graph), "image/svg+xml", "svg"));
  const year = document.getElementById("annee");
  year.addEventListener("input", () => { document.getElementById("annee-dite").value = year.value; });
  year.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set("au", `${year.value}-06-01`);
    location.assign(address);
  });
  box.dataset.drawn = String(graph.nodes().length);
}

if (box) draw();
