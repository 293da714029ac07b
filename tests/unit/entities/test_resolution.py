import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.chains import Chain
from kg.entities.explain import explain
from kg.entities.judgements import Judgement
from kg.entities.resolution import resolve_entities
from kg.errors import GraphError, JudgementError
from kg.model import Anchor, Mention, MentionKind
from kg.ontology import load


class Corpus:
    """Chains of made documents; each further chain of a document stands after the one before."""

    def __init__(self):
        self.chains = []

    def tell(self, document, *names, cls="kgo:Person", titles=(), of=(), known=None, metonyms=(), gender=""):
        number = sum(c.document == document for c in self.chains)
        mentions = tuple(
            Mention(Anchor(document, s, s + len(name), s, s + len(name), name), cls, MentionKind.NAME)
            for s, name in enumerate(names, start=1000 * number)
        )
        chain = Chain(
            document, number, "", cls, max(names, key=len), mentions, tuple(range(len(names))), names=names,
            known=known, titles=tuple(titles), of=tuple(of), metonyms=metonyms, gender=gender,
            reasons=("", *["name"] * (len(names) - 1)),
        )  # fmt: skip
        return self.add(chain)

    def nominal(self, document, text, cls="kgo:MilitaryUnit"):
        number = sum(c.document == document for c in self.chains)
        start, end = 1000 * number, 1000 * number + len(text)
        anchor = Anchor(document, start, end, start, end, text)
        mention = Mention(anchor, cls, MentionKind.NOMINAL)
        return self.add(Chain(document, number, "", cls, text, (mention,), (0,), reasons=("",)))

    def add(self, chain):
        type_ = load().top_type(chain.cls)
        self.chains.append(Chain(**{f: getattr(chain, f) for f in Chain.__slots__} | {"type": type_}))
        return self

    def resolve(self, *rows):
        judgements = tuple(Judgement(*row, number) for number, row in enumerate(rows, 1))
        return resolve_entities(self.chains, load(), judgements)


def ids(corpus, *rows):
    resolution = corpus.resolve(*rows)
    return [resolution.ids[c.document, c.number] for c in corpus.chains]


def test_rows_of_the_gazetteer_are_one_with_their_places_and_codes():
    corpus = Corpus().tell("a", "North Korea", cls="kgo:Country", known="north_korea", metonyms=("pyongyang",))
    corpus.tell("b", "N. Korea", cls="kgo:Country", known="north_korea")
    resolution = corpus.resolve()
    by_id = {e.id: e for e in resolution.entities}
    assert set(by_id) == {"kge:north_korea", "kge:pyongyang"}
    entity = by_id["kge:north_korea"]
    assert entity.metonyms == ("kge:pyongyang",)
    assert "iso:KP" in entity.same_as
    assert "N. Korea" in entity.aliases
    assert len(entity.mentions) == 2
    assert not by_id["kge:pyongyang"].mentions


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        # names; titles; of
        (("Kim Jong Un", ["leader"], ["north_korea"]), ("Kim Jong Un", ["leader"], ["north_korea"]), True),
        (("Choe Son-hui", [], []), ("Choe Son Hui", [], []), True),
        (("Choe Son-hui", ["foreign minister"], ["north_korea"]), ("Son-hui Choe", ["foreign minister"], []), True),
        (("John F. Kennedy", [], []), ("John Kennedy", [], []), True),
        (("Michael Jordan", ["player"], ["chicago"]), ("Michael Jordan", ["professor"], ["california"]), False),
        (("Kim Jong Un", [], []), ("Kim Jong Il", [], []), False),
        (("Kim Yong-hyun", ["minister"], ["south_korea"]), ("Kim Yong-hyon", ["envoy"], ["north_korea"]), False),
        (("Sergei Shoigu", ["minister"], ["russia"]), ("Sergey Shoigu", ["minister"], ["russia"]), True),
        (("Sergei Shoigu", [], []), ("Sergey Shoigu", [], []), False),
        (("Lee", ["lawmaker"], ["south_korea"]), ("Lee Seong-kweun", ["lawmaker"], ["south_korea"]), True),
        (("Kim", [], []), ("Kim Jong Un", ["leader"], ["north_korea"]), False),
    ],
)
def test_persons_are_one_by_name_and_evidence(one, other, are_one):
    corpus = Corpus()
    for document, (name, titles, of) in (("a", one), ("b", other)):
        corpus.tell(document, name, titles=titles, of=of)
    first, second = ids(corpus)
    assert (first == second) is are_one


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (("Apple Inc.", "kgo:Company", []), ("Apple", "kgo:Organization", []), True),
        (
            ("Defense Ministry", "kgo:Ministry", ["south_korea"]),
            ("Defense Ministry", "kgo:Ministry", ["russia"]),
            False,
        ),
        (("Defense Ministry", "kgo:Ministry", ["russia"]), ("Defense Ministry", "kgo:Ministry", ["russia"]), True),
        (("North Yorkshire", "kgo:Region", []), ("South Yorkshire", "kgo:Region", []), False),
        (("Jordan", "kgo:Person", []), ("Jordan", "kgo:Company", []), False),
    ],
)
def test_other_names_are_one_when_equal_and_of_one_owner(one, other, are_one):
    corpus = Corpus()
    for document, (name, cls, of) in (("a", one), ("b", other)):
        corpus.tell(document, name, cls=cls, of=of)
    first, second = ids(corpus)
    assert (first == second) is are_one


