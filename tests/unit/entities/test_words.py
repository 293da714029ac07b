import pytest

from kg.entities.words import are_rivals, is_acronym, is_part, name_words, short_name, slugged


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Choe Son-hui", ("choe", "son", "hui")),
        ("the\nKremlin", ("kremlin",)),
        ("South Korea’s", ("south", "korea")),
        ("U.N.", ("un",)),
        ("São Paulo", ("sao", "paulo")),
        ("The The", ("the",)),
        ("", ()),
        ("“”", ()),
    ],
)
def test_names_compare_without_case_accents_articles_and_possessives(text, words):
    assert name_words(text) == words


@pytest.mark.parametrize(
    ("words", "short"),
    [(("apple", "inc"), ("apple",)), (("tata", "motors", "ltd"), ("tata", "motors")), (("group",), ("group",))],
)
def test_legal_forms_are_left_out(words, short):
    assert short_name(words) == short


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("NIS", "National Intelligence Service", True),
        ("U.N.", "United Nations", True),
        ("OSCE", "Organization for Security and Co-operation in Europe", False),
        ("MFA", "Ministry of Foreign Affairs", True),
        ("Apple", "Apple Computer", False),
        ("N", "NATO", False),
        ("NIS", "National Security Agency", False),
    ],
)
def test_acronyms_are_initials(text, name, expected):
    assert is_acronym(text, name_words(name)) is expected


@pytest.mark.parametrize(
    ("part", "full", "expected"),
    [
        ("Kim", "Kim Jong Un", True),
        ("Putin", "Vladimir Putin", True),
        ("Ju Ae", "Kim Ju Ae", True),
        ("Jong", "Kim Jong Un", False),
        ("Kim Jong Un", "Kim Jong Un", False),
    ],
)
def test_part_of_a_name_begins_or_ends_it(part, full, expected):
    assert is_part(name_words(part), name_words(full)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kim Jong Un", "Kim Jong Il", True),
        ("Kim Jong Un", "Kim Yo Jong", True),
        ("John Kennedy", "John F. Kennedy", False),
        ("J. Kennedy", "John Kennedy", False),
        ("Kim Ju Ae", "Ju Ae", False),
        ("George Bush", "Barbara Bush", True),
        ("Robert B. Hall", "Robert Brown", True),
    ],
)
def test_rivals_are_names_of_two_persons(one, other, expected):
    assert are_rivals(name_words(one), name_words(other)) is expected
    assert are_rivals(name_words(other), name_words(one)) is expected


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kim Jong Un", "kim_jong_un"),
        ("South Korea's Defense Ministry", "south_korea_defense_ministry"),
        ("“Łódź” / x", "łodz_x"),
        ("...", "unnamed"),
        ("a/b:c#d?e", "a_b_c_d_e"),
        ("x" * 200, "x" * 60),
    ],
)
def test_slugs_are_readable_and_safe(text, slug):
    assert slugged(text) == slug
