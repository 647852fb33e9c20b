// Suggestions under the search field: a combobox over /suggestions.json; without it, the field
// searches as usual.
const field = document.getElementById("texte");
const list = document.createElement("ul");
list.className = "suggested";
list.id = "propositions";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Propositions");
field.closest(".search").append(list);
for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) {
  field.setAttribute(name, value);
}
let chosen = -1;
let asked = 0;

function close() {
  list.replaceChildren();
  chosen = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function choose(place) {
  const options = [...list.children];
  chosen = (place + options.length) % options.length;
  options.forEach((each, number) => each.setAttribute("aria-selected", String(number === chosen)));
  field.setAttribute("aria-activedescendant", options[chosen].id);
}

async function suggest() {
  const text = field.value.trim();
  const turn = ++asked;
  if (text.length < 2) return close();
  const response = await fetch(`/suggestions.json?texte=${encodeURIComponent(text)}`);
  const { items } = await response.json();
  if (turn !== asked) return undefined;
  close();
  for (const [place, item] of items.entries()) {
    const option = document.createElement("li");
    option.id = `proposition-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const what = document.createElement("span");
    what.className = "meta";
    what.textContent = ` ${item.what}`;
    const name = document.createElement("bdi");
    name.textContent = item.name;
    option.append(name, what);
    option.addEventListener("pointerdown", () => location.assign(item.href));
    option.dataset.href = item.href;
    list.append(option);
  }
  field.setAttribute("aria-expanded", String(items.length > 0));
  return undefined;
}

field.addEventListener("input", suggest);
field.addEventListener("blur", close);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
  if (!list.children.length) return;
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.href);
  else return;
  event.preventDefault();
});
