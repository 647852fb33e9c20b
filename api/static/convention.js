// Comfort on « Lire une convention »: answers without reloading, passages lit up, keys on the
// active fact. Without it, the page is plain forms and links.
const reading = document.querySelector(".reading");
const text = reading.querySelector(".document");
const adding = document.getElementById("ajouter");
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

/* Where the text has a window of its own, it follows the fact that is active. */
function reveal(id) {
  const mark = marksOf(id)[0];
  if (!mark || text.scrollHeight <= text.clientHeight) return;
  const [top, bottom] = [text.scrollTop, text.scrollTop + text.clientHeight];
  if (mark.offsetTop < top || mark.offsetTop + mark.offsetHeight > bottom) {
    text.scrollTop = mark.offsetTop - text.clientHeight / 3;
  }
}

function showFact(fact) {
  light(fact.dataset.fact);
  reveal(fact.dataset.fact);
  fact.focus({ preventScroll: true });
  fact.scrollIntoView({ block: "center" });
}

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

/* What was selected last in the text, without the numbers of facts. */
let selected = "";
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const held = selection.getRangeAt(0).cloneContents();
  for (const each of held.querySelectorAll(".ref")) each.remove();
  selected = held.textContent.trim();
});

function take(passage) {
  if (!selected) {
    status.textContent = "Sélectionner d'abord un passage dans le texte.";
    return;
  }
  passage.value = selected;
  passage.dispatchEvent(new Event("input", { bubbles: true }));
}

/* What is selected stays in sight when the window of the text gets smaller. */
function keepInView() {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const [words, box] = [selection.getRangeAt(0).getBoundingClientRect(), text.getBoundingClientRect()];
  if (words.bottom > box.bottom) text.scrollTop += words.top - box.top - box.height / 3;
}

function showTakers() {
  for (const each of reading.querySelectorAll(".take")) each.hidden = false;
}

/* How long a passage may be that is likely the very value of a field. */
const likely = { text: 120, date: 25, amount: 25 };

/* Taken from its passage when it is short: the first field of each kind of fact. */
function startAdding() {
  adding.open = true;
  const passage = document.getElementById("passage");
  if (selected && !passage.value) take(passage);
  for (const each of adding.querySelectorAll(".of-kind .field:first-child > input")) {
    if (passage.value.length <= likely[each.dataset.kind]) each.value ||= passage.value.replace(/\s+/g, " ");
  }
  keepInView();
  (passage.value ? adding.querySelector("[name=genre]:checked") : passage).focus();
}

function renewPart(page, name) {
  const [own, other] = [document, page].map((each) => each.querySelector(`[data-live="${name}"]`));
  if (own && other) own.innerHTML = other.innerHTML;
}

/* Every part of the page that answers change, as another copy of the page has it. */
function renew(page) {
  for (const each of document.querySelectorAll("[data-live]")) renewPart(page, each.dataset.live);
  document.getElementById("compte").replaceWith(page.getElementById("compte"));
  showTakers();
}

/* How many answers were sent: what a page said before the last of them is out of date. */
let sent = 0;
let last = Promise.resolve();

/* One after the other: an answer takes what the one before it said. What never came back is told,
and waits for ever. */
function post(form, button, headers = {}) {
  sent += 1;
  const body = new FormData(form, button.name ? button : undefined);
  const answered = last.then(async () => {
    const response = await fetch(form.action, { method: "POST", body, headers });
    return { response, page: parsed(await response.text()) };
  });
  last = answered.then(() => status.classList.remove("failure"), failed);
  return answered.catch(() => new Promise(() => {}));
}

function failed() {
  status.textContent = "Le serveur ne répond pas : cette réponse n'est pas gardée. La redonner.";
  status.classList.add("failure");
}

