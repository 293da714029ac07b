import re
from itertools import pairwise

import pytest

from kg.entities.described import LONGEST_LABEL, unpaired

TOGETHER = [
    # text, phrases that are one ("he#2" is the second "he"), in text order
    ("North Korean leader Kim Jong Un visited a factory. Kim praised the workers.", ["Kim Jong Un", "Kim#2"]),
    ("Lawmaker Lee Seong-kweun spoke. Lee warned of more deployments.", ["Lee Seong-kweun", "Lee#2"]),
    ("Angela Merkel met reporters. She said Merkel was not her name.", ["Angela Merkel", "She", "Merkel#2", "her"]),
    ("Kim was accompanied by his teenage daughter, Ju Ae, on Sunday.", ["daughter", "Ju Ae"]),
    ("Kim was accompanied by his teenage daughter, Ju Ae, on Sunday.", ["Kim", "his"]),
    ("Russian troops attacked. Russia denied it.", ["Russian", "Russia#2"]),
    ("North Korea and South Korea talked. The North rejected the offer.", ["North Korea", "North#2"]),
    ("Putin signed a treaty that includes a clause.", ["treaty", "that"]),
    ("Vladimir Putin praised the soldiers who died.", ["soldiers", "who"]),
    ("North Korea said it had deployed troops.", ["North Korea", "it"]),
    ("South Korea's Defense Ministry said it sees no signs of deployments.", ["Defense Ministry", "it"]),
    ("The World Health Organization (WHO) met. WHO officials spoke.", ["World Health Organization", "WHO", "WHO#2"]),
    ("A ceremony was held in Pyongyang on Sunday. The event drew thousands.", ["ceremony", "event"]),
    ("Footage showed a ceremony. The ceremony took place on Sunday.", ["ceremony", "ceremony#2"]),
    ("Russia sent troops. The Kremlin denied the report.", ["Russia", "Kremlin"]),
    ("Russia signed. Moscow said the pact was fair.", ["Russia", "Moscow"]),
    ("South Korea reacted. Seoul's spy agency reported casualties.", ["South Korea", "Seoul"]),
    ("Russia and North Korea signed a pact between Pyongyang and Moscow.", ["Russia", "Moscow"]),
    ("Emmanuel Macron spoke in Paris. The president said he was tired.", ["president", "he"]),
    ("French President Emmanuel Macron spoke. The president left.", ["Emmanuel Macron", "president"]),
    ("Apple Inc. sued. Apple said it would win.", ["Apple Inc", "Apple#2", "it"]),
    ("Lockheed Martin won the contract. The firm cheered.", ["Lockheed Martin", "firm"]),
    ("Airbus Group lost money. The group cut jobs.", ["Airbus Group", "group"]),
    ('"I am tired," Angela Merkel said. "My work is done."', ["I", "Angela Merkel", "My"]),
    ('"I will stay," said Emmanuel Macron. "I know," said Angela Merkel.', ["I#1", "Emmanuel Macron"]),
    ('"I will stay," said Emmanuel Macron. "I know," said Angela Merkel.', ["I#2", "Angela Merkel"]),
    ('Steve Jobs said: "We sold a million phones. Our products are great."', ["We", "Our"]),
    ('"We delivered ten aircraft," a Boeing spokesman said. "Our work is done."', ["We", "Boeing", "Our"]),
    ("Boeing said: “We are ready.”", ["Boeing", "We"]),
    ("Italy's Supreme Court ruled. The Court was divided.", ["Supreme Court", "Court#2"]),
    ("Gloria was ill. Her death shocked all. Police explained her death.", ["death", "death#2"]),
    ("The Legacy Program gave pictures. The program was new.", ["Legacy Program", "program"]),
    ("Boeing won. It is a company with many workers.", ["Boeing", "It"]),
    ("The firm that says it won is rich.", ["firm", "it"]),
    ("Officials spoke of the threat they pose.", ["Officials", "they"]),
    ("Warhol Polaroids were shown. Andy Warhol painted. Critics loved Warhol.", ["Andy Warhol", "Warhol#3"]),
    ("Apple opened the iTunes Music Store. Apple said the store sold songs.", ["iTunes Music Store", "store"]),
    ("The president of Brazil, Lula da Silva, spoke.", ["president", "Lula da Silva"]),
    ("Co-founder of Google, Sergey Brin, spoke.", ["Co-founder", "Sergey Brin"]),
    ("Airbus built the A380. Carriers praised the A380 jet.", ["A380", "jet"]),
    ("The Global Reading Institute GRI met. Members of GRI spoke.", ["Global Reading", "GRI#2"]),
    ("A jet left Oslo on Monday. The plane landed late.", ["jet", "plane"]),
    ("A bomb attack shook Oslo. The incident shocked Norway.", ["attack", "incident"]),
    ("The president of France, Emmanuel Macron, met reporters.", ["president", "Emmanuel Macron"]),
    ("Joe Leonard, chairman and chief executive of AirTran, spoke.", ["Joe Leonard", "chairman", "executive"]),
    ("Lockheed Martin bid. Later Lockheed won the contest.", ["Lockheed Martin", "Lockheed"]),
    ("Boeing fell. Guillaume Faury, the Airbus chief executive, said the company will grow.", ["Airbus", "company"]),
    ('"We are proud," said Airbus chief executive Guillaume Faury.', ["We", "Airbus"]),
    ("Abu Omar was an Iraqi militant. He was killed in 2008.", ["Abu Omar", "He"]),
    ("Boeing grew. It hired. Boeing says they have orders.", ["Boeing", "they"]),
    ("The Taipei Lantern Festival ended. The Taipei festival was loud.", ["Taipei Lantern Festival", "festival"]),
    ("The former Chief Operating Officer, Tim Cook will be succeeding Jobs.", ["Officer", "Tim Cook"]),
    ("Apple CEO and co-founder Steve Jobs spoke. Jobs left.", ["CEO", "Steve Jobs", "Jobs#2"]),
    ("Ryanair CEO, Michael O' Leary, praised the choice.", ["CEO", "Michael O' Leary"]),
    ("Lockheed Martin bid for it. Lockheed's bid failed.", ["Lockheed Martin", "Lockheed#2"]),
    ("The U.S. Air Force waited. The Air Force chose the bid.", ["U.S. Air Force", "Air Force#2"]),
    ("Apple launched a version of its iPhone device.", ["iPhone", "device"]),
    ("The departure of the new Airbus A380 superjumbo airliner was delayed.", ["Airbus A380", "airliner"]),
    ("Apple sold the iPhone. The new phone has a camera.", ["iPhone", "phone"]),
    ("Senator John McCain has been the critic of the plan.", ["John McCain", "critic"]),
    ("Apple sues over trademark\n\nApple sued Cisco over a trademark.", ["trademark", "trademark#2"]),
    ("AirTran wins Boeing order\n\nAirTran Airways won.", ["AirTran", "AirTran#2"]),
    ("Boeing built the final 717 jet. The final Boeing 717 left.", ["jet", "717#2"]),
    ("They showed the 3G iPhone. The price of the 3G iPhone is low.", ["iPhone", "iPhone#2"]),
    ("Guests met the Prime Minister of Singapore, Mr. Lee Hsien Loong, in Oslo.", ["Minister", "Lee Hsien Loong"]),
    ("They have announced the brand new iPod touch, a media player which sold well.", ["touch", "player"]),
    ('Boeing built planes. Spokeswoman Sandy Angers said so. "We are proud," said Angers.', ["Boeing", "We"]),
    ('Airbus fell. Chief executive Tom Enders spoke. "We regret it," Enders said.', ["Airbus", "We"]),
    ("The Worldwide Developers Conference (WWDC) began. WWDC ended.", ["Conference", "WWDC"]),
    ("Northrop Grumman bid. The choice was skewed towards Northrop.", ["Northrop Grumman", "Northrop#2"]),
    ("Apple sold the iPod. Apple opened the iCloud service. Users like iCloud.", ["service", "iCloud#2"]),
    ("Users like iTunes. The iTunes store grew. Apple's iTunes store sells songs.", ["store", "store#2"]),
    ("Apple sold 20 iPad tablets. The tablets were cheap.", ["tablets", "tablets#2"]),
    ("China bought twenty Airbus A320 jets. The planes are new.", ["Airbus A320", "planes"]),
    ("Analysts at Goldman Sachs, who had called it cheap, left. They doubt it.", ["Analysts", "who", "They"]),
    ("The army denied that it had lost and claimed its fighters won.", ["army", "it", "its"]),
    ("The rebels lost the palace. The army denied that it lost it. It is led by a general.", ["army", "It"]),
    ("Cisco sued Apple so that the latter would stop.", ["Apple", "latter"]),
    ("Mali and Niger signed a pact. The former will send troops.", ["Mali", "former"]),
    ("The jet can fly 9,000 miles, giving it a wide range.", ["jet", "it"]),
    ("Angela Merkel resigned. The snow fell. The road froze. She left.", ["Angela Merkel", "She"]),
    ("Two years after its launch, Nokia's music service passed Walmart.", ["service", "its"]),
    ("Since its founding in 1998, Google has bought Motorola.", ["its", "Google"]),
    ("In his speech, Emmanuel Macron praised Angela Merkel.", ["his", "Emmanuel Macron"]),
    ("After her release, the singer Rihanna met Angela Merkel.", ["her", "Rihanna"]),
    ("The firm said songs had been bought from the shop since its launch.", ["shop", "its"]),
    ("The ministry said books had been borrowed from the library since its opening.", ["library", "its"]),
    ("Boeing thanked the workers for their patience.", ["workers", "their"]),
    ("The party praised the pilots for their skill and their courage.", ["pilots", "their", "their#2"]),
    ("The union condemned the bosses for their greed.", ["bosses", "their"]),
    ("The jet was named Falcon by Boeing to mark the fact it can cross an ocean.", ["jet", "it"]),
    ("Nokia sent invitations to a gala. It is to be held in Oslo.", ["gala", "It"]),
    ("Boeing planned a ceremony. It was postponed to May.", ["ceremony", "It"]),
    ("Russia proposed a summit. It will take place in Oslo.", ["summit", "It"]),
    ("Denise Miller stole cash. Judge Robert Ames fixed a date. She could face a year.", ["Denise Miller", "She"]),
    ("Wilkins met Andy Warhol. Warhol drew as a child. He sold art.", ["Andy Warhol", "He"]),
    ("Videos showed soldiers, some of them on their knees.", ["soldiers", "them"]),
    ("Acme agreed to waive a clause that would have let it end the contract.", ["Acme", "it"]),
    ("The brewer Carlsberg will pay for the stake in Tuborg it does not own.", ["Carlsberg", "it"]),
    ("A storm rose. The ferry was near the town of Bergen, north of Oslo, when it sank.", ["ferry", "it"]),
    ("Team Estonia had to rebuild their robot.", ["Team Estonia", "their"]),
    ("The sale of a drug that kills germs was filmed.", ["drug", "that"]),
    ("The leader of a militia that killed 20 villagers fled.", ["militia", "that"]),
    ("The firm sold the plant, which makes tyres.", ["plant", "which"]),
    ("Boeing beat Airbus to the order. The company will build ten jets.", ["Boeing", "company"]),
    (
        "Strong earthquake hits Peru\n\nA magnitude-6.8 earthquake hit Peru. The quake was deep.",
        ["earthquake", "quake"],
    ),
    ("Apple executive leaves\n\nThe Apple executive Mark Papermaster left.", ["executive", "Mark Papermaster"]),
    ("A flood hit Valencia on Monday. It destroyed two bridges.", ["flood", "It"]),
    ("The court ordered Shell to stop the work and not to repeat it.", ["work", "it"]),
    ("Angela Merkel praised Ebola tests. Schools closed. Roads froze. She left.", ["Angela Merkel", "She"]),
    ("The EU executive fined Apple over Facebook data. It ordered a halt.", ["EU executive", "It"]),
    ("Acme Corp. have 41 offices in 16 towns. They have hired Paul Dubois.", ["Acme Corp.", "They"]),
    ("Mayor Paul Dubois praised the team. They beat Chicago and they will play Boston.", ["team", "They", "they"]),
    ("The director-general, Paul Dubois, praised Chad.", ["general", "Paul Dubois"]),
    ("The Church of Scotland's website failed. The Church's website is down.", ["website", "website#2"]),
]

