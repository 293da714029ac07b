"""How a clause is meant: polarity, certainty, tense, mood, and by whom it is told.

A clause's stance is what its place in the sentence lays on it (a governing verb, a condition, a speaker), changed by
its own words (auxiliaries, negation, adverbs).  Both are read from the dependency tree, top down, each clause once.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.clauses.finding import first_conjunct, governing_predicate, is_passive, is_predicate
from kg.clauses.gaps import is_gap
from kg.clauses.syntax import child, children
from kg.entities.quotes import Quotations
from kg.entities.reports import Report, find_source
from kg.model import Certainty, Mood, Polarity, Tense
from kg.statements.adjoined import adverbial, after_preposition, is_joined
from kg.statements.coordination import (
    is_closed_before,
    is_one_of_two,
    is_outcome,
    is_question,
    opening,
    shared_content,
    verb_group,
)  # fmt: skip
from kg.statements.cues import Cue, Cues, weakest
from kg.statements.facets import NEUTRAL, Stance, carried, denied_report, flipped, merged
from kg.statements.governing import (
    find_sources,
    follows_as_gerund,
    form,
    governing_cue,
    has_content,
    is_bare_participle,
    is_for_adjective,
    is_in_claim,
    is_in_source,
    is_inverted_condition,
    is_inverted_main,
    is_superlative,
    mark_of,
    told_of,
    true_seed,
)  # fmt: skip
from kg.statements.holders import Holder, find_holder, is_reason, naming_holder, reporting_holder, source_phrase
from kg.statements.implications import ability, could_then, governed, is_by_nobody, is_raising, refused, settled
from kg.statements.noun_clauses import beside_noun, on_noun
from kg.statements.own_words import leading_adverbs, negator, with_adverbs
from kg.statements.reporting import has_own_content, is_aside, is_at_odds, is_own_report, may_share_report, own_report
from kg.statements.tense import own_tense

WISHES = frozenset({"like", "love", "prefer", "hate", "want", "wish"})
"""What is wished now, though it is said with "would"; who wishes to thank thanks."""

EITHER_WAY = frozenset({"whether", "lest"})
"""Conjunctions that open no condition of the clause beside them: "left, whether or not he knew"."""


class StanceReader:
    """Reads the stance of any predicate of one parse, each once."""

    def __init__(self, doc: Doc, cues: Cues, quotations: Quotations | None = None) -> None:
        self.doc = doc
        self.cues = cues
        self.quotations = quotations or Quotations(doc, cues.is_speech)
        self._sources_of = find_sources(doc)
        self._read: dict[int, Stance] = {}
        self._asked: set[int] = set()

    def stance(self, predicate: Token) -> Stance:
        """Return the stance of the clause of `predicate`; its tense is set."""
        path = self._path(predicate)
        for token in path:
            if token.i not in self._read:
                shared = self._read.get(token.head.i) if is_gap(token) else None  # of "and Fiat a factory"
                self._read[token.i] = shared or self._own(token, self._context(token))
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

    def governing_cue(self, token: Token, above: Token) -> Cue | None:
        """The cue by which the predicate `above` governs the complement `token`, or None."""
        return governing_cue(token, above, self.cues)

    # ------------------------------------------------------------ what its place lays on a clause

    def _context(self, token: Token) -> Stance:
        seed = first_conjunct(token)
        alone = seed.i == token.i or self.quotations.is_report(token)
        laid = self._placed(token) if alone else self._shared(token, seed)
        laid = self._sources(token, laid)
        told = tuple(h for h in laid.holders if not is_reason(h, self.doc, self.quotations.may_speak))
        return laid if told == laid.holders else replace(laid, holders=told)

    def _placed(self, token: Token) -> Stance:
        """What is laid on the first or only clause of its place."""
        if self.quotations.is_report(token):
            return NEUTRAL
        above = self._above(token)
        if above is not None and token.dep_ == "advcl" and is_aside(token, self.quotations.told_by(above)):
            return NEUTRAL
        if above is not None:
            laid = self._under_condition(token, self._laid_on(token, above))
        elif token.dep_ in ("acl", "relcl", "ccomp"):
            laid = on_noun(self.cues, token, NEUTRAL, token.head)
        else:
            laid = self._main(token)
        if not laid.holders and (above is None or self.quotations.is_report(above)):
            laid = self._reported(laid, self.quotations.told_by(token))
        return laid

    def _main(self, token: Token) -> Stance:
        """A main clause; one that opens with "that" or "if" was torn off from what governs it."""
        mark = child(token, "mark")
        if mark is None:
            return NEUTRAL
        cue = self.cues.find("conjunction", mark.lower_)
        return replace(NEUTRAL.under(cue), own_voice=cue is not None)

    def _reported(self, laid: Stance, report: Report | None) -> Stance:
        if report is None:
            return laid
        verb = self.doc[report.verb]
        cue = self.cues.governor(verb.lemma_.lower(), "clause")
        if cue is not None and cue.mood is Mood.DEONTIC:
            cue = None  # '"Stay at home," she urged': the words say themselves what is asked for
        factive = cue is not None and cue.factive and self._known(verb).actual
        holders = (*self._tellers(verb), *reporting_holder(verb, self.doc[report.speaker]))
        return laid.under(cue).told_by(holders, factive=factive)

    def _tellers(self, verb: Token) -> tuple[Holder, ...]:
        """Who tells that somebody speaks: "According to the paper, the judge said: '...'"."""
        path = self._path(verb) if is_predicate(verb) and verb.i not in self._asked else []
        if not path or any(self.quotations.is_quoted(step) for step in path):
            return ()
        self._asked.add(verb.i)
        return self.stance(verb).holders

    def _laid_on(self, token: Token, above: Token) -> Stance:
        outer = self._known(above)
        if self.quotations.is_outside(token, above):
            return self._main(token) if token.dep_ == "advcl" else NEUTRAL
        if is_inverted_main(token, above):
            return replace(NEUTRAL, certainty=Certainty.POSSIBLE)
        content = shared_content(token, above)
        if content is not None:
            return on_noun(self.cues, content, outer, content.head)
        subject = told_of(token, above)
        if subject is not None and self.cues.governor(subject.lemma_.lower(), "clause", noun=True) is not None:
            return on_noun(self.cues, token, outer, subject)
        if is_in_source(token, above) or self._tells(token, above) or self._is_beside(token, above):
            return NEUTRAL
        if is_in_claim(token, above) and self.cues.find("stative", token.lemma_.lower()) is None:
            return replace(carried(outer).told_by(find_holder(above), factive=False), own_voice=False)
        return self._on_noun_above(token, outer) or self._in_clause(token, above, outer)

    def _on_noun_above(self, token: Token, outer: Stance) -> Stance | None:
        """What is laid on a clause that hangs on a noun; None for any other."""
        if token.dep_ == "relcl" and (form(token) == "infinitive" or has_content(token, self.cues)):
            return on_noun(self.cues, token, outer, token.head)
        if token.dep_ in ("relcl", "appos"):
            return beside_noun(self.cues, token, outer)
        if token.dep_ == "acl":
            return on_noun(self.cues, token, outer, token.head)
        content = token.dep_ == "ccomp" and token.head.pos_ in ("NOUN", "PROPN")
        return on_noun(self.cues, token, outer, token.head) if content else None

    def _in_clause(self, token: Token, above: Token, outer: Stance) -> Stance:
        if token.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass", "parataxis", "dep"):
            return self._complement(token, above, outer)
        if token.dep_ == "pcomp":
            return after_preposition(self.cues, token, outer)
        if follows_as_gerund(token) and self.governing_cue(token, above) is not None:
            return self._complement(token, above, outer)
        if token.dep_ == "advcl":
            return adverbial(self.cues, token, outer)
        return carried(outer)

    def _is_beside(self, token: Token, above: Token) -> bool:
        """Whether a main clause stands before another that says nothing of it ("A fell, B vows to rise")."""
        if is_closed_before(token, above):
            return True
        if token.dep_ != "parataxis" or token.i > above.i or self.quotations.is_report(token):
            return False
        return self.governing_cue(token, above) is None or has_own_content(above)

    def _tells(self, token: Token, above: Token) -> bool:
        """Whether a clause only tells whose the quotation is that it hangs on ("As he told Reuters, '...'")."""
        if find_source(token) is not None or is_own_report(token, self.cues):
            return True
        is_outside = self.quotations.is_quoted(above) and not self.quotations.is_quoted(token)
        return is_outside and token.dep_ == "advcl" and self.cues.is_speech(token.lemma_.lower())

    def _shared(self, token: Token, seed: Token) -> Stance:
        """A later conjunct stands in the same place as the first, and under its cues of source."""
        seed = own_report(token, seed, self.cues) or true_seed(token, seed, self._above)
        teller = token.head if token.head.dep_ == "conj" and self.cues.is_speech(token.head.lemma_.lower()) else seed
        report = may_share_report(token, teller, self.cues)
        if report is not None:
            return self._complement(report, teller, self._known(teller))
        context = leading_adverbs(self.cues, token, seed, self._context_of(seed))
        return replace(
            context, holders=self._known(seed).holders or context.holders, own_voice=self._known(seed).own_voice
        )

    def _context_of(self, seed: Token) -> Stance:
        above = self._above(seed)
        return NEUTRAL if above is None else self._under_condition(seed, self._laid_on(seed, above))

    def _under_condition(self, token: Token, laid: Stance) -> Stance:
        """ "whether he left", "had he left": open, whatever is said of it."""
        mark = mark_of(token) if token.dep_ != "advcl" else None
        cue = self.cues.find("conjunction", mark.lower_) if mark is not None else None
        if is_inverted_condition(token):
            cue = self.cues.find("conjunction", "if")
        if cue is None or not cue.condition:
            return laid
        return replace(laid, polarity=Polarity.POSITIVE, tense=None, mood=Mood.DECLARATIVE).under(cue)

    def _complement(self, token: Token, above: Token, outer: Stance) -> Stance:
        cue = self.governing_cue(token, above)
        if cue is None and is_joined(self.cues, token):
            return adverbial(self.cues, token, outer)
        if cue is None and form(token) == "clause" and outer.polarity is Polarity.NEGATIVE:
            open_ = replace(outer, polarity=Polarity.POSITIVE, tense=outer.future)
            return replace(open_, certainty=weakest(outer.certainty, Certainty.POSSIBLE))  # "not clear who left"
        if cue is None:
            title = child(above, "attr")  # "became the first state to sign": it did
            done = is_outcome(token) or (title is not None and is_superlative(title))
            bare = form(token) in ("infinitive", "gerund") and not done
            aim = bare and form(token) == "infinitive" and is_passive(above)  # "was formed to fight fires"
            if bare and outer.polarity is Polarity.NEGATIVE and (aim or is_for_adjective(token, above)):
                outer = replace(outer, polarity=Polarity.POSITIVE, certainty=Certainty.POSSIBLE)  # "not trained to fly"
            return replace(outer, tense=Tense.FUTURE if aim else outer.future, bare=outer.bare or bare)
        if cue.merge:
            return settled(above, cue, outer, merged(outer, cue))
        if outer.polarity is Polarity.NEGATIVE and is_raising(cue) and is_by_nobody(above):
            open_ = replace(outer, polarity=Polarity.POSITIVE, certainty=weakest(outer.certainty, Certainty.POSSIBLE))
            return replace(carried(open_).under(cue), own_voice=False)  # "nobody wanted it to rain": it may have
        performed = self.cues.find("performative", token.lemma_.lower()) if above.lemma_ in WISHES else None
        if performed is not None and outer.tense is Tense.PRESENT:
            return outer.under(performed)
        if not cue.holder or cue.mood is Mood.DEONTIC:
            laid = governed(outer, cue, above)
            return laid.told_by(find_holder(above), factive=False) if cue.holder else laid
        return self._held(find_holder(above), cue, outer)

    def _held(self, holders: tuple[Holder, ...], cue: Cue, outer: Stance) -> Stance:
        """What a verb of speech or thought lays on its clause; factive cues count where they are the case."""
        laid = Stance(holders=outer.holders, own_voice=outer.own_voice).under(cue)
        ground = replace(outer, polarity=Polarity.POSITIVE) if cue.presupposed else outer
        factive = cue.factive and ground.actual
        if cue.factive and not factive:
            laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
            holders = holders if cue.speech or cue.presupposed else ()  # "will be proving that" says nothing
        elif outer.polarity is Polarity.NEGATIVE and not factive:
            laid = denied_report(laid, cue)
            holders = () if cue.speech and cue.certainty is None else holders  # who did not say it holds nothing
        return (
            laid.told_by(holders, factive=factive) if holders else replace(laid, own_voice=laid.own_voice and factive)
        )

    def _sources(self, token: Token, laid: Stance) -> Stance:
        """Add "according to X", and the condition of an if-clause below the verb."""
        for words, noun in self._sources_of.get(token.i, ()):
            if not is_at_odds(token, self.doc[words[0]], self.cues):
                laid = laid.told_by(source_phrase(self.doc[noun], words), factive=False)
        for clause in children(token, "advcl"):
            mark = child(clause, "mark")
            cue = self.cues.find("conjunction", opening(self.cues, mark)) if mark is not None else None
            bare = is_bare_participle(clause) and token.tag_ == "VBD"
            if cue is not None and cue.condition and not bare and cue.word not in EITHER_WAY:
                laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE), cues=(*laid.cues, cue.row))
        return laid

    # ------------------------------------------------------------ what a clause's own words do

    def _own(self, token: Token, placed: Stance) -> Stance:
        group, laid = verb_group(token), placed
        for word in group:
            wishing = token.lemma_ in WISHES and word.lower_ in ("would", "'d")
            modal = not wishing and (word.dep_ == "aux" or word.i == token.i)
            if modal and word.lower_ == "should" and is_inverted_condition(token):
                laid, modal = replace(laid, tense=Tense.FUTURE), False  # "Should he win, he will build it"
            laid = laid.under(self.cues.find("modal", word.lower_) if modal else None)
            if word.lower_ in ("would", "'d") and any(w.lemma_ == "have" for w in group):
                laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
        laid = with_adverbs(self.cues, token, laid)
        laid = ability(laid.under(negator(self.cues, token, group)), placed, token, group)
        laid = refused(laid, placed, token, group, speech=self.cues.is_speech(token.lemma_.lower()))
        if could_then(token, group) and self._outer_tense(token) is Tense.PAST and placed.tense is None:
            laid = replace(laid, tense=Tense.PAST)
        if self.quotations.is_quoted(token):
            laid = self._quoted(token, laid)
        if is_question(token, self.quotations.is_quoted):
            laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE), bare=True)
        if laid.polarity is Polarity.POSITIVE and is_one_of_two(token):
            laid = replace(laid, certainty=weakest(laid.certainty, Certainty.POSSIBLE))
        stative = self.cues.find("stative", token.lemma_.lower()) is not None or self._is_meant(token)
        tense = own_tense(token, group, laid.tense, self._outer_tense(token), stative=stative)
        return laid if tense is laid.tense else replace(laid, tense=tense)

    def _is_meant(self, token: Token) -> bool:
        """Whether a participle tells what a thing is for: "a bridge designed to carry trains"."""
        aim = child(token, "xcomp") if token.tag_ == "VBN" and token.dep_ == "acl" else None
        cue = self.governing_cue(aim, token) if aim is not None and form(aim) == "infinitive" else None
        return cue is not None and not cue.merge and not cue.holder and cue.certainty is Certainty.POSSIBLE

    def _quoted(self, token: Token, laid: Stance) -> Stance:
        """A clause in quotation marks: its speaker's word, whatever verb brings it in ("admitted: 'We left'")."""
        caption = self.quotations.caption(token)
        if caption is not None:
            return replace(self._reported(replace(laid, holders=()), caption), own_voice=False)
        if not laid.holders:
            told = self._reported(laid, self.quotations.speaker(token))
            namer = () if told.holders else naming_holder(token, self.quotations.is_quoted)
            return replace(told.told_by(namer, factive=False), own_voice=False)
        return replace(laid, own_voice=laid.own_voice and not self.quotations.is_direct(token))

    def _outer_tense(self, token: Token) -> Tense | None:
        """The tense of the clause above; one that a mere purpose governs goes with what the purpose is of."""
        above = self._above(token)
        while above is not None and self._known(above).bare and self._known(above).tense is Tense.FUTURE:
            higher = self._above(above)
            if higher is None or higher.i >= above.i:
                break
            above = higher
        return self._known(above).tense if above is not None else None


__all__ = ["NEUTRAL", "Stance", "StanceReader", "flipped"]
