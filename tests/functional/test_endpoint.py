"""The endpoint as clients meet it: the SPARQL 1.1 protocol, two clients that others wrote, pages to read."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from endpoint_server import FORM, QUERY, Served, served
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

import kg
from kg.graph import BASE, expand
from kg.queries import named_queries, query
from tests.samples import sample_graph

ATTENDED = "SELECT ?who { ?who kgo:attended ?event }"
WHOLE = f"PREFIX kgo: <{BASE}ontology#> {ATTENDED}"
KIM = expand("kge:kim_jong_un")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph|Dataset:DeprecationWarning")  # rdflib of itself


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("served")
    kg.write(sample_graph(), place)
    return place


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Served]:
    with served(folder, "--time-limit", "30") as one:
        yield one


# ---------------------------------------------------------------- the protocol


@pytest.mark.parametrize("way", ["GET", "POST form", "POST direct", "POST form with charset"])
def test_a_query_is_asked_in_three_ways(server: Served, way: str):
    if way == "GET":
        answer = server.get(query=ATTENDED)
    elif way == "POST direct":
        answer = server.post(ATTENDED)
    else:
        charset = "; charset=UTF-8" if "charset" in way else ""
        answer = server.post("query=SELECT+%3Fwho+%7B+%3Fwho+kgo%3Aattended+%3Fevent+%7D", kind=FORM + charset)
    assert answer.status == 200
    bindings = json.loads(answer.body)["results"]["bindings"]
    assert bindings == [{"who": {"type": "uri", "value": KIM}}]


@pytest.mark.parametrize(
    "text, accept, kind",
    [
        (ATTENDED, "*/*", "application/sparql-results+json"),
        (ATTENDED, "", "application/sparql-results+json"),
        (ATTENDED, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ATTENDED, "text/csv;q=0.3, text/tab-separated-values;q=0.8", "text/tab-separated-values"),
        (ATTENDED, "text/*", "text/csv"),
        (ATTENDED, "image/png, application/json;q=0.1", "application/json"),
        (ATTENDED, "*/*;q=0.1, application/sparql-results+json;q=0, text/csv", "text/csv"),
        (ATTENDED, "APPLICATION/SPARQL-RESULTS+XML ; Q=1", "application/sparql-results+xml"),
        ("ASK { ?s ?p ?o }", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("DESCRIBE kge:kim_jong_un", "*/*", "text/turtle"),
        ("DESCRIBE kge:kim_jong_un", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s kgo:borders ?o }", "application/ld+json", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s kgo:borders ?o }", "application/n-triples", "application/n-triples"),
    ],
)
def test_the_format_is_the_one_that_the_client_likes_best(server: Served, text: str, accept: str, kind: str):
    answer = server.post(text, Accept=accept)
    assert (answer.status, answer.kind) == (200, kind)
    assert answer.headers["vary"] == "Accept"


def test_every_format_says_the_same(server: Served):
    text = "SELECT ?s ?l ?n ?none { ?s kgo:quantity/kgo:value ?n ; rdfs:label ?l OPTIONAL { ?s kgo:cue ?none } }"
    expected = {(expand(s), label, str(n)) for s, label, n, _ in query(sample_graph(), text).rows}
    bindings = json.loads(server.get(query=text, format="json").body)["results"]["bindings"]
    assert {(b["s"]["value"], b["l"]["value"], b["n"]["value"]) for b in bindings} == expected
    rows = list(csv.reader(io.StringIO(server.get(query=text, format="csv").text)))
    assert rows[0] == ["s", "l", "n", "none"]
    assert {(s, label, n) for s, label, n, _ in rows[1:]} == expected
    tree = ElementTree.fromstring(server.get(query=text, format="xml").text)
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert {tuple(cell[0].text for cell in row) for row in tree.iter(f"{space}result")} == expected
    tsv = pyoxigraph.parse_query_results(
        server.get(query=text, format="tsv").body, format=pyoxigraph.QueryResultsFormat.TSV
    )
    assert {(row["s"].value, row["l"].value, row["n"].value) for row in tsv} == expected


@pytest.mark.parametrize("form", ["turtle", "nt", "rdfxml", "jsonld", "nq", "trig", "n3"])
def test_every_format_of_a_graph_is_read_alike(server: Served, form: str):
    formats = {"nt": "nt", "rdfxml": "xml", "jsonld": "json-ld", "nq": "nquads", "trig": "trig", "n3": "n3"}
    data = server.get(query="DESCRIBE kge:north_korea", format=form, accept="image/png").body
    read = rdflib.Dataset(default_union=True)
    read.parse(data=data, format=formats.get(form, form))
    wanted = query(sample_graph(), "DESCRIBE kge:north_korea")
    assert len(read) == len(wanted) > 5
    assert set(read.subjects()) == {rdflib.URIRef(expand("kge:north_korea"))}


@pytest.mark.parametrize(
    "method, path, kind, body, headers, status, words",
    [
        ("POST", "/sparql", QUERY, "SELECT ?x {", {}, 400, "cannot be read at line 1"),
        ("POST", "/sparql", QUERY, "SELECT * { ?x foo:bar ?y }", {}, 400, "unknown prefix 'foo:'"),
        ("POST", "/sparql", QUERY, "SELECT * { ?x kgoo:bar ?y }", {}, 400, "did you mean 'kgo'?"),
        ("POST", "/sparql", QUERY, "", {}, 400, "cannot be read"),
        ("POST", "/sparql", QUERY, b"ASK { ?s ?p '\xff' }", {}, 400, "no UTF-8: byte 14"),
        ("POST", "/sparql", FORM, "query=%ff", {}, 400, "no UTF-8"),
        ("POST", "/sparql", FORM, "question=ASK", {}, 400, "no query"),
        ("POST", "/sparql", FORM, "query=ASK%7B%7D&query=ASK%7B%7D", {}, 400, "found 2 queries"),
        ("POST", "/sparql?query=ASK%7B%7D", QUERY, "ASK {}", {}, 400, "found 2 queries"),
        ("POST", "/sparql", FORM, "&".join(["a=b"] * 200), {}, 400, "too many fields"),
        ("POST", "/sparql", FORM, "query=ASK%7B%7D&%24x%29=y", {}, 400, "no name of a variable"),
        ("GET", "/sparql?query=%FF", "", "", {}, 400, "no UTF-8"),
        ("GET", "/sparql?query=DROP+ALL", "", "", {}, 403, "DROP is refused"),
        ("GET", "/sparql?update=DROP+ALL", "", "", {}, 403, "updates are refused"),
        ("POST", "/sparql", "application/sparql-update", "DROP ALL", {}, 403, "updates are refused"),
        ("POST", "/sparql", FORM, "update=DROP+ALL", {}, 403, "updates are refused"),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=http%3A%2F%2Fa%2F", "", "", {}, 403, "one graph"),
        ("GET", "/sparql?query=ASK%7B%7D&named-graph-uri=http%3A%2F%2Fa%2F", "", "", {}, 403, "one graph"),
        ("GET", "/sparql?query=ASK%7B%7D", "", "", {"Accept": "image/png"}, 406, "application/sparql-results+json"),
        ("GET", "/sparql?query=ASK%7B%7D", "", "", {"Accept": "text/turtle"}, 406, "text/csv"),
        ("GET", "/sparql", "", "", {"Accept": "image/png"}, 406, "text/turtle"),
        ("POST", "/sparql", "text/plain", "ASK {}", {}, 415, "text/plain"),
        ("POST", "/sparql", "", "ASK {}", {}, 415, "expected"),
        ("POST", "/sparql", f"{QUERY}; charset=utf-16", "ASK {}", {}, 415, "utf-16"),
        ("PUT", "/sparql", QUERY, "ASK {}", {}, 405, ""),
        ("DELETE", "/sparql", "", "", {}, 405, ""),
        ("POST", "/id/kim_jong_un", QUERY, "ASK {}", {}, 405, ""),
        ("GET", "/nowhere", "", "", {}, 404, "nothing here"),
        ("GET", "/static/..%2f..%2fapp.py", "", "", {}, 404, "nothing here"),
        ("GET", "/id/nobody", "", "", {"Accept": "text/turtle"}, 404, "kge:nobody"),
        ("GET", "/", "", "", {"Host": "news.example"}, 421, "not called so"),
        ("GET", "/sparql?query=ASK%7B%7D", "", "", {"Sec-Fetch-Site": "cross-site"}, 403, "other sites"),
        ("POST", "/sparql", FORM, "query=ASK%7B%7D", {"Sec-Fetch-Site": "cross-site"}, 403, "other sites"),
    ],
)  # fmt: skip
def test_a_request_that_is_wrong_is_told_so_in_one_line(
    server: Served, method: str, path: str, kind: str, body: str | bytes, headers: dict, status: int, words: str
):
    data = body if isinstance(body, bytes) else body.encode()
    answer = server.ask(method, path, data or None, **({"Content_Type": kind} if kind else {}), **headers)
    assert answer.status == status, answer.text
    assert words in answer.text
    assert len(answer.text.splitlines()) == 1
    assert answer.kind == "text/plain"


def test_a_name_that_nothing_has_gives_no_row_and_on_request_the_nearest(server: Served):
    text = "SELECT ?x { ?x kgo:atended ?y }"
    plain = server.get(query=text)
    assert (plain.status, json.loads(plain.body)["results"]["bindings"]) == (200, [])
    assert "kg-hints" not in plain.headers
    assert "kgo%3Aattended" in server.get(query=text, hints="1").headers["kg-hints"]


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_page_of_the_endpoint_and_a_person_may_ask(server: Served, site: str):
    assert server.post("ASK {}", Sec_Fetch_Site=site).status == 200
    assert server.ask("GET", "/browse", Sec_Fetch_Site="cross-site").status == 200


def test_a_variable_is_set_by_a_field(server: Served):
    text = named_queries()["neighbours"]
    rows = list(csv.reader(io.StringIO(server.get(query=text, format="csv", **{"$name": "Ukraine"}).text)))
    assert rows[1:] == [["Ukraine", "in", "borders", "Kursk Region", "The Kursk region borders Ukraine."]]


def test_the_head_of_an_answer_is_that_of_the_answer(server: Served):
    head = server.ask("HEAD", "/sparql?query=ASK%7B%7D")
    assert (head.status, head.kind, head.body) == (200, "application/sparql-results+json", b"")


@pytest.mark.parametrize("kind", ["text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"])
def test_the_endpoint_describes_itself(server: Served, kind: str):
    answer = server.get(accept=kind)
    assert (answer.status, answer.kind) == (200, kind)
    read = rdflib.Graph().parse(data=answer.body, format=kind)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = read.subjects(rdflib.RDF.type, sd.Service)
    assert str(service) == f"{server.address}/sparql"
    assert list(read.objects(service, sd.endpoint)) == [service]
    assert list(read.objects(service, sd.supportedLanguage)) == [sd.SPARQL11Query]
    (graph,) = read.objects(None, sd.defaultGraph)
    triples = read.value(graph, rdflib.URIRef("http://rdfs.org/ns/void#documents"))
    assert triples.toPython() == 2


# ---------------------------------------------------------------- clients that others wrote


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("how", [POSTDIRECTLY, "urlencoded"])
def test_sparqlwrapper_selects_and_asks(server: Served, method: str, how: str):
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setMethod(method)
    client.setRequestMethod(how)
    client.setQuery(WHOLE)
    for form in (JSON, XML):
        client.setReturnFormat(form)
        found = client.query().convert()
        cells = found["results"]["bindings"] if form == JSON else found.getElementsByTagName("uri")
        assert [c["who"]["value"] if form == JSON else c.firstChild.data for c in cells] == [KIM]
    client.setQuery("ASK { ?s ?p ?o }")
    client.setReturnFormat(JSON)
    assert client.queryAndConvert()["boolean"] is True


def test_sparqlwrapper_reads_tables_and_graphs(server: Served):
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery(WHOLE)
    for form, line in ((CSV, KIM), (TSV, f"<{KIM}>")):
        client.setReturnFormat(form)
        assert client.queryAndConvert().decode().split() == ["who" if form == CSV else "?who", line]
    for text in (f"DESCRIBE <{KIM}>", f"CONSTRUCT WHERE {{ <{KIM}> ?p ?o }}"):
        client.setQuery(text)
        client.setReturnFormat(TURTLE)
        graph = rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")
        assert (rdflib.URIRef(KIM), rdflib.RDFS.label, rdflib.Literal("Kim Jong Un", lang="en")) in graph


def test_sparqlwrapper_hears_of_a_bad_query(server: Served):
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setQuery("SELECT ?x {")
    with pytest.raises(QueryBadFormed, match="cannot be read at line 1"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_the_store_of_rdflib_reads_the_endpoint(server: Served, folder: Path, method: str):
    graph = rdflib.Graph(SPARQLStore(f"{server.address}/sparql", method=method))
    kgo = rdflib.Namespace(f"{BASE}ontology#")
    assert [str(row.who) for row in graph.query(WHOLE)] == [KIM]
    assert list(graph.subjects(kgo.attended)) == [rdflib.URIRef(KIM)]
    assert graph.value(rdflib.URIRef(KIM), rdflib.RDFS.label) == rdflib.Literal("Kim Jong Un", lang="en")
    assert bool(graph.query("ASK { ?s ?p ?o }"))
    whole = rdflib.Graph().parse(data=server.get(query="CONSTRUCT WHERE { ?s ?p ?o }", format="nt").body, format="nt")
    assert set(whole) == set(rdflib.Graph().parse(folder / "graph.ttl"))
    assert len(graph) == len(whole)


# ---------------------------------------------------------------- pages


@pytest.mark.parametrize(
    "path, words",
    [
        ("/", "Who attended what"),
        ("/sparql", "Who attended what"),
        ("/browse", "Kim attends ceremony"),
        ("/id/kim_jong_un", "Kim Jong Un attended the ceremony in Pyongyang on Sunday."),
        ("/id/kim_jong_un", "inferred"),
        ("/id/2-ministry/soldiers-0a1b2c", "who cites"),
        ("/id/ceremony-41ab", "2025-06-29"),
        ("/id/deployment-77cd", "reported, not asserted"),
        ("/document/1-ceremony", "skipped: advertisement"),
        ("/relation/see", "denied"),
        ("/ontology", "kgo:attended"),
        ("/graph", "kg-graph"),
    ],
)
def test_a_page_tells_what_is_known(server: Served, path: str, words: str):
    answer = server.get(path, accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert (answer.status, answer.kind) == (200, "text/html")
    assert words in answer.text
    if path != "/graph":
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_every_iri_of_the_graph_resolves(server: Served):
    graph = sample_graph()
    names = {str(term) for triple in kg.to_rdf(graph) for term in triple if str(term).startswith(BASE)}
    paths = sorted({name.removeprefix(BASE[:-1]).partition("#")[0] for name in names})
    kinds = {path.split("/")[1] for path in paths}
    assert kinds == {"id", "statement", "evidence", "document", "relation", "ontology"}
    some = [path for kind in sorted(kinds) for path in [p for p in paths if p.split("/")[1] == kind][:8]]
    assert [path for path in some if server.get(path, accept="text/html").status != 200] == []


def test_a_statement_shows_its_words_and_who_says_them(server: Served):
    graph = sample_graph()
    (said,) = [s for s in graph.statements.values() if len(s.holders) == 2]
    page = server.get(f"/statement/{said.id}", accept="text/html").text
    for words in ("600 soldiers may have been killed", "lawmaker", "spy agency", "possible", "not asserted"):
        assert words in page


@pytest.mark.parametrize("form", ["text/turtle", "application/ld+json"])
def test_an_iri_gives_what_is_known_as_rdf(server: Served, form: str):
    answer = server.get("/id/kim_jong_un", accept=form)
    assert (answer.status, answer.kind) == (200, form)
    read = rdflib.Graph().parse(data=answer.body, format=form)
    assert read.value(rdflib.URIRef(KIM), rdflib.RDFS.label) == rdflib.Literal("Kim Jong Un", lang="en")


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize(
    "options, words",
    [
        (["nowhere"], ["nowhere", "no graph here"]),
        (["{folder}", "--host", "192.0.2.1", "--port", "0"], ["192.0.2.1", "expected an address that is free"]),
        (["{folder}", "--port", "{taken}"], ["expected an address that is free"]),
    ],
)
def test_what_cannot_be_served_is_told_and_status_2(
    options: list[str], words: list[str], folder: Path, server: Served, tmp_path: Path, run: object
):
    names = {"{folder}": str(folder), "{taken}": str(server.port)}
    done = run("serve", *(names.get(option, option) for option in options), cwd=tmp_path)
    assert done.returncode == 2
    told = done.stderr.decode().splitlines()[-1]
    assert all(word in told for word in words), told


def test_without_the_extra_one_line_says_what_to_install(folder: Path, tmp_path: Path, run: object):
    (tmp_path / "starlette.py").write_text("raise ModuleNotFoundError(name='starlette')")
    (tmp_path / "sitecustomize.py").write_text(f"import sys; sys.path.insert(0, {str(tmp_path)!r})")
    env = {"PYTHONPATH": f"{tmp_path}:{Path(kg.__file__).parents[1]}"}
    done = run("serve", folder, env=env)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line == "kg: kg serve needs starlette and uvicorn: pip install 'newskg[serve]'"
