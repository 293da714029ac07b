"""How a clause is meant: polarity, certainty, tense, mood, and by whom it is told.

A clause's stance is what its place in the sentence lays on it (a governing verb, a condition, a speaker), changed by its
own words (auxiliaries, negation, adverbs).  Both are read from the dependency tree, top down, each clause once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.clauses.finding import first_conjunct, governing_predicate, is_passive, is_predicate, shares_auxiliaries
from kg.clauses.syntax import OBJECTS, QUOTES, SUBJECTS, ancestors, child, children, is_verbal
from kg.model import Certainty, Mood, Polarity, Tense
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.holders import Holder, find_holder, source_phrase
from kg.statements.tense import own_tense


@dataclass(frozen=True, slots=True)
class Stance:
    """The facets of a clause; `holders` outermost first, `own_voice` false where any holder's cue is not factive.

    `bare` is true for a mere purpose or condition: it is never asserted, whatever its facets.
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense | None = None
    mood: Mood = Mood.DECLARATIVE
    holders: tuple[Holder, ...] = ()
    own_voice: bool = True
    bare: bool = False
    cues: tuple[str, ...] = ()

    @property
    def asserted(self) -> bool:
        """The definition of the design, section 3."""
        return (
            self.polarity is Polarity.POSITIVE
            and self.certainty is Certainty.CERTAIN
            and self.tense is not Tense.FUTURE
            and self.mood is Mood.DECLARATIVE
            and self.own_voice
            and not self.bare
        )

    def under(self, cue: Cue | None) -> Stance:
        """This stance with the effects of `cue` added."""
        if cue is None:
            return self
        return replace(
            self,
            polarity=flipped(self.polarity) if cue.polarity is Polarity.NEGATIVE else self.polarity,
            certainty=weakest(self.certainty, cue.certainty),
            tense=cue.tense or self.tense,
            mood=cue.mood or self.mood,
            bare=self.bare or cue.purpose or cue.condition,
            cues=(*self.cues, cue.row),
        )

    def told_by(self, holders: tuple[Holder, ...], *, factive: bool) -> Stance:
        """This stance as told by further holders, the innermost last."""
        if not holders:
            return self
        return replace(self, holders=(*self.holders, *holders), own_voice=self.own_voice and factive)


NEUTRAL = Stance()


def flipped(polarity: Polarity) -> Polarity:
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


