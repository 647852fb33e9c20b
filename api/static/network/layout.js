// Where the nodes of the network stand: forces, computed beside the page so that it stays alive.
// In: {nodes: [{x, y, r}], links: [{source, target}], ratio, alpha}; places are numbers of nodes.
// Out: {positions: Float32Array of x and y in turn, done}, from time to time.
importScripts(
  "/static/vendor/d3-dispatch.min.js",
  "/static/vendor/d3-quadtree.min.js",
  "/static/vendor/d3-timer.min.js",
  "/static/vendor/d3-force.min.js",
);
const TICKS = 300;
const EVERY = 250;

onmessage = ({ data: { nodes, links, ratio, alpha } }) => {
  const many = nodes.length > 800;
  // The leaves of a hub stand on wider rings the more of them there are.
  const distance = ({ source, target }) => 26 + 5 * Math.sqrt(Math.max(source.r, target.r) ** 1.6);
  const simulation = d3
    .forceSimulation(nodes)
    .stop()
    .force("charge", d3.forceManyBody().strength(({ r }) => -60 - 14 * r).theta(many ? 1.1 : 0.9).distanceMax(900))
    .force("link", d3.forceLink(links).distance(distance))
    .force("collide", d3.forceCollide(({ r }) => r + 5).iterations(many ? 1 : 2))
    .force("x", d3.forceX().strength(0.03))
    .force("y", d3.forceY().strength(0.04 * ratio ** 1.4))
    .alpha(alpha)
    .alphaDecay(1 - 0.001 ** (1 / (many ? TICKS * 0.6 : TICKS)));
  const told = (done) => {
    const positions = new Float32Array(nodes.length * 2);
    nodes.forEach(({ x, y }, place) => positions.set([x, y], place * 2));
    postMessage({ positions, done }, [positions.buffer]);
  };
  let last = Date.now();
  while (simulation.alpha() > simulation.alphaMin()) {
    simulation.tick();
    if (Date.now() - last > EVERY) {
      told(false);
      last = Date.now();
    }
  }
  told(true);
};
