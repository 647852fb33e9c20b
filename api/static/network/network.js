// The drawing of the network beside its table. What it shows is what the address says: opening a
// node, a date or a path changes the address, and table and drawing are asked again.
import { Camera } from "./camera.js";
import { Graph } from "./graph.js";
import { png, svg as vector } from "./picture.js";
import { ready, Scene } from "./scene.js";

const box = document.getElementById("dessin");
const svg = document.getElementById("toile");
const told = document.getElementById("choisi");
const state = document.getElementById("etat");
const find = document.getElementById("trouver");
const FOLLOWING = ["en-bref", "filtres", "emporter", "en-tableau"];
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const camera = new Camera();
const graph = new Graph();
const scene = new Scene(svg, camera, graph);
let chosen;
let worker;

const counted = (number, word) => `${number.toLocaleString("fr-FR")} ${word}${number > 1 ? "s" : ""}`;

/** Move nodes to where the forces bring them; `alpha` says how freely. */
function arrange(alpha) {
  worker?.terminate();
  worker = new Worker("/static/network/layout.js");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { width, height } = scene.window;
  delete box.dataset.drawn;
  state.textContent = "Disposition en cours…";
  worker.onmessage = ({ data: { positions, done } }) => {
    if (calm && !done) return;
    for (const node of graph.nodes) [node.x, node.y] = positions.subarray(node.place * 2, node.place * 2 + 2);
    if (alpha === 1) camera.fit(graph.nodes, scene.window);
    scene.draw(chosen);
    if (done) {
      state.textContent = "";
      box.dataset.drawn = String(graph.nodes.length);
    }
  };
  worker.postMessage({
    nodes: graph.nodes.map(({ x, y, r }) => (x === undefined ? { r } : { x, y, r })),
    links: graph.edges.map(({ source, target }) => ({ source: source.place, target: target.place })),
    ratio: width / Math.max(height, 1),
    alpha,
  });
}

const fetched = async (address, type) => {
  const response = await fetch(address, { headers: { Accept: type } });
  if (!response.ok) throw new Error(`${response.status}`);
  return response;
};

const twin = (address) => {
  const other = new URL(address);
  other.pathname += ".json";
  return other;
};

/** Draw what an address says. */
async function draw(address) {
  const data = await (await fetched(twin(address), "application/json")).json();
  const id = chosen?.id;
  graph.take(data);
  scene.build();
  choose(graph.byId.get(id));
  document.getElementById("noms").replaceChildren(
    ...graph.byImportance.map(({ name }) => Object.assign(document.createElement("option"), { value: name })),
  );
  if (graph.nodes.length) arrange(graph.isNew ? 1 : 0.25);
}

/** Go to the same page with other terms, in place: drawing, words and table. */
async function go(terms) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(terms)) address.searchParams.set(name, value);
  try {
    const [page] = await Promise.all([fetched(address, "text/html").then((each) => each.text()), draw(address)]);
    const fresh = new DOMParser().parseFromString(page, "text/html");
    for (const id of FOLLOWING) document.getElementById(id)?.replaceWith(fresh.getElementById(id) ?? "");
    history.replaceState(null, "", address);
  } catch {
    // What cannot be drawn here is said by the page itself.
    location.assign(address);
  }
}

const button = (words, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: words });
  made.addEventListener("click", act);
  return made;
};

/** Say what a node is and what can be asked of it. */
function choose(node) {
  chosen = node;
  if (!node) {
    told.replaceChildren("Choisir un point dit ce qu'il est et ouvre ses voisins.");
    return;
  }
  const link = Object.assign(document.createElement("a"), { href: node.href });
  const name = document.createElement("bdi");
  name.textContent = node.name;
  link.append(name);
  const start = new URL(location.href).searchParams.get("de");
  told.replaceChildren(
    link,
    `, ${node.nature}, ${counted(node.degree, "lien")} ici. `,
    button("Ouvrir ses voisins", () => open(node)),
    " ",
    start && start !== node.id
      ? button("Chemin jusqu'ici", () => go({ a: node.id }))
      : button("Chemin depuis ici", () => {
          const address = new URL(location.href);
          address.searchParams.set("de", node.id);
          address.searchParams.delete("a");
          history.replaceState(null, "", address);
          state.textContent = "Choisir maintenant l'arrivée du chemin.";
        }),
    " ",
    button("Et sans lui ?", () => go({ coupe: node.id })),
  );
}