class StanceReader:
    """Reads the stance of any predicate of one parse, each once."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self.doc = doc
        self.cues = cues
        self._read: dict[int, Stance] = {}

    def stance(self, predicate: Token) -> Stance:
        """Return the stance of the clause of `predicate`; its tense is set."""
        path = self._path(predicate)
        for token in path:
            if token.i not in self._read:
                self._read[token.i] = self._own(token, self._context(token))
        return self._read[predicate.i]

    def _path(self, predicate: Token) -> list[Token]:
        """The predicates above, outermost first: read in this order, no recursion gets deep."""
        path, seen = [predicate], {predicate.i}
        while True:
            above = self._above(path[-1])
            if above is None or above.i in seen or above.i in self._read:
                return path[::-1]
            seen.add(above.i)
            path.append(above)

    def _above(self, token: Token) -> Token | None:
        if token.dep_ == "conj" and is_predicate(token.head):
            return token.head
        governor = governing_predicate(token)
        return None if governor is None else self.doc[governor]

    def _known(self, token: Token | None) -> Stance:
        return NEUTRAL if token is None else self._read.get(token.i, NEUTRAL)

    # ------------------------------------------------------------ what its place lays on a clause

    def _context(self, token: Token) -> Stance:
        seed = first_conjunct(token)
        if seed.i != token.i:
            return self._shared(token, seed)
        above = self._above(token)
        if above is None:
            return self._sources(token, NEUTRAL)
        return self._sources(token, self._laid_on(token, above))

    def _laid_on(self, token: Token, above: Token) -> Stance:
        outer = self._known(above)
        if _is_in_source(token, above):
            return NEUTRAL
        if token.dep_ == "relcl" and _form(token) == "infinitive":
            return self._on_noun(token, outer)
        if token.dep_ in ("relcl", "appos"):
            return self._beside_noun(token, outer)
        if token.dep_ == "acl":
            return self._on_noun(token, outer)
        if token.dep_ == "ccomp" and token.head.pos_ in ("NOUN", "PROPN"):
            return self._on_noun(token, outer)
        if token.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass", "parataxis", "dep"):
            return self._complement(token, above, outer)
        if token.dep_ == "pcomp":
            return self._after_preposition(token, above, outer)
        if token.dep_ == "advcl":
            return self._adverbial(token, outer)
        return _carried(outer)

    def _shared(self, token: Token, seed: Token) -> Stance:
        """A later conjunct stands in the same place as the first, and under its cues of source."""
        context = self._context_of(seed)
        return replace(
            context, holders=self._known(seed).holders or context.holders, own_voice=self._known(seed).own_voice
        )

    def _context_of(self, seed: Token) -> Stance:
        above = self._above(seed)
        return NEUTRAL if above is None else self._laid_on(seed, above)

    def _beside_noun(self, token: Token, outer: Stance) -> Stance:
        """A relative clause: set off by a comma it is the article's own word, else it is told by whoever tells the noun."""
        if token.left_edge.i > 0 and self.doc[token.left_edge.i - 1].text in (",", "—", "–", "(", "-"):
            return NEUTRAL
        return Stance(holders=outer.holders, own_voice=outer.own_voice)

    def _on_noun(self, token: Token, outer: Stance) -> Stance:
        """A participle, infinitive or that-clause on a noun: "plans to leave", "claims that he left", "troops sent"."""
        takes = _form(token)
        noun = token.head
        cue = self.cues.governor(noun.lemma_.lower(), takes, noun=True) if takes != "participle" else None
        if cue is None and takes == "infinitive":
            return Stance(
                holders=outer.holders,
                own_voice=outer.own_voice,
                bare=True,
                tense=outer.tense,
                certainty=outer.certainty,
            )
        if cue is None:
            return self._beside_noun(token, outer)
        laid = _carried(outer).under(cue)
        return laid.told_by(find_holder(noun, cue), factive=cue.factive) if cue.holder else laid

    def _complement(self, token: Token, above: Token, outer: Stance) -> Stance:
        cue = self.governing_cue(token, above)
        if cue is None:
            return replace(outer, bare=outer.bare or _form(token) == "infinitive" and not _is_causative(above))
        if cue.merge:
            return outer.under(cue)
        if not cue.holder:
            laid = _carried(outer).under(cue)
            return replace(laid, polarity=flipped(laid.polarity)) if outer.polarity is Polarity.NEGATIVE else laid
        laid = Stance(holders=outer.holders, own_voice=outer.own_voice).under(cue)
        if outer.polarity is Polarity.NEGATIVE and not cue.factive:
            laid = _denied_report(laid, cue)
        held = find_holder(above, cue)
        return (
            laid.told_by(held, factive=cue.factive) if held else replace(laid, own_voice=laid.own_voice and cue.factive)
        )

    def governing_cue(self, token: Token, above: Token) -> Cue | None:
        """The cue by which `above` governs the complement `token`: "have yet" goes before "have"."""
        word, passive = above.lemma_.lower(), is_passive(above) or _is_reduced_passive(above, token)
        takes = _form(token)
        if token.head.i != above.i:
            word = token.head.lemma_.lower()  # "is likely to leave": the adjective governs
        elif above.lemma_ == "be":
            adjective = child(above, "acomp", "attr")
            word = adjective.lemma_.lower() if adjective is not None else word
        yet = any(c.lower_ == "yet" for c in (*above.children, *token.children))
        phrases = [f"{word} yet"] if yet else []
        phrases += [f"{word} {p.lower_}" for p in children(above, "prt")] + [word]
        if takes == "infinitive" and token.dep_ == "ccomp" and child(token, "nsubj") is None:
            takes = "clause"
        for phrase in phrases:
            cue = self.cues.governor(phrase, takes, passive=passive)
            if cue is not None:
                return cue
        return None

    def _after_preposition(self, token: Token, above: Token, outer: Stance) -> Stance:
        preposition = token.head
        governor = preposition.head
        noun = not is_verbal(governor)
        cue = self.cues.governor(governor.lemma_.lower(), preposition.lower_, noun=noun, passive=is_passive(governor))
        if cue is not None and not noun:
            laid = Stance(holders=outer.holders, own_voice=outer.own_voice).under(cue)
            return laid.told_by(find_holder(governor, cue), factive=cue.factive) if cue.holder else laid
        if cue is not None:
            laid = _carried(outer).under(cue)
            return laid.told_by(find_holder(governor, cue), factive=cue.factive) if cue.holder else laid
        return _carried_over(outer, self.cues.find("conjunction", self._conjunction(preposition)), finite=False)

    def _conjunction(self, word: Token) -> str:
        """ "instead of", "so that", "in case": the word with the one beside it where a row has both."""
        for pair in (
            f"{self.doc[word.i - 1].lower_} {word.lower_}" if word.i else "",
            f"{word.lower_} {word.nbor().lower_}" if word.i + 1 < len(self.doc) else "",
        ):
            if self.cues.find("conjunction", pair):
                return pair
        return str(word.lower_)

    def _adverbial(self, token: Token, outer: Stance) -> Stance:
        mark = child(token, "mark")
        laid = _carried(outer)
        if mark is not None:
            return _carried_over(
                outer, self.cues.find("conjunction", self._conjunction(mark)), finite=_form(token) == "clause"
            )
        infinitive = next((c for c in children(token, "aux") if c.lower_ == "to"), None)
        if infinitive is not None:
            return laid.under(self.cues.find("conjunction", "to"))
        return laid if token.tag_ in ("VBG", "VBN") else Stance(holders=outer.holders, own_voice=outer.own_voice)

    def _sources(self, token: Token, laid: Stance) -> Stance:
        """Add "according to X" beside the verb, and the condition of an if-clause below it."""
        for preposition in children(token, "prep"):
            inner = child(preposition, "prep")
            if preposition.lower_ == "according" and inner is not None and child(inner, "pobj") is not None:
                noun = child(inner, "pobj")
                laid = (
                    laid.told_by(source_phrase(noun, (preposition.i, inner.i)), factive=False)
                    if noun is not None
                    else laid
                )
        for clause in children(token, "advcl"):
            mark = child(clause, "mark")
            cue = self.cues.find("conjunction", mark.lower_) if mark is not None else None
            if cue is not None and cue.condition:
                laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE), cues=(*laid.cues, cue.row))
        return laid

    # ------------------------------------------------------------ what a clause's own words do

    def _own(self, token: Token, laid: Stance) -> Stance:
        group = self._verb_group(token)
        for word in group:
            laid = laid.under(self.cues.find("modal", word.lower_) if word.dep_ == "aux" else None)
        laid = self._adverbs(token, laid)
        laid = laid.under(self._negator(token, group))
        if not laid.holders and is_quoted(token):
            laid = replace(laid, own_voice=False)
        if self._is_question(token):
            laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE), bare=True)
        return replace(laid, tense=own_tense(token, group, laid.tense, self._outer_tense(token)))

    def _outer_tense(self, token: Token) -> Tense | None:
        above = self._above(token)
        return self._known(above).tense if above is not None else None

    def _verb_group(self, token: Token) -> list[Token]:
        group = children(token, "aux", "auxpass", "neg")
        if token.dep_ == "conj" and shares_auxiliaries(token):
            group = [*(c for c in children(token.head, "aux", "auxpass", "neg") if c.i < token.head.i), *group]
        return group

    def _adverbs(self, token: Token, laid: Stance) -> Stance:
        beside = [c for c in token.children if c.dep_ in ("advmod", "acomp", "oprd")]
        for word in beside:
            counted = child(word, "advmod") if word.dep_ == "advmod" else None
            for adverb in (word, counted):
                cue = self.cues.find("adverb", adverb.lower_) if adverb is not None else None
                if cue is not None and not _is_clausal(token, adverb):
                    laid = laid.under(cue)
        return laid

    def _negator(self, token: Token, group: list[Token]) -> Cue | None:
        """The word that denies a clause: in its verb group, beside the verb, or on its subject or object."""
        beside = [w for w in group if w.dep_ == "neg"] + children(token, "advmod", "preconj", "cc")
        nouns = [c for c in token.children if c.dep_ in (*SUBJECTS, *OBJECTS, "attr", "oprd", "agent")]
        words = [*beside, *nouns, *(c for noun in nouns for c in children(noun, "det", "neg", "preconj"))]
        words += [c for w in beside if w.lower_ == "longer" for c in w.children]
        found = (self.cues.find("negator", w.norm_) for w in words if not _is_not_only(w))
        return next((cue for cue in found if cue is not None), None)

    def _is_question(self, token: Token) -> bool:
        return token.dep_ == "ROOT" and token.sent[-1].text == "?"


