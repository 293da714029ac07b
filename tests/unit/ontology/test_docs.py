"""The reference pages say what ontology/ holds and what the seeds answer."""

import importlib.util
import re
from types import ModuleType

import pytest

from kg.ontology import load
from kg.queries import named_queries
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_reference", ROOT / "docs" / "write_reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages(writer: ModuleType) -> dict[str, str]:
    written: dict[str, str] = writer.pages()
    return written


@pytest.mark.parametrize("name", ["ontology.md", "sparql.md"])
def test_a_page_is_as_it_would_be_written_now(name: str, pages: dict[str, str]) -> None:
    now = (ROOT / "docs" / name).read_text("utf-8")
    assert now == pages[name], "run: python docs/write_reference.py"


def test_the_page_of_the_ontology_names_every_class_and_property(writer: ModuleType) -> None:
    ontology = load()
    named = set(re.findall(r"`(kgo:\w+)`", writer.ontology_page(ontology)))
    roles = {name for name in ontology.properties if "kgo:role" in ontology.ancestors(name)}
    assert set(ontology.classes) | (set(ontology.properties) - roles) <= named | {"kgo:role"}


def test_every_named_query_asks_a_question_and_is_answered_on_the_seeds(pages: dict[str, str]) -> None:
    parts = dict(part.split("\n", 1) for part in pages["sparql.md"].split("\n## ")[1:])
    assert sorted(parts) == sorted(named_queries())
    assert [name for name, text in parts.items() if not re.match(r"\n[A-Z].*\.\n", text)] == []


@pytest.mark.parametrize("markup", ["<script>", "[link](x)", "a | b", "`code`", "line\nbreak"])
def test_words_of_articles_are_no_markup_in_a_table(markup: str, writer: ModuleType) -> None:
    row = writer._row(writer._cell(markup))
    assert row.count("|") == 2 and "\n" not in row
    assert re.search(r"(?<!\\)[<`\[]", row) is None