function select(node) {
  choose(node);
  scene.draw(chosen);
}

function open(node) {
  const known = new URL(location.href).searchParams.get("ouvrir")?.split("|") ?? [];
  if (!known.includes(node.id)) go({ ouvrir: [...known, node.id].join("|") });
}

let waiting = false;
function move() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    scene.move(chosen);
  });
}

function zoom(factor, x = scene.window.width / 2, y = scene.window.height / 2) {
  camera.zoom(factor, x, y);
  move();
}

function all() {
  camera.fit(graph.nodes, scene.window);
  move();
}

svg.addEventListener("keydown", (event) => {
  const direction = DIRECTIONS[event.key];
  if (direction && event.shiftKey) {
    camera.pan(-60 * direction[0], -60 * direction[1]);
    move();
  } else if (direction && graph.nodes.length) {
    const next = chosen ? graph.towards(chosen, direction) : graph.byImportance[0];
    if (next) select(next);
  } else if (event.key === "Enter" && chosen) open(chosen);
  else if (event.key === "+") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else if (event.key === "0") all();
  else if (event.key === "Escape") select(undefined);
  else return;
  event.preventDefault();
});

let dragged;
svg.addEventListener("pointerdown", (event) => {
  dragged = { x: event.clientX, y: event.clientY, far: 0 };
});
addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const [x, y] = [event.clientX - dragged.x, event.clientY - dragged.y];
  dragged = { x: event.clientX, y: event.clientY, far: dragged.far + Math.abs(x) + Math.abs(y) };
  camera.pan(x, y);
  move();
});
addEventListener("pointerup", () => { setTimeout(() => { dragged = undefined; }); });
svg.addEventListener("click", (event) => {
  if (dragged?.far > 5) return;
  const place = event.target.dataset?.place;
  if (place === undefined) return select(undefined);
  select(graph.nodes[place]);
  open(graph.nodes[place]);
});
svg.addEventListener("wheel", (event) => {
  // A page that is only being read goes on scrolling.
  if (document.activeElement !== svg && !event.ctrlKey) return;
  event.preventDefault();
  const frame = svg.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
}, { passive: false });

for (const [id, act] of [["agrandir", () => zoom(1.5)], ["reduire", () => zoom(1 / 1.5)], ["tout", all]])
  document.getElementById(id).addEventListener("click", act);

find.addEventListener("change", () => {
  const wish = find.value.trim().toLocaleLowerCase("fr");
  const node = wish && graph.byImportance.find(({ name }) => name.toLocaleLowerCase("fr").includes(wish));
  if (!node) {
    state.textContent = wish ? "Aucun point du dessin ne porte ce nom." : "";
    return;
  }
  state.textContent = "";
  camera.k = Math.max(camera.k, 1.2);
  camera.centre(node, scene.window);
  select(node);
});

const year = document.getElementById("annee");
year.addEventListener("input", () => { document.getElementById("annee-dite").value = `1er juin ${year.value}`; });
year.addEventListener("change", () => go({ au: `${year.value}-06-01` }));

function save(content, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = `maillage-reseau.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const title = () => `${document.querySelector("h1").textContent.trim()}, ${document.getElementById("en-bref").dataset.day}`;
for (const [ending, make] of [["png", png], ["svg", vector]])
  document.querySelector(`[data-export=${ending}]`).addEventListener("click", async () => save(await make(graph, title()), ending));

new ResizeObserver(() => { if (box.dataset.drawn) move(); }).observe(svg);
box.hidden = false;
await ready();
draw(location.href);