def _is_in_source(token: Token, above: Token) -> bool:
    """Whether a clause says something of the source itself ("according to images broadcast by state media")."""
    for step in ancestors(token):
        if step.i == above.i:
            return False
        if step.lower_ == "according":
            return True
    return False


def _carried(outer: Stance) -> Stance:
    """What a clause beside another shares with it: the speaker, doubt and the future, not denial or duty."""
    certainty = outer.certainty
    future = outer.tense if outer.tense is Tense.FUTURE else None
    return Stance(certainty=certainty, tense=future, holders=outer.holders, own_voice=outer.own_voice, bare=outer.bare)


def _carried_over(outer: Stance, cue: Cue | None, *, finite: bool) -> Stance:
    """What a clause shares with the one it is tied to by this conjunction; after "after" or "because" only the speaker."""
    if cue is not None and cue.presupposed and (finite or "gerund" in cue.takes):
        future = outer.tense if outer.tense is Tense.FUTURE and not outer.bare else None
        return Stance(holders=outer.holders, own_voice=outer.own_voice, tense=future, cues=(cue.row,))
    return _carried(outer).under(cue)


def _denied_report(laid: Stance, cue: Cue) -> Stance:
    """ "did not say that ..." leaves it open; "does not believe that ..." denies it (negation is raised)."""
    if cue.speech and cue.certainty is None:
        return replace(laid, certainty=Certainty.POSSIBLE)
    return replace(laid, polarity=flipped(laid.polarity))