APART = [
    # text, two phrases that are not one
    ("Nokia rented a hall. It is to be held in Oslo in May.", "Nokia", "It"),
    ("Nokia rented a hall. It was to take place in Oslo in May.", "Nokia", "It"),
    ("Microsoft lost users. It might be a blip.", "Microsoft", "It"),
    ("Abu Dhabi armed rebels. Russia denies it.", "Abu Dhabi", "it"),
    ("Nokia grew. It is time to sell.", "Nokia", "It"),
    ("The choir was in Rome. The singers hope to make it to Oslo.", "choir", "it"),
    ("Boeing built a jet. Sunday was chosen as its date is a seven.", "Boeing", "its"),
    ("Wilkins met Andy Warhol. Warhol drew as a child. He sold art.", "child", "He"),
    ("Robert Ames fixed a date. She could face a year.", "Robert Ames", "She"),
    ("Angela Rossi fixed a date. He could face a year.", "Angela Rossi", "He"),
    ("No one saw the minister. He left.", "No one", "He"),
    ("Acme agreed to waive a clause that would have let it end the contract.", "clause", "it"),
    ("Talks between Nokia and Siemens ended. The company cut jobs.", "Siemens", "company"),
    ("Shares of Nokia rose after talks with Siemens. The company cut jobs.", "Nokia", "company"),
    ("Ryanair ordered five new Boeing 737 aircraft. The new planes have winglets.", "737", "planes"),
    ("Kim was accompanied by his teenage daughter, Ju Ae.", "Kim", "Ju Ae"),
    ("Kim Jong Un and Kim Yo Jong met Vladimir Putin.", "Kim Jong Un", "Kim Yo Jong"),
    ("Angela Merkel met Vladimir Putin. He smiled.", "Angela Merkel", "Vladimir Putin"),
    ("Putin praised him on Monday.", "Putin", "him"),
    ("North Korean soldiers fought. Russian soldiers died.", "soldiers", "soldiers#2"),
    ("About 600 soldiers died. Russia said 6,000 soldiers will be sent.", "soldiers", "soldiers#2"),
    ("North Korea spoke. South Korea answered.", "North Korea", "South Korea"),
    (
        "South Korea's Defense Ministry spoke. Russia's Defense Ministry answered.",
        "Defense Ministry",
        "Defense Ministry#2",
    ),
    ("North Korea held a ceremony in Pyongyang.", "North Korea", "Pyongyang"),
    ("Russia held a parade. Snow fell in Moscow.", "Russia", "Moscow"),
    ("The first attack failed. The second attack succeeded.", "attack", "attack#2"),
    ("Russia is large. Moscow is a city.", "Russia", "Moscow"),
    ("Russia mourned. Moscow's mayor spoke.", "Russia", "Moscow"),
    ("Emmanuel Macron spoke in Paris. Angela Merkel met the president.", "Angela Merkel", "president"),
    ("Russia waited. Trains between Moscow and Beijing stopped.", "Russia", "Moscow"),
    ("Boeing reached an agreement with the union.", "Boeing", "union"),
    ("Boeing met investors. The union rejected the offer.", "Boeing", "union"),
    ("Boeing signed a contract with the company.", "Boeing", "company"),
    ("Lockheed Martin fell. The ministry was silent.", "Lockheed Martin", "ministry"),
    ('"He is a great leader," Barack Obama said.', "He", "Barack Obama"),
    ('"I will stay," said Emmanuel Macron. "I know," said Angela Merkel.', "I", "I#2"),
    ('"We will win," Angela Merkel said.', "We", "Angela Merkel"),
    ("Every country suffers. Angela Merkel praised the country.", "country", "country#2"),
    ("One of the nations lost. The nation mourned.", "nations", "nation#2"),
    ("Gloria's death shocked all. Merkel saw her doctor. Putin saw his doctor.", "doctor", "doctor#2"),
    ("Boeing met investors. It is the biggest contract of its kind.", "Boeing", "It"),
    ("Apple unveiled the MacBook. It is the successor to the iBook line.", "Apple", "It"),
    ("The bodies were found at different times. They said the police lied.", "bodies", "They"),
    ("The bodies were found at different times. They were old.", "times", "They"),
    ("The report describes the weapons they bought.", "weapons", "they"),
    ("Apple grew. Analysts praised the business.", "Apple", "business"),
    ("The presidents of France, Emmanuel Macron, spoke.", "presidents", "Emmanuel Macron"),
    ("The minister gave a speech in Oslo. The incident shocked Norway.", "speech", "incident"),
    ("The U.S. Marines fought. The U.S. military praised France.", "Marines", "military"),
    ("The presidents met. The president and a minister of France spoke.", "president#2", "minister"),
    ("Gizmodo found the phone and published details of it.", "Gizmodo", "it"),
    ("They linked the axes of advance into Mosul, which makes the job easy.", "Mosul", "which"),
    ("The purpose of the dam is to divert water in the Tigris River. It was costly.", "Tigris River", "It"),
    ("Samsung sells an Android phone.", "Android", "phone"),
    ("Apple sold the iPhone. The antenna broke.", "iPhone", "antenna"),
    ("Airbus fell. The manufacturers were silent.", "Airbus", "manufacturers"),
    ("They left the airport. Heathrow Airport closed. The hangar burned.", "Heathrow", "hangar"),
    ("The first attack failed\n\nThe second attack succeeded.", "attack", "attack#2"),
    ("About 20 soldiers die\n\nAbout 30 soldiers left.", "soldiers", "soldiers#2"),
    ("Religious schools close\n\nMany private schools opened.", "schools", "schools#2"),
    ("The A380 flew. A second A380 is in Oslo.", "A380", "A380#2"),
    ("The presidents signed. Boeing sold them the planes.", "Boeing", "them"),
    ("French minister Paul Dubois met Belgian coach Paul Dubois.", "Paul Dubois", "Paul Dubois#2"),
    ("Airlines fly the Boeing 717. They got the final Boeing 717 in May.", "717", "717#2"),
    ("The iPhone sold well. Apple announced the 3G iPhone.", "iPhone", "iPhone#2"),
    ("The iPod sold well. Apple introduces new iPod with video playback.", "iPod", "iPod#2"),
    ("Apple sold the 30 GB iPod and the 60 GB iPod.", "iPod", "iPod#2"),
    ("Apple sold the first iPhone. Apple sold the second iPhone.", "iPhone", "iPhone#2"),
    ("Apple sold the iPod. Its iPod software failed.", "iPod", "software"),
    ("A Dutch court fined Shell. The company pays. The court was strict.", "Shell", "court#2"),
    ("McDonnell Douglas built jets. The Douglas era ended on the Isle of Man.", "Douglas", "Isle of Man"),
    ("Airbus fell. Its parent company fell. The company hired staff.", "parent company", "company#2"),
    ("It is the biggest contract since the Apollo program. That contract failed.", "contract", "contract#2"),
    ("Talks with Chad and Saudi Arabia failed; without them, the country may split.", "Saudi Arabia", "country"),
    ("Mali has 41 points from 16 games. They play Chad.", "points", "They"),
    ("OTTAWA (AP) - Canada voted on Monday.", "OTTAWA", "Canada"),
    ("She praised Angela Merkel, in a decade in which she won.", "which", "Angela Merkel"),
    ("A flood hit Valencia on Monday. It destroyed two bridges.", "Valencia", "It"),
    ("Acme Corp. wrote to Facebook users and Facebook staff. It was asked to stop.", "Facebook", "It"),
    ("The unit of Shell lost. The ruling requires the subsidiary to pay.", "Shell", "subsidiary"),
    ("A court fined Shell, rejecting the company's plea. The subsidiary must pay.", "company", "subsidiary"),
    ("Mali beat Niger and they will play Chad.", "Chad", "they"),
    ("A group of teenagers won. The group whose robots failed left.", "group", "group#2"),
    ("Oslo's website is down. Hackers wrote on the website Wikipedia.", "website", "website#2"),
    ("Angela Merkel met her lawyer. Vladimir Putin met his lawyer.", "lawyer", "lawyer#2"),
]


