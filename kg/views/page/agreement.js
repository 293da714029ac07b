// Where sources agree and where they do not: what kg/agreement.py found, with every voice and its passage.
const VERDICTS = {
  deny: ["Contradicted", "One source affirms what another denies."],
  differ: ["Told differently", "Another number, another time, or not as sure."],
  agree: ["Agreed", "Several sources tell the same."],
};
const sourcesView = byId("view-sources");
const compared = { all: null, of: null, shown: 40 };

function matters() {
  compared.all ??= read("kg-agreement").map((each) => ({ ...each, told: each.statements.map((id) => statements.get(id)).filter(Boolean) })).filter((each) => each.told.length);
  return compared.all;
}

function matterOf(statement) {
  compared.of ??= new Map(matters().flatMap((each) => each.told.map((told) => [told.id, each])));
  return compared.of.get(statement.id);
}

function matterLink(statement) {
  const matter = matterOf(statement);
  if (!matter) return null;
  return button(`${VERDICTS[matter.verdict][0]}: compare ${matter.sources} sources`, () => showMatter(matter), { class: "link" });
}

function showMatter(matter) {
  compared.shown = Math.max(compared.shown, matters().length);
  change({ view: "sources", verdict: "", node: null, statements: [] }, true);
  const found = [...sourcesView.querySelectorAll("[data-matter]")].find((each) => each.dataset.matter === matter.statements[0]);
  found?.scrollIntoView({ block: "center" });
  found?.focus({ preventScroll: true });
}

function drawSources() {
  if (state.view !== "sources") return;
  const focused = document.activeElement?.dataset?.verdict;
  const passing = matters().filter((each) => each.told.some(matches));
  const wanted = passing.filter((each) => !state.verdict || each.verdict === state.verdict);
  const shown = wanted.slice(0, compared.shown);
  const sections = Object.keys(VERDICTS).map((verdict) => section(verdict, shown.filter((each) => each.verdict === verdict))).filter(Boolean);
  const rest = wanted.length > shown.length ? button("Show more", () => { compared.shown += 100; drawSources(); }) : null;
  sourcesView.replaceChildren(...[verdictBar(passing), ...(sections.length ? sections : [nothingCompared()]), rest].filter(Boolean));
  if (focused !== undefined) sourcesView.querySelector(`[data-verdict="${focused}"]`)?.focus();
}

function verdictBar(passing) {
  const choice = (verdict, name, number) => button(`${name} · ${grouped(number)}`, () => change({ verdict }, true), { "aria-pressed": String(state.verdict === verdict), "data-verdict": verdict });
  return element("div", { class: "bar choices", role: "group", "aria-label": "Verdict" }, choice("", "All", passing.length),
    Object.entries(VERDICTS).map(([verdict, [name]]) => choice(verdict, name, passing.filter((each) => each.verdict === verdict).length)));
}

const nothingCompared = () => element("p", { class: "empty" }, matters().length ? "Nothing that several sources tell passes these filters." : "No two sources of this graph speak of the same matter.");

function section(verdict, found) {
  if (!found.length) return null;
  const [name, means] = VERDICTS[verdict];
  return element("section", { class: "verdict" }, element("h2", null, name), element("p", { class: "note" }, means), found.map(matterCard));
}

function matterCard(matter) {
  const [first] = matter.told;
  const title = element("h3", null, nameOf(first.subject), " ", words(first.relation.label), " ", first.object ? nameOf(first.object) : "");
  const differ = matter.differences?.length ? ` · differ in ${matter.differences.join(", ")}` : "";
  const kind = element("p", { class: "kind" }, `${matter.sources} sources${differ}`);
  return element("article", { class: `matter ${matter.verdict}`, "data-matter": matter.statements[0], tabindex: -1 }, title, kind, sides(matter));
}

function sides({ told }) {
  const parts = [["Say so", told.filter((each) => each.facets[0] !== "negative")], ["Deny it", told.filter((each) => each.facets[0] === "negative")]].filter(([, side]) => side.length);
  return element("div", { class: "sides" }, parts.map(([name, side]) => element("div", null, parts.length > 1 || name === "Deny it" ? element("h4", null, name) : null, element("ul", { class: "voices" }, side.slice(0, 20).flatMap(voices)))));
}

// Each passage is a voice: who speaks, what stands beside the bare words, the quote, where it is read.
function voices(each) {
  return (each.evidence || [{}]).slice(0, 12).map((evidence) => {
    const source = documents.get(evidence.document) || { id: evidence.document || "" };
    const who = speakers(each);
    const told = [whenOf(each), each.quantity].filter(Boolean).join(" · ");
    return element("li", { "data-statement": each.id },
      element("p", { class: "kind" }, badge(each.status), words(who || source.publisher || "the article itself"), " ", told ? [element("span", { class: "chip" }, words(told)), " "] : "", chips(each)),
      element("blockquote", { dir: "auto" }, evidence.at && evidence.at[2] - evidence.at[1] < 800 ? quoted(evidence) : shorten(quoteOf(evidence), 800)),
      element("p", { class: "source" }, [who && source.publisher, source.published].filter(Boolean).map((part) => [words(part), ", "]).flat(), source.url ? link(source.url, source.title || source.id) : words(source.title || source.id),
        " · ", button("details", () => openStatements([each.id]), { class: "link", "data-row": each.id, "aria-label": `Details: ${shorten(labelOf(each), 150)}` })));
  });
}
