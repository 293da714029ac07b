// Names as one types them: without accents and case, over labels and aliases.
const searchBox = byId("search");
const suggestions = byId("suggestions");
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const names = [...drawnNodes.values()].flatMap((node) => {
  const entry = known(node.id);
  return [entry.label, ...(entry.aliases || [])].map((name) => ({ id: node.id, name, plain: plain(shorten(name, 300)), size: node.size }));
});
const MOST = 12;

function find(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const found = new Map();
  for (const each of names) {
    const at = each.plain.indexOf(wanted);
    if (at < 0) continue;
    const rank = (each.plain === wanted ? -100 : at === 0 ? 0 : /\W/.test(each.plain[at - 1]) ? 100 : 200) - each.size;
    if (!found.has(each.id) || found.get(each.id).rank > rank) found.set(each.id, { ...each, rank });
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)).slice(0, MOST);
}

let choice = 0;
function suggest() {
  const found = find(searchBox.value);
  choice = 0;
  suggestions.replaceChildren(...found.map(({ id, name }, place) => {
    const label = known(id).label;
    return element("li", { role: "option", id: `suggestion-${place}`, "data-node": id, mousedown: (event) => { event.preventDefault(); take(id); } },
      sign(known(id).kind), words(name), element("small", null, shorten(name === label ? known(id).kind : label, 30)));
  }));
  if (!found.length && searchBox.value.trim()) suggestions.append(element("li", { role: "option", "aria-disabled": "true" }, "No such name"));
  suggestions.hidden = !searchBox.value.trim();
  searchBox.setAttribute("aria-expanded", String(!suggestions.hidden));
  markChoice();
}

function markChoice() {
  const options = [...suggestions.querySelectorAll("[data-node]")];
  options.forEach((option, place) => option.setAttribute("aria-selected", String(place === choice)));
  if (options[choice]) { searchBox.setAttribute("aria-activedescendant", options[choice].id); options[choice].scrollIntoView({ block: "nearest" }); } else searchBox.removeAttribute("aria-activedescendant");
}

function take(id) {
  endSearch();
  searchBox.value = "";
  if (state.types.has(known(id).kind)) change({ types: new Set([...state.types].filter((type) => type !== known(id).kind)) }, true);
  if (isPicking()) return endPath(id);
  openNode(id);
  panel.focus();
}

function endSearch() {
  suggestions.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  searchBox.removeAttribute("aria-activedescendant");
}

searchBox.addEventListener("input", suggest);
searchBox.addEventListener("focus", () => { if (searchBox.value.trim()) suggest(); });
searchBox.addEventListener("blur", endSearch);
searchBox.addEventListener("keydown", (event) => {
  const count = suggestions.querySelectorAll("[data-node]").length;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (count) choice = (choice + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
    markChoice();
  } else if (event.key === "Enter") {
    const option = suggestions.querySelectorAll("[data-node]")[choice];
    if (option && !suggestions.hidden) take(option.dataset.node);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    searchBox.value = "";
    endSearch();
    searchBox.blur();
  }
});