async function add(form, button) {
  const { response, page } = await post(form, button);
  const other = page.getElementById("ajouter");
  if (!other) return location.reload();
  const known = new Set([...reading.querySelectorAll(".fact")].map((each) => each.id));
  if (response.redirected) renew(page);
  adding.replaceChildren(...other.childNodes);
  showTakers();
  if (!response.redirected) {
    status.textContent = adding.querySelector(".error").textContent.trim();
    document.getElementById("passage").focus();
    return;
  }
  selected = "";
  adding.open = false;
  adding.querySelector("summary").focus({ preventScroll: true });
  const fact = [...reading.querySelectorAll(".fact")].find((each) => !known.has(each.id));
  light(fact?.dataset.fact);
  fact?.scrollIntoView({ block: "nearest" });
  status.textContent = fact ? `Ajouté : ${fact.querySelector("h3").textContent.trim()}` : "Déjà ajouté";
}

/* The first fact without an answer, from that heading on; else the heading. */
function unanswered(facts, id) {
  const heading = document.getElementById(id);
  const after = (fact) => !heading || heading.compareDocumentPosition(fact) & Node.DOCUMENT_POSITION_FOLLOWING;
  return facts.find((fact) => after(fact) && !/ is-/.test(fact.className)) ?? heading;
}

/* A gesture after which several facts are other than they were. */
async function change(form, button) {
  const fact = form.closest(".fact");
  const place = fact && [...reading.querySelectorAll(".fact")].indexOf(fact);
  const heading = form.closest("section").getAttribute("aria-labelledby");
  const { response, page } = await post(form, button);
  if (!response.redirected || !page.getElementById("compte")) return location.reload();
  renew(page);
  const facts = [...reading.querySelectorAll(".fact")];
  const next = fact ? facts.at(Math.min(place, facts.length - 1)) : unanswered(facts, heading);
  if (next) {
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
  status.textContent = document.getElementById("compte").textContent.trim();
}

async function answer(form, button) {
  const { id } = form.closest(".fact");
  const { response, page } = await post(form, button, { "Maillage-Fragment": "1" });
  const fact = document.getElementById(id);
  const changed = page.querySelector(".fact");
  const counts = page.getElementById("compte");
  if (!changed || !counts || response.redirected) return location.reload();
  const isActive = fact.contains(document.activeElement);
  fact.replaceWith(changed);
  document.getElementById("compte").replaceWith(counts);
  showTakers();
  if (isActive) {
    const again = changed.querySelector(`.choices button[value="${CSS.escape(button.value)}"]`);
    (changed.querySelector(".error") ? changed : (again ?? changed)).focus({ preventScroll: true });
    light(changed.dataset.fact);
  }
  status.textContent = changed.querySelector(".error, .verdict").textContent.trim();
  if (button.closest(".correct") || document.querySelector("[data-live=a-trancher] h2, [data-live=manquants] p")) await look();
}

/* What an answer changes beside its fact: contradictions, passages to mend. */
async function look() {
  const before = sent;
  const page = parsed(await (await fetch(location.pathname)).text());
  if (sent !== before) return;
  for (const name of ["a-trancher", "manquants"]) renewPart(page, name);
  for (const each of reading.querySelectorAll(".fact")) {
    each.querySelector(".dispute")?.remove();
    const told = page.querySelector(`#${CSS.escape(each.id)} .dispute`);
    if (told) each.querySelector(".verdict").before(told);
  }
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!submitter || !form.closest(".reading, [data-live=a-trancher]")) return;
  event.preventDefault();
  if (adding.contains(form)) add(form, submitter);
  else if (/\/repondre$/.test(form.action) && !takesBack(form, submitter)) answer(form, submitter);
  else change(form, submitter);
});

/* An added fact has no button that keeps it as it is: what answers it takes it away. */
function takesBack(form, button) {
  return button.value === "REFUSE" && !form.querySelector(".choices [value=KEEP]");
}

/* The fields that correct a fact come when they are asked for; until then, keys are words that are
typed too early, and answer nothing. */
let isComing = false;

