"""Words with a bound prefix or a particle stay whole: "re-elected", "co-founder", "take-off".

spaCy's English tokenizer cuts at every hyphen between letters, as its training data does; its tagger then often takes
the pieces for verbs ("re", "-").  "Saudi-led" and "43-year-old", whose parts are words of their own, are cut as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.symbols import NORM, ORTH, POS, TAG, VERB
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

_PREFIXED = re.compile(r"^(?:re|un|over|under|out|mis|dis|pre|co)-?", re.IGNORECASE)
_NO_MUTE_E = re.compile(
    r"(?:[aeiou]{2}[nprtlkmd]|e[rn]|[bcdfghjklmnpqrstvwxyz](?:[dkmnptwx]|ff|sh|ch|ss|ll)|w|x|y)$", re.IGNORECASE
)
"""How verbs end that take no mute "e"."""

STOPS = "kg_stops"

PREFIXES = "co|re|pre|ex|pan|anti|non|multi|semi|sub|post|pro|self|vice|un|de|over|under|inter|intra|e"
PARTICLES = "off|up|in|out|down|on|over|by|through|back|away|around|together"

GENERATION = re.compile(r"[2-6]G|[2-4]D")
""" "3G", "4D": spaCy takes the letter for a unit."""

DESIGNATION = re.compile(r"[A-Z]{1,3}[0-9]{1,4}-[0-9]{1,4}[A-Z]{1,3}")
""" "A330-300E": one name, though a hyphen between figures cuts elsewhere."""

SCALES = {"bn": "billion", "mn": "million", "mln": "million", "tn": "trillion", "trn": "trillion"}
"""Abbreviations that stand apart from their figures ("US$7.2 bn"), and the word that the model knows."""

INFLECTED = ("VBG", "VBD", "VBN")

_MUTE_E = re.compile(r"([^aeiou]*[aeiou][^aeiouswxy])(?:ed|ing)")
""" "fined", "staging": a short verb in one vowel and one consonant would double it ("finned"), so these are "fine"."""

_DOUBLED = re.compile(r"([^aeiou]*[aeiou])([bdgmnprt])\2e")
""" "gutted" -> "gutte": the lemma of a word that the lemmatizer does not know; it is "gut"."""

_PLATFORM = re.compile(r"\b(?:on|to|via|platform|site|network|app) (X\.)(?=\s+[A-Z])")
"""A platform at the end of a sentence ("in a post on X. The minister ..."); other single letters are initials."""

RANKS = ("Amb.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Hon.", "Insp.", "Lt.", "Maj.", "Sgt.", "Spc.", "Supt.")
"""Abbreviated titles before a name that the model's tokenizer cuts from their stop."""

TITLES = frozenset(
    {*RANKS, "Adm.", "Dr.", "Gen.", "Gov.", "Mr.", "Mrs.", "Ms.", "Prof.", "Rep.", "Rev.", "Sen.", "St."}
)
"""All of them.  None ends a sentence before a name."""

_TITLE = "|".join(sorted(re.escape(title) for title in TITLES))
_ABBREVIATED = re.compile(rf"[\w.]\.\s+(?=[a-z])|\b(?:{_TITLE})\s+(?=\w)")
"""A stop that ends no sentence: a small letter goes on ("at 2:14 a.m. local time") or a title waits for its name."""

_BRACKET = r"(?<=[a-z])\((?=[A-Z])"
"""A bracket without its blank ("Angela Merkel(Korean: ...)"); "official(s)" stays whole."""

_BEFORE = re.compile(rf"(?:^|-)(?:{PREFIXES})$", re.IGNORECASE)
_AFTER = re.compile(rf"^(?:{PARTICLES})s?(?:-|$)", re.IGNORECASE)


