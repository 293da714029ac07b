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
const ROWS = 300;
const shownRows = { most: ROWS };
const sorting = () => ({ column: Number(state.sort[0] || 0), down: state.sort.endsWith("-") });

function objectOf(each) {
  const further = (each.arguments || []).map((argument) => `${argument.role}: ${argument.label}`);
  return [each.object?.label, each.quantity, ...further].filter(Boolean).join("; ");
}

const quoteOf = (evidence) => (evidence.at ? passageText(evidence.at[0]).slice(evidence.at[1], evidence.at[2]) : evidence.quote || "");

function tableRows() {
  const wanted = plain(state.rows.trim());
  const { column, down } = sorting();
  const told = matching().filter((each) => !wanted || COLUMNS.some(([, cell]) => plain(cell(each)).includes(wanted)));
  const keys = new Map(told.map((each) => [each, COLUMNS[column][1](each).toLowerCase()]));
  const turn = down ? -1 : 1;
  // Empty cells come last in either direction.
  return told.sort((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    if (!one !== !other) return one ? -1 : 1;
    return one < other ? -turn : one > other ? turn : 0;
  });
}

const tableView = byId("view-table");
const tableFilter = element("input", { type: "search", placeholder: "Filter rows", "aria-label": "Filter rows", input: (event) => { shownRows.most = ROWS; change({ rows: event.target.value.slice(0, 200) }, true); } });
const tableCount = element("span", { role: "status" });
const table = element("table");
const moreRows = button("Show more rows", () => { shownRows.most += 1000; drawTable(); });
const nothingInTable = element("p", { class: "empty" }, "No statement matches these filters.");
tableView.append(element("div", { class: "bar" }, tableFilter, button("Download CSV", downloadTable, { id: "csv" }), tableCount), table, nothingInTable, moreRows);

function drawTable() {
  if (state.view !== "table") return;
  const rows = tableRows();
  const { column, down } = sorting();
  if (tableFilter.value !== state.rows) tableFilter.value = state.rows;
  tableCount.textContent = `${grouped(rows.length)} of ${grouped(content.statements.length)} statements`;
  const head = element("tr", null, COLUMNS.map(([name], place) => element("th", { scope: "col", "aria-sort": place === column ? (down ? "descending" : "ascending") : "none" },
    button(name + (place === column ? (down ? " ↓" : " ↑") : ""), () => sortBy(place)))));
  table.replaceChildren(element("caption", { class: "unseen" }, "Statements"), element("thead", null, head), element("tbody", null, rows.slice(0, shownRows.most).map(row)));
  nothingInTable.hidden = rows.length > 0;
  moreRows.hidden = rows.length <= shownRows.most;
}

function sortBy(place) {
  const { column, down } = sorting();
  change({ sort: `${place}${column === place && !down ? "-" : ""}` }, true);
  table.querySelectorAll("th button")[place].focus();
}

function row(each) {
  const open = () => openStatements([each.id]);
  const opener = (text) => button(words(text), open, { class: "link", "data-row": each.id, "aria-label": `Read: ${shorten(labelOf(each), 150)}` });
  const cells = COLUMNS.map(([name, cell], place) => element("td", { "data-name": name, class: name === "When" ? "day" : null },
    place === 0 ? opener(cell(each) || "(no name)") : name === "Status" ? badge(each.status) : words(cell(each))));
  return element("tr", { "data-statement": each.id, class: state.statements.includes(each.id) ? "chosen" : null, click: (event) => { if (!event.target.closest("button")) open(); } }, cells);
}

// A cell that a spreadsheet would take for a formula starts with an apostrophe (OWASP, CSV injection); leading blanks,
// marks that are not seen and the full-width forms of the signs do not hide one.
function csvCell(text) {
  const safe = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
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
