// Comfort on « Lire une convention »: answers without reloading, passages lit up, keys on the
// active fact. Without it, the page is plain forms and links.
const reading = document.querySelector(".reading");
const status = document.getElementById("annonce");
const answers = { g: "KEEP", r: "REFUSE", n: "NOT_SAID" };

const marksOf = (id) => document.querySelectorAll(`mark[data-facts~="${CSS.escape(id)}"]`);
const factOf = (id) => document.getElementById(`fait-${id}`);

function light(id) {
  for (const each of reading.querySelectorAll(".lit")) each.classList.remove("lit");
  if (!id) return;
  for (const each of marksOf(id)) each.classList.add("lit");
  factOf(id)?.classList.add("lit");
}

function showPassage(id) {
  light(id);
  marksOf(id)[0]?.scrollIntoView({ block: "center" });
}

function showFact(fact) {
  light(fact.dataset.fact);
  fact.focus({ preventScroll: true });
  fact.scrollIntoView({ block: "center" });
}

async function answer(form, button) {
  const fact = form.closest(".fact");
  const body = new FormData(form);
  body.set("choix", button.value);
  const response = await fetch(form.action, { method: "POST", body, headers: { "Maillage-Fragment": "1" } });
  const held = document.createElement("template");
  held.innerHTML = await response.text();
  const changed = held.content.querySelector(".fact");
  const counts = held.content.getElementById("compte");
  if (!changed || !counts) {
    location.reload();
    return;
  }
  fact.replaceWith(changed);
  document.getElementById("compte").replaceWith(counts);
  const again = changed.querySelector(`.choices button[value="${CSS.escape(button.value)}"]`);
  (changed.querySelector(".error") ? changed : (again ?? changed)).focus({ preventScroll: true });
  light(changed.dataset.fact);
  status.textContent = changed.querySelector(".error, .verdict").textContent.trim();
}

reading.addEventListener("submit", (event) => {
  if (!event.submitter) return;
  event.preventDefault();
  answer(event.target, event.submitter);
});

reading.addEventListener("click", (event) => {
  const link = event.target.closest(".quote a");
  const mark = event.target.closest("mark");
  if (link) {
    event.preventDefault();
    showPassage(link.closest(".fact").dataset.fact);
  } else if (mark) {
    showFact(factOf(mark.dataset.facts.split(" ").at(-1)));
  }
});

for (const kind of ["pointerover", "focusin"]) {
  reading.addEventListener(kind, (event) => {
    const fact = event.target.closest(".fact");
    const mark = event.target.closest("mark");
    if (fact) light(fact.dataset.fact);
    else if (mark) light(mark.dataset.facts.split(" ").at(-1));
  });
}

function step(fact, by) {
  const all = [...reading.querySelectorAll(".fact")];
  const next = all[all.indexOf(fact) + by];
  if (next) showFact(next);
}

reading.addEventListener("keydown", (event) => {
  const fact = event.target.closest(".fact");
  if (!fact || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") showFact(fact);
  if (event.target.matches("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "arrowdown") step(fact, 1);
  else if (key === "arrowup") step(fact, -1);
  else if (key in answers) fact.querySelector(`.choices button[value="${answers[key]}"]`).click();
  else if (key === "t") showPassage(fact.dataset.fact);
  else if (key === "c") {
    const fold = fact.querySelector("details");
    fold.open = true;
    fold.querySelector("input, select")?.focus();
  } else return;
  event.preventDefault();
});