async function correct(fact) {
  let shown = fact;
  const link = fact.querySelector(".to-correct");
  if (link) {
    isComing = true;
    const response = await fetch(link.href, { headers: { "Maillage-Fragment": "1" } }).finally(() => { isComing = false; });
    const page = parsed(await response.text());
    shown = page.querySelector(".fact");
    if (!shown) return location.reload();
    document.getElementById(fact.id).replaceWith(shown);
    showTakers();
  }
  const fold = shown.querySelector(".correct");
  fold.open = true;
  fold.querySelector("input, select").focus();
}

/* Choosing answers: the button is for those who have no script. */
document.documentElement.classList.add("scripted");
reading.addEventListener("change", (event) => {
  if (event.target.name !== "est") return;
  const form = event.target.form;
  answer(form, form.querySelector("[value=JOIN]"));
});

/* The nth thing of the graph that a fact may be; 0: none of them. */
function join(fact, number) {
  const all = [...fact.querySelectorAll("[name=est]")];
  const wanted = number ? all[number - 1] : all.find((each) => each.value === "nouveau");
  if (!wanted || wanted.checked) return;
  wanted.checked = true;
  answer(wanted.form, wanted.form.querySelector("[value=JOIN]"));
}

adding.addEventListener("click", (event) => {
  if (!event.target.closest("summary") || adding.open) return;
  event.preventDefault();
  startAdding();
});

reading.addEventListener("click", (event) => {
  const link = event.target.closest(".quote a");
  const mark = event.target.closest("mark");
  const taker = event.target.closest(".take");
  const toCorrect = event.target.closest(".to-correct");
  if (toCorrect) {
    event.preventDefault();
    correct(toCorrect.closest(".fact"));
  } else if (taker) take(taker.parentElement.querySelector("textarea"));
  else if (link) {
    event.preventDefault();
    showPassage(link.closest(".fact").dataset.fact);
  } else if (mark && getSelection().isCollapsed) {
    showFact(factOf(mark.dataset.facts.split(" ").at(-1)));
  }
});

for (const kind of ["pointerover", "focusin"]) {
  reading.addEventListener(kind, (event) => {
    const fact = event.target.closest(".fact");
    const mark = event.target.closest("mark");
    if (fact && kind === "focusin") reveal(fact.dataset.fact);
    if (fact) light(fact.dataset.fact);
    else if (mark) light(mark.dataset.facts.split(" ").at(-1));
  });
}

function step(fact, by) {
  const all = [...reading.querySelectorAll(".fact")].filter((each) => each === fact || each.checkVisibility());
  const next = all[all.indexOf(fact) + by];
  if (next) showFact(next);
}

function keepAll(fact) {
  fact.closest("section").querySelector(".all button")?.click();
}

reading.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isComing) return;
  const fact = event.target.closest(".fact");
  if (event.key === "Escape") {
    if (fact) showFact(fact);
    else if (adding.open && adding.contains(event.target)) {
      adding.open = false;
      adding.querySelector("summary").focus();
    }
  }
  if (event.target.matches("input, select, textarea")) return;
  const key = event.key.toLowerCase();
  if (key === "a" && !adding.contains(event.target)) startAdding();
  else if (!fact) return;
  else if (key === "arrowdown") step(fact, 1);
  else if (key === "arrowup") step(fact, -1);
  else if (key === "g" && event.shiftKey) keepAll(fact);
  else if (key in answers) fact.querySelector(`.choices button[value="${answers[key]}"]`)?.click();
  else if (/^\d$/.test(key)) join(fact, Number(key));
  else if (key === "t") showPassage(fact.dataset.fact);
  else if (key === "c") correct(fact);
  else return;
  event.preventDefault();
});

showTakers();
if (location.hash === "#ajouter") startAdding();
for (const each of document.querySelectorAll('a[href="#ajouter"]')) {
  each.addEventListener("click", (event) => {
    event.preventDefault();
    startAdding();
    adding.scrollIntoView({ block: "nearest" });
  });
}