def place(text, phrase):
    words, _, nth = phrase.partition("#")
    found = list(re.finditer(rf"\b{re.escape(words)}", text))
    return found[int(nth or 1) - 1].span()


def chain_at(chains, text, phrase):
    start, end = place(text, phrase)
    found = [c for c in chains for m in c.mentions if m.anchor.start < end and m.anchor.end > start]
    assert found, f"no mention at '{phrase}'"
    inside = [c for c in found for m in c.mentions if m.anchor.end == end or m.anchor.start == start]
    return (inside or found)[0].number


@pytest.mark.parametrize(("text", "phrases"), TOGETHER)
def test_one_chain(chains_of, text, phrases):
    chains = chains_of(text)
    numbers = [chain_at(chains, text, phrase) for phrase in phrases]
    assert all(a == b for a, b in pairwise(numbers)), [(c.label, c.reasons) for c in chains]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_chains(chains_of, text, one, other):
    chains = chains_of(text)
    assert chain_at(chains, text, one) != chain_at(chains, text, other)


@pytest.mark.parametrize(
    ("text", "label", "titles", "of"),
    [
        ("Russian Culture Minister Olga Lyubimova wept.", "Olga Lyubimova", ("culture minister",), ("russia",)),
        ("Lee Seong-kweun, a lawmaker, spoke.", "Lee Seong-kweun", ("lawmaker",), ()),
        ("Former president Barack Obama spoke.", "Barack Obama", (), ()),
        ("Tim Cook is the chief executive of Apple.", "Tim Cook", ("chief executive",), ("apple",)),
        ("Tim Cook is not the president.", "Tim Cook", (), ()),
    ],
)
def test_titles_are_told_with_whose_they_are(chains_of, text, label, titles, of):
    chain = next(c for c in chains_of(text) if c.label == label)
    assert (chain.titles, chain.of) == (titles, of)