def test_a_part_of_a_name_with_several_candidates_stays_apart_and_is_told():
    corpus = Corpus().tell("a", "Kim Jong Un", of=["north_korea"]).tell("b", "Kim Yo Jong", of=["north_korea"])
    corpus.tell("c", "Kim", of=["north_korea"])
    resolution = corpus.resolve()
    assert len(set(resolution.ids.values())) == 3
    assert any(d.verdict == "apart" and "candidates" in d.reason for d in resolution.decisions)


def test_merges_stop_at_a_contradiction():
    corpus = Corpus().tell("a", "Kim Jong Un", "Kim", titles=["leader"], of=["north_korea"])
    corpus.tell("b", "Kim Jong Il", "Kim", titles=["leader"], of=["north_korea"])
    first, second = ids(corpus)
    assert first != second


def test_rare_neighbours_tell_who_a_part_of_a_name_is():
    corpus = Corpus()
    for document, name in (("a", "Barack Obama"), ("b", "Obama")):
        corpus.tell(document, name).tell(document, "Joe Biden").tell(document, "Michelle Obama")
    resolution = corpus.resolve()
    assert resolution.ids["a", 1] == resolution.ids["b", 1]


def test_nominals_belong_to_their_document():
    corpus = Corpus().nominal("a", "soldiers").nominal("b", "soldiers").nominal("b", "soldiers")
    found = ids(corpus)
    assert len(set(found)) == 3
    assert all(node.startswith(f"kge:{c.document}/soldiers-") for node, c in zip(found, corpus.chains, strict=True))


def test_all_that_share_a_slug_get_a_suffix():
    corpus = Corpus().tell("a", "Michael Jordan", titles=["player"], of=["chicago"])
    corpus.tell("b", "Michael Jordan", titles=["professor"], of=["california"])
    assert all(node.startswith("kge:michael_jordan-") for node in ids(corpus))


def test_a_name_that_many_bear_is_told_with_its_country():
    corpus = Corpus().tell("a", "Defense Ministry", cls="kgo:Ministry", of=["south_korea"])
    (entity,) = corpus.resolve().entities
    assert (entity.id, entity.label) == ("kge:south_korea_defense_ministry", "South Korea's Defense Ministry")
    assert entity.aliases == ("Defense Ministry",)


