"""Which descriptions, second names and kinds are one with a name, and which are kept apart."""

import re

import pytest

ONE = [
    # text, two phrases that are one ("firm#2" is the second "firm")
    ("Spotify complained. The Stockholm-based group objected to fees.", "Spotify", "group"),
    ("Target reported a loss. The biggest U.S. retailer said it was sorry.", "Target", "it"),
    ("Hopkins Homes will build houses. The developer is rich.", "Hopkins Homes", "developer"),
    ("Iga Swiatek beat Clara Tauson of Denmark on Monday. The Pole will meet Mirra Smith.", "Iga Swiatek", "The Pole"),
    ("Next is Ben Shelton. The American left-hander lost the first set.", "Ben Shelton", "hander"),
    ("France's Hugo Lloris retired. The Frenchman thanked fans.", "Hugo Lloris", "The Frenchman"),
    (
        "Russia summoned the Greek ambassador in Moscow. Ambassador Andreas Friganas spoke.",
        "ambassador",
        "Andreas Friganas",
    ),
    ("Russia expelled the Greek envoy. Greek Ambassador Andreas Friganas left.", "envoy", "Andreas Friganas"),
    ("Anna was the best player. The player cried.", "Anna", "player#2"),
    ("Prosecutors called Tim Roe a spy. The spy denied everything.", "Tim Roe", "spy#2"),
    ("Ann Lee died. David Roe called her a great singer. She will be missed.", "Ann Lee", "She"),
    ("Lucky Sinner through\n\nJannik Sinner won. Sinner smiled.", "Lucky Sinner", "Sinner#3"),
    ("Lawmakers left the northwestern town of Arua. Arua was quiet.", "town", "Arua#2"),
    ("The ship left the province of Equateur.", "province", "Equateur"),
    ("The Japan Aerospace Exploration Agency, JAXA, spoke. JAXA was happy.", "Japan Aerospace", "JAXA#2"),
    ("The European Commission fined Apple. The Commission will appeal.", "European Commission", "Commission#2"),
    ("Born Clementina Dinah Campbell in 1927, Cleo Laine was raised by her father.", "Clementina", "Cleo Laine"),
    ("Bobby Vale, the singer whose full name is Robert James Valdez, sang.", "Bobby Vale", "Robert James"),
    ("A fishing boat sank. The Irish ship Aurora came. The boat was old.", "fishing boat", "boat#2"),
    ("The central bank raised rates. Barclays fell. The bank was wary.", "central bank", "bank#2"),
    ("Airbus bought a small firm in Lyon. The firm makes drones.", "firm", "firm#2"),
    ("Russia spoke. Its foreign ministry was angry. The Russian ministry left.", "foreign ministry", "ministry#2"),
    ("Two men were arrested in Lyon. The two men denied it.", "men", "men#2"),
]

TWO = [
    ("Turkey's central bank cut rates, said the statistics institute TurkStat. The bank met.", "TurkStat", "bank#2"),
    ("Boeing criticised Airbus. The Toulouse-based company declined.", "Boeing", "company"),
    ("Boeing said the Toulouse-based company had cheated.", "Boeing", "company"),
    ("Reuters reported that the Oslo-based firm would merge.", "Reuters", "firm"),
    ("Jane Roe met Carl Poe. The champion left.", "Jane Roe", "champion"),
    ("Judge Anna Smith spoke. The singer was jailed.", "Anna Smith", "singer"),
    ("Carl Poe of Denmark spoke. The Pole left.", "Carl Poe", "The Pole"),
    ("The Russian envoy spoke. Greek Ambassador Andreas Friganas left.", "envoy", "Andreas Friganas"),
    ("The outbreak hit the Democratic Republic of Congo. Tests found the Zaire strain.", "Democratic", "Zaire"),
    ("Police held 31 people in three countries. Police in Geneva held eight.", "Police", "Police#2"),
    ("LYON (May 8) - Police held a man. Police in Oslo held two.", "Police", "Police#2"),
    ("Bob is not a doctor. The doctor arrived.", "Bob", "doctor#2"),
    ("Novak Djokovic through\n\nSrdjan Djokovic won.", "Novak Djokovic", "Srdjan Djokovic"),
    ("Fans left the city of New York and the state of New York.", "city", "state"),
    ("Officials in Africa sent help. The zone was closed.", "Africa", "zone"),
    ("The Caribbean was hit. The island lost power.", "Caribbean", "island"),
    ("Troops crossed the Lebanese border. The area was shelled.", "border", "area"),
    ("A fishing boat sank. The Irish ship Aurora came. The boat was old.", "Aurora", "boat#2"),
    ("Airbus bought a small firm in Lyon. The firm makes drones.", "Airbus", "firm#2"),
    (
        "France and Spain agreed. The two countries trade. Brazil and Peru agreed. The two countries share a border.",
        "countries",
        "countries#2",
    ),
]


def chain_of(chains, text, phrase):
    """The number of the chain with a mention at the phrase; the last one that starts or ends there."""
    words, _, nth = phrase.partition("#")
    start, end = list(re.finditer(rf"\b{re.escape(words)}", text))[int(nth or 1) - 1].span()
    near = [(m.anchor, c.number) for c in chains for m in c.mentions if m.anchor.start < end and m.anchor.end > start]
    assert near, f"no mention at '{phrase}'"
    return next((n for a, n in near if a.start == start or a.end == end), near[0][1])


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_described_again(chains_of, text, one, other):
    chains = chains_of(text)
    found = [(c.label, c.reasons) for c in chains]
    assert chain_of(chains, text, one) == chain_of(chains, text, other), found


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_somebody_else(chains_of, text, one, other):
    chains = chains_of(text)
    found = [(c.label, c.reasons) for c in chains]
    assert chain_of(chains, text, one) != chain_of(chains, text, other), found


@pytest.mark.parametrize(
    ("text", "label", "type_"),
    [
        ("Turkey backed Baku.", "Azerbaijan", "Country"),
        ("Ministers urged Athens to pay.", "Greece", "Country"),
        ("Moscow is ready to talk.", "Russia", "Country"),
        ("London was behind the plan.", "United Kingdom", "Country"),
        ("Moscow is cold.", "Moscow", "City"),
        ("She visited Tokyo.", "Tokyo", "City"),
        ("Rebels attacked Tripoli.", "Tripoli", "City"),
        ("Lawmakers left the town of Arua.", "Arua", "City"),
        ("The Italian had worries.", "Italian", "Person"),
        ("Born Clementina Dinah Campbell in 1927, Cleo Laine sang.", "Cleo Laine", "Person"),
    ],
)
def test_read_as(chains_of, text, label, type_):
    assert (label, type_) in {(c.label, c.type) for c in chains_of(text)}