@pytest.mark.parametrize(
    ("text", "slug", "metonyms"),
    [
        ("Pyongyang could send more troops.", "north_korea", ("pyongyang",)),
        ("A treaty was signed in Pyongyang.", "pyongyang", ()),
    ],
)
def test_a_capital_is_a_government_or_a_city_by_its_position(chains_of, text, slug, metonyms):
    chain = next(c for c in chains_of(text) if c.known)
    assert (chain.known, chain.metonyms) == (slug, metonyms)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("North Korea and Russia celebrated the signing of their treaty.", {"North Korea", "Russia"}),
        ("North Korea welcomed Russia. The two countries signed a pact.", {"North Korea", "Russia"}),
    ],
)
def test_a_plural_may_stand_for_two(chains_of, text, parts):
    chains = chains_of(text)
    (plural,) = [c for c in chains if c.members]
    assert {chains[n].label for n in plural.members} == parts


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("His soldiers fought.", "soldiers"),
        ("They drew up plans for the “liberation of Kursk” in 2024.", "plans for the “liberation of Kursk”"),
        ("They criticised the “new plan.", "new plan"),
        ("They signed a “comprehensive” treaty.", "“comprehensive” treaty"),
        ("Those three men left.", "three men"),
        ("She bought a\nnew car.", "new car"),
    ],
)
def test_a_label_stands_alone(chains_of, text, label):
    assert label in [chain.label for chain in chains_of(text)]