# ---------------------------------------------------------------- judgements


def two_jordans():
    corpus = Corpus().tell("a", "Michael Jordan", titles=["player"], of=["chicago"])
    return corpus.tell("b", "Michael Jordan", titles=["professor"], of=["california"])


def test_a_person_may_say_that_two_are_one():
    first, second = ids(two_jordans(), ("same", "a:0-14", "b:0-14"))
    assert first == second == "kge:michael_jordan"


def test_ids_of_the_build_without_the_row_are_understood():
    one, other = ids(two_jordans())
    first, second = ids(two_jordans(), ("same", one, other))
    assert first == second


def test_a_person_may_say_that_one_is_two():
    corpus = Corpus().tell("a", "Kim Jong Un").tell("b", "Kim Jong Un").tell("c", "Kim Jong Un")
    first, second, third = ids(corpus, ("different", "a:0-11", "b:0-11"))
    assert first != second
    assert third != first or third != second


def test_two_mentions_of_one_chain_may_be_two():
    corpus = Corpus().tell("a", "Kim Jong Un", "Kim")
    resolution = corpus.resolve(("different", "a:0-11", "a:1-4"))
    assert {e.label for e in resolution.entities} == {"Kim Jong Un", "Kim"}
    assert len(resolution.chains) == 2
    assert set(resolution.ids) == {("a", 0), ("a", 1)}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("same", "kge:nobody", "a:0-14")], "row 1: 'kge:nobody' names nothing"),
        ([("same", "Michael Jordan", "a:0-14")], "row 1: 'Michael Jordan' is the label of"),
        ([("same", "a:0-14", "b:0-14"), ("different", "a:0-14", "b:0-14")], "row 2: different, but"),
        ([("same", "a:0-14", "b:5-6")], "row 1: 'b:5-6' names nothing"),
    ],
)
def test_wrong_judgements_are_refused_with_their_row(rows, told):
    with pytest.raises(JudgementError, match=told):
        two_jordans().resolve(*rows)


def test_judgements_that_contradict_by_a_third_are_refused():
    corpus = Corpus().tell("a", "Kim Jong Un").tell("b", "Kim Jong Il").tell("c", "Kim Jong Nam")
    rows = [("same", "a:0-11", "b:0-11"), ("same", "b:0-11", "c:0-12"), ("different", "a:0-11", "c:0-12")]
    with pytest.raises(JudgementError, match="both same and different"):
        corpus.resolve(*rows)


# ---------------------------------------------------------------- laws and explanations


def mixed():
    corpus = two_jordans()
    corpus.tell("a", "North Korea", cls="kgo:Country", known="north_korea", metonyms=("pyongyang",))
    corpus.tell("b", "Kim Jong Un", "Kim", titles=["leader"]).tell("c", "Kim Jong Un").tell("c", "Kim Yo Jong")
    corpus.tell("d", "Kim").tell("d", "Apple Inc.", cls="kgo:Company").tell("e", "Apple", cls="kgo:Company")
    return corpus.nominal("e", "soldiers").nominal("d", "soldiers")


@given(st.permutations(mixed().chains))
def test_the_order_of_chains_does_not_matter(chains):
    assert resolve_entities(chains, load()) == mixed().resolve()


def test_every_mention_stands_in_one_entity():
    resolution = mixed().resolve()
    told = [m for e in resolution.entities for m in e.mentions]
    assert sorted(told) == sorted(m for c in mixed().chains for m in c.mentions)
    assert [e.id for e in resolution.entities] == sorted({e.id for e in resolution.entities})


def test_one_entity_is_explained_by_its_links():
    resolution = mixed().resolve()
    lines = explain(resolution, "Kim Jong Un")
    assert lines[0].startswith("kge:kim_jong_un “Kim Jong Un” (Person): 3 mentions in 2 documents")
    assert any("same full name" in line for line in lines)
    assert any("'Kim': name" in line for line in lines)