def keep_words_whole(nlp: Language) -> Language:
    """Change the tokenizer of `nlp` so that it does not cut after a prefix or before a particle; returns `nlp`.

    Scale words that are cut short are read as the whole word.
    """
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), _BRACKET])

    def find_infixes(text: str) -> Iterator[re.Match[str]]:
        if DESIGNATION.fullmatch(text):
            return iter(())
        return (m for m in infixes.finditer(text) if m.group() != "-" or not _is_inside_word(text, m.start()))

    if isinstance(nlp.tokenizer, Tokenizer):
        find_suffix = nlp.tokenizer.suffix_search
        nlp.tokenizer.infix_finditer = find_infixes
        for rank in RANKS:
            nlp.tokenizer.add_special_case(rank, [{ORTH: rank}])
        for short, word in SCALES.items():
            nlp.tokenizer.add_special_case(short, [{ORTH: short, NORM: word}])
        nlp.tokenizer.suffix_search = lambda text: None if GENERATION.fullmatch(text) else find_suffix(text)
    nlp.add_pipe(STOPS, first=True)
    return nlp


def _is_inside_word(text: str, hyphen: int) -> bool:
    return bool(_BEFORE.search(text[:hyphen]) or _AFTER.match(text[hyphen + 1 :]))


@Language.component(STOPS)
def mend_stops(doc: Doc) -> Doc:
    """Forbid the parser to begin a sentence after a stop that ends none, and cut off the one that ends one."""
    text = doc.text
    for match in _ABBREVIATED.finditer(text):
        span = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        before = [token for token in doc[max(0, span.start - 3) : span.start] if not token.is_space] if span else []
        if span and before and len(before[-1]) > 1 and before[-1].text.endswith("."):
            span[0].is_sent_start = False
    spans = [doc.char_span(*match.span(1)) for match in _PLATFORM.finditer(text)]
    platforms = [span[0] for span in spans if span is not None and len(span) == 1]
    if platforms:
        with doc.retokenize() as retokenizer:
            for platform in platforms:
                retokenizer.split(platform, ["X", "."], heads=[(platform, 0), (platform, 0)])
    return doc


def _without_e(lemma: str, lemmatizer: Lemmatizer) -> str:
    """The lemma of a verb that the lemmatizer does not know and gave a mute "e" ("redrawe", "pende"): without, where
    the verb is a known one after a prefix, or no verb of English ends so.
    """
    known = lemmatizer.lookups.get_table("lemma_index", {}).get("verb", ())
    plain = lemma[:-1]
    if lemma.lower() in known:
        return lemma
    inner = _PREFIXED.sub("", plain)
    if plain.lower() in known or (inner != plain and inner.lower() in known):
        return plain
    return plain if _NO_MUTE_E.search(plain) and f"{inner}e".lower() not in known else lemma


def mend_lemmas(doc: Doc, nlp: Language) -> None:
    """Give verbs that were kept whole the lemma of their last part ("co-hosted" -> "co-host"), and short verbs their
    mute "e" where the lemmatizer takes another verb ("fined" -> "fine", not "fin"), in place.
    """
    piped = nlp.get_pipe("lemmatizer")
    lemmatizer: object = getattr(piped, "asked", piped)  # what remembers its answers
    if not isinstance(lemmatizer, Lemmatizer):
        return
    inflected = {doc.vocab.strings[tag] for tag in INFLECTED}
    for place, (part, tag) in enumerate(doc.to_array([POS, TAG]).tolist()):
        if part != VERB and tag not in inflected:
            continue
        token = doc[place]
        mute = _MUTE_E.fullmatch(token.lower_) if token.pos_ == "VERB" else None
        if mute is not None and token.lemma_.lower() == mute[1]:
            token.lemma_ = f"{mute[1]}e"
        doubled = _DOUBLED.fullmatch(token.lemma_) if token.pos_ == "VERB" else None
        if doubled is not None:
            token.lemma_ = "".join(doubled.groups())
        elif mute is None and token.tag_ in INFLECTED and token.lemma_.endswith("e"):
            token.lemma_ = _without_e(token.lemma_, lemmatizer)
        before, hyphen, rest = token.text.rpartition("-")
        if hyphen and rest.isalpha() and token.pos_ == "VERB" and _BEFORE.search(before):
            alone = Doc(nlp.vocab, words=[rest], pos=[token.pos_], tags=[token.tag_], morphs=[str(token.morph)])
            token.lemma_ = f"{before.lower()}-{lemmatizer.lemmatize(alone[0])[0]}"