@pytest.mark.parametrize(("text", "phrase", "label"), [
    ("The airline buys six A350 XWB (Extra Wide Body) jets.", "A350", "A350 XWB"),
    ("Ryanair exercises options on jets\n\nRyanair said it exercises its options with Boeing.", "options#2",
     "Ryanair's options with Boeing"),
    ("Eric Dooh wept. His father had died.", "father", "Eric Dooh's father"),
    ("The Rapid Support Forces left. Its fighters died.", "fighters", "Rapid Support Forces' fighters"),
    ("The company grew. Its launch of rockets failed. Its seat is in Oslo.", "seat", "company's seat"),
    ("He waved. His soldiers fought.", "soldiers", "soldiers"),
    ("The head of the office of Oslo left. His car burned.", "car", "car"),
    ("Boeing delivered the final Boeing 717 in May.", "717", "final Boeing 717"),
])  # fmt: skip
def test_a_label_is_a_name_or_a_phrase_of_the_text(chains_of, text, phrase, label):
    chains = chains_of(text)
    number = chain_at(chains, text, phrase)
    assert next(c.label for c in chains if c.number == number) == label


def test_a_long_label_ends_with_its_head(chains_of):
    text = "He read the report " + "of the head of the office " * 8 + "."
    labels = [chain.label for chain in chains_of(text)]
    assert "report" in labels
    assert max(map(len, labels)) <= LONGEST_LABEL + 1