def _form(token: Token) -> str:
    """infinitive, gerund, participle or clause."""
    if token.tag_ == "VB" and any(c.lower_ == "to" for c in children(token, "aux")):
        return "infinitive"
    if any(c.tag_ == "MD" or c.tag_ in ("VBZ", "VBP", "VBD") for c in children(token, "aux", "auxpass")):
        return "clause"
    if any(c.lower_ == "to" for c in children(token, "aux")):
        return "infinitive"
    if token.tag_ == "VBG" and child(token, "mark") is None:
        return "gerund" if token.dep_ in ("xcomp", "ccomp", "pcomp") else "participle"
    if token.tag_ == "VBN" and child(token, "mark", *SUBJECTS) is None:
        return "participle"
    return "clause"


def is_quoted(token: Token) -> bool:
    """Whether a predicate stands inside quotation marks of its sentence: then it is not the article's own word."""
    sentence = token.sent
    before = sum(t.text in QUOTES for t in token.doc[sentence.start : token.i])
    return before % 2 == 1 and any(t.text in QUOTES for t in token.doc[token.i : sentence.end])


def _is_not_only(word: Token) -> bool:
    """ "not only ... but also" denies nothing."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in ("only", "just", "merely", "simply", "solely")


def _is_causative(above: Token) -> bool:
    """ "made him leave", "helped her escape": what is caused happened."""
    return above.lemma_ in (
        "make",
        "help",
        "see",
        "hear",
        "watch",
        "get",
        "have",
        "cause",
        "force",
        "lead",
        "show",
        "find",
        "prompt",
        "observe",
        "feature",
        "depict",
        "picture",
        "photograph",
        "film",
        "portray",
        "use",
    )


def _is_reduced_passive(above: Token, token: Token) -> bool:
    """ "soldiers believed to have died": a verb of thought or speech with its own subject and an infinitive."""
    return above.tag_ in ("VBN", "VBD") and token.dep_ == "xcomp" and child(above, *OBJECTS, "aux") is None


def _is_clausal(predicate: Token, adverb: Token) -> bool:
    """Whether the adverb governs its own infinitive ("likely to leave") and is read as a governor instead."""
    return adverb.dep_ in ("acomp", "oprd") and child(adverb, "xcomp") is not None