def test_two_entities_are_explained_by_what_keeps_them_apart():
    one, other = ids(two_jordans())
    lines = explain(two_jordans().resolve(), one, other)
    assert lines[0] == f"{one} and {other} are two entities"
    assert "but title" in lines[1] and "but of" in lines[1]


def test_an_unknown_name_is_told():
    with pytest.raises(GraphError, match="no entity is called 'Nobody'"):
        explain(mixed().resolve(), "Nobody")


def test_nothing_gives_nothing():
    resolution = resolve_entities([], load())
    assert (resolution.entities, resolution.ids, resolution.decisions) == ((), {}, ())


def test_two_ministers_of_one_name_and_two_countries_stay_apart():
    corpus = Corpus().tell("a", "Julia Lewis", titles=["minister"], of=["bulgaria"])
    corpus.tell("b", "Julia Lewis", titles=["minister"], of=["japan"])
    one, other = ids(corpus)
    assert one != other


def test_an_initial_is_not_the_surname_of_another():
    corpus = Corpus().tell("a", "Robert Brown", titles=["lawmaker"]).tell("b", "Robert B. Hall", titles=["lawmaker"])
    one, other = ids(corpus)
    assert one != other


def test_a_rival_matters_only_where_it_is_somebody_else():
    """A surname with the same office and country is no second candidate beside the full name."""
    corpus = Corpus().tell("a", "Anna Larsen", titles=["judge"], of=["norway"])
    corpus.tell("b", "Larsen", titles=["judge"], of=["norway"]).tell(
        "c", "Anna Larsen", titles=["judge"], of=["norway"]
    )
    assert len(set(ids(corpus))) == 1


def test_two_of_one_name_leave_a_third_apart_and_listed():
    corpus = Corpus().tell("a", "Anna Larsen", titles=["judge"], of=["norway"])
    corpus.tell("b", "Anna Larsen", titles=["coach"], of=["peru"]).tell("c", "Anna Larsen")
    assert len(set(ids(corpus))) == 3
    assert [d.reason for d in corpus.resolve().decisions if d.reason.startswith("uncertain, 2 candidates")]


@pytest.mark.parametrize(
    ("titles", "of", "are_one"),
    [
        (["judge"], ["norway"], True),  # one misread pronoun weighs less than name, office and country
        ([], [], False),
    ],
)
def test_another_gender_is_evidence_and_no_proof(titles, of, are_one):
    corpus = Corpus().tell("a", "Robin Larsen", titles=titles, of=of, gender="m")
    corpus.tell("b", "Robin Larsen", titles=titles, of=of, gender="f")
    assert (len(set(ids(corpus))) == 1) is are_one


def test_initials_do_not_hide_a_spelling():
    corpus = Corpus().tell("a", "Sergei B. Orlov", titles=["judge"], of=["norway"])
    corpus.tell("b", "Sergey Orlov", titles=["judge"], of=["norway"])
    assert len(set(ids(corpus))) == 1


@pytest.mark.parametrize(("many", "type_"), [(3, "Person"), (0, "Place")])
def test_a_name_has_one_type_over_all_documents(many, type_):
    corpus = Corpus().tell("a", "Laura Berg", cls="kgo:Place")
    for document in "bcd"[:many]:
        corpus.tell(document, "Laura Berg", titles=["judge"], of=["norway"])
    assert [e.type for e in corpus.resolve().entities] == [type_]


def test_rows_that_contradict_through_others_are_refused_with_the_row():
    corpus = Corpus().tell("a", "Anna Larsen").tell("b", "Paul Weber").tell("c", "Jan Novak")
    rows = [("same", "Anna Larsen", "Paul Weber"), ("same", "Paul Weber", "Jan Novak")]
    with pytest.raises(JudgementError, match="row 3"):
        corpus.resolve(*rows, ("different", "Anna Larsen", "Jan Novak"))