@pytest.mark.parametrize(
    ("text", "marks"),
    [("(a) “b” [c]", set()), ("a) b", {1}), ("“a (b", {0, 3}), ('"a" "b', {4}), ("", set())],
)
def test_marks_without_their_other_half(text, marks):
    assert unpaired(text) == marks


TEXTS = [
    "“ “I” said ” I “we",
    '" I " said he " we',
    "",
    "He.",
    "Kim met Kim, who met Kim's Kim (Kim), and he, she, it and they met themselves.",
    "The the the. of of of. 's 's. \u200b \u202e “ ‘",
    "Russia " * 300,
]


@pytest.mark.parametrize("text", TEXTS + [text for text, _ in TOGETHER])
def test_every_mention_stands_in_one_chain(chains_of, text):
    chains = chains_of(text)
    mentions = [m for c in chains for m in c.mentions]
    assert len(mentions) == len(set(mentions))
    assert [c.number for c in chains] == list(range(len(chains)))
    for chain in chains:
        assert len(chain.mentions) == len(chain.heads) == len(chain.reasons)
        assert [bool(reason) for reason in chain.reasons] == [False] + [True] * (len(chain.mentions) - 1)
        assert chain.label and chain.label == " ".join(chain.label.split())


def test_chains_are_the_same_again(chains_of):
    text = " ".join(text for text, _ in TOGETHER)
    assert chains_of(text) == chains_of(text)
