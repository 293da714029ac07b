// All statements that pass the filters, as rows.
const COLUMNS = [
  ["Subject", (each) => each.subject.label], ["Relation", (each) => (each.facets[0] === "negative" ? "not: " : "") + each.relation.label],
  ["Object", (each) => objectOf(each)], ["Status", (each) => STATUSES[each.status]], ["Who says so", speakers], ["When", whenOf],
  ["Source", (each) => sourcesOf(each).map(publisherOf).join(", ")],
];
const MORE = [
  ["Polarity", (each) => each.facets[0]], ["Certainty", (each) => each.facets[1]], ["Tense", (each) => each.facets[2]],
  ["Mood", (each) => each.facets[3]], ["Confidence", (each) => String(each.confidence ?? "")],
  ["Quote", (each) => (each.evidence || []).map(quoteOf).join(" | ")], ["Id", (each) => each.id],
];
const sorting = { column: 0, down: false, rows: 300, text: "" };
const ROWS = 300;

function objectOf(each) {
  const further = (each.arguments || []).map((argument) => `${argument.role}: ${argument.label}`);
  return [each.object?.label, each.quantity, ...further].filter(Boolean).join("; ");
}

const quoteOf = (evidence) => (evidence.at ? content.passages[evidence.at[0]].slice(evidence.at[1], evidence.at[2]) : evidence.quote || "");

function tableRows() {
  const wanted = plain(sorting.text.trim());
  const told = matching().filter((each) => !wanted || COLUMNS.some(([, cell]) => plain(cell(each)).includes(wanted)));
  const keys = new Map(told.map((each) => [each, COLUMNS[sorting.column][1](each).toLowerCase()]));
  const turn = sorting.down ? -1 : 1;
  // Empty cells come last in either direction.
  return told.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    if (!one !== !other) return one ? -1 : 1;
    return one < other ? -turn : one > other ? turn : 0;
  });
}

const tableView = byId("view-table");
const tableFilter = element("input", { type: "search", placeholder: "Filter rows", "aria-label": "Filter rows", input: (event) => { sorting.text = event.target.value; sorting.rows = ROWS; drawTable(); } });
const tableCount = element("span", { role: "status" });
const table = element("table");
const moreRows = button("Show more rows", () => { sorting.rows += 1000; drawTable(); });
tableView.append(element("div", { class: "bar" }, tableFilter, button("Download CSV", downloadTable, { id: "csv" }), tableCount), table, moreRows);

function drawTable() {
  if (state.view !== "table") return;
  const rows = tableRows();
  tableCount.textContent = `${rows.length.toLocaleString("en")} of ${content.statements.length.toLocaleString("en")} statements`;
  const head = element("tr", null, COLUMNS.map(([name], place) => element("th", { scope: "col", "aria-sort": place === sorting.column ? (sorting.down ? "descending" : "ascending") : "none" },
    button(name + (place === sorting.column ? (sorting.down ? " ↓" : " ↑") : ""), () => sortBy(place)))));
  table.replaceChildren(element("thead", null, head), element("tbody", null, rows.slice(0, sorting.rows).map(row)));
  moreRows.hidden = rows.length <= sorting.rows;
}

function sortBy(place) {
  sorting.down = sorting.column === place && !sorting.down;
  sorting.column = place;
  drawTable();
  table.querySelectorAll("th button")[place].focus();
}

function row(each) {
  const open = () => openStatements([each.id]);
  const cells = COLUMNS.map(([name, cell]) => element("td", name === "When" ? { class: "day" } : null, name === "Status" ? element("span", { class: `badge ${each.status}` }, cell(each)) : words(cell(each))));
  const chosen = state.statements.includes(each.id);
  return element("tr", { tabindex: 0, "data-statement": each.id, "aria-selected": String(chosen), click: open, keydown: (event) => { if (event.key === "Enter") open(); } }, cells);
}

// A cell that a spreadsheet would take for a formula starts with an apostrophe (OWASP, CSV injection).
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function downloadTable() {
  const columns = [...COLUMNS, ...MORE];
  const lines = [columns.map(([name]) => name), ...tableRows().map((each) => columns.map(([, cell]) => cell(each)))];
  const text = lines.map((line) => line.map(csvCell).join(",")).join("\r\n");
  const url = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }));
  element("a", { href: url, download: "statements.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
