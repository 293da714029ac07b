"""Who says it: labelled by reading; up to "an utterance in several parts" before any rule was run on them.

A row is a sentence, a word of what is said, and the head words of its holders, outermost first, whom they cite last;
"" where the article says it itself or names nobody.  A "*" before the word means that it is asserted.
"""

from __future__ import annotations

import pytest

from kg.clauses.repairs import repair
from kg.entities.quotes import read_quotations
from kg.mentions import find_mentions
from kg.model import Document
from kg.ontology import load
from kg.parsing import load_model, parse
from kg.statements.extraction import find_lexicon
from kg.statements.knowledge import prepare
from kg.statements.stance import StanceReader

ROWS = [
    # who tells it in between
    ("The latest figures, she told the meeting, showed that exports fell.", "showed", "she"),
    ("The mine, the owner told reporters, had been closed.", "closed", "owner"),
    ("The men, police told Reuters, fled the country.", "fled", "police"),
    ("The stories that he told the children pleased them.", "*pleased", ""),
    ("The minister, after the vote was lost, said that he would resign.", "resign", "minister"),
    ("Its director-general, Tedros Adhanom, said that 2,000 doses would be used.", "used", "Adhanom"),
    # what goes with what is said, and what does not
    ("The council, she said, had sold the land, though the buyer might withdraw.", "withdraw", "she"),
    ("Prices fell, officials said, as rescuers dug through the rubble.", "*dug", ""),
    ("The company said that it would hire staff and has already opened two offices.", "*opened", ""),
    ("The company said it has hired staff and has opened two offices.", "opened", "company"),
    ("Media said the visit was off; neither government would confirm this.", "off", "Media"),
    ("She was convicted of fraud. He testified against her.", "*convicted", ""),
    ("The town is safe. Davis said on Monday.", "is", "Davis"),
    ("Prices fell, the bank said, and rents would rise.", "rise", "bank"),
    # what a denied report tells, and a report that is denied
    ("The army denied reports that two people had been killed.", "killed", "army"),
    ("The minister rejected the firm's claims that the files were lost.", "lost", "minister < firm"),
    # another's name for something
    ('Smith called her "a singer who was loved by all".', "loved", "Smith"),
    ('The bank bought "a mine that was loved by all".', "loved", ""),
    # the article itself
    ("Moscow sent troops to Kursk.", "*sent", ""),
    ("The ministry said that Moscow sent troops.", "*said", ""),
    ("The general whom officials praised sent troops.", "*sent", ""),
    # that-clauses and bare clauses
    ("The ministry said that Moscow sent troops.", "sent", "ministry"),
    ("The ministry said Moscow sent troops.", "sent", "ministry"),
    ("The ministry told Reuters that Moscow sent troops.", "sent", "ministry"),
    ("Officials in Seoul announced that Moscow sent troops.", "sent", "Officials"),
    ("Seoul's spy agency reported that Moscow sent troops.", "sent", "agency"),
    ("Emmanuel Macron warned that Moscow would send troops.", "send", "Macron"),
    ("He said that Moscow sent troops.", "sent", "He"),
    ("Emmanuel Macron and Olaf Scholz said that Moscow sent troops.", "sent", "Macron"),
    ("Seoul claimed that Moscow sent troops.", "sent", "Seoul"),
    ("Moscow denied that it sent troops.", "sent", "Moscow"),
    ("Moscow acknowledged that it sent troops.", "*sent", "Moscow"),
    ("Moscow denied sending troops.", "sending", "Moscow"),
    ("Analysts believe that Moscow sent troops.", "sent", "Analysts"),
    ("Analysts fear Moscow will send troops.", "send", "Analysts"),
    ("The figures show that exports fell.", "*fell", "figures"),
    ("A study suggests that exports fell.", "fell", "study"),
    ("Washington urged that Moscow withdraw its troops.", "withdraw", "Washington"),
    ("It was reported that Moscow sent troops.", "sent", ""),
    ("Moscow was reported to have sent troops.", "sent", ""),
    ("It was announced by the ministry that Moscow sent troops.", "sent", "ministry"),
    ("In a statement, the ministry said that Moscow sent troops.", "sent", "ministry"),
    # around what is said
    ("Moscow sent troops, the ministry said.", "sent", "ministry"),
    ("Moscow sent troops, said the ministry.", "sent", "ministry"),
    ("Moscow sent troops, the ministry said on Monday.", "sent", "ministry"),
    ("Moscow, officials said, will send troops.", "send", "officials"),
    ('"We sent troops," Vladimir Putin said.', "sent", "Putin"),
    ('"We sent troops," said Vladimir Putin, the president.', "sent", "Putin"),
    ('Vladimir Putin said: "We sent troops."', "sent", "Putin"),
    ('"We sent troops," Vladimir Putin said. "They fought well."', "fought", "Putin"),
    ('"We sent troops," Vladimir Putin said. The troops fought well.', "*fought", ""),
    ('"We sent troops," he added.', "sent", "he"),
    ('"The troops," Vladimir Putin said, "have left."', "left", "Putin"),
    ("According to the ministry, Moscow sent troops.", "sent", "ministry"),
    ("Moscow sent troops, according to the ministry.", "sent", "ministry"),
    ("Moscow, according to the ministry, sent troops.", "sent", "ministry"),
    ("According to a report by the agency, Moscow sent troops.", "sent", "agency"),
    ("According to Seoul's spy agency, Moscow sent troops.", "sent", "agency"),
    ("Moscow sent troops, the ministry said, and the war went on.", "sent", "ministry"),
    # beside quotations
    ('The ministry said it was over. "Moscow sent troops to Kursk."', "sent", "ministry"),
    ('"The war is over." Nobody answered. "Moscow sent troops to Kursk."', "sent", ""),
    ('As Vladimir Putin told Reuters, "The troops left the town."', "left", "Putin"),
    ('As Vladimir Putin told Reuters, "The troops left the town."', "*told", ""),
    ('The president made one thing clear to Congress: "Our partners sent troops."', "sent", "president"),
    ('"We won the war.\n\n"We sent troops," Vladimir Putin said.', "won", "Putin"),
    ('"We won the war."\n\n"We sent troops," Vladimir Putin said.', "won", "Putin"),
    ('"We sent troops," Vladimir Putin said. The war went on. "They fought well."', "fought", "Putin"),
    ('"We sent troops," Vladimir Putin said.\n\nThe war went on. "They fought well."', "fought", ""),
    ("Reuters quoted Joko Widodo as saying the plane crashed.", "crashed", "Widodo"),
    ("Joko Widodo was quoted as saying the plane crashed.", "crashed", "Widodo"),
    ('Jobs resigned in a letter to the board of directors stating, "I sent the plan."', "sent", "Jobs"),
    ('He held a sign reading "The army killed the general."', "killed", "sign"),
    ("He posted a video with captions reading: “The army killed the general.”", "killed", "captions"),
    # a quotation is never the article's own word
    ('Scott Forstall admitted it, writing "We launched the product too early."', "launched", "Forstall"),
    ('The minister admitted, "Our partners sent troops."', "sent", "minister"),
    ('The minister admitted that he "sent troops".', "*sent", "minister"),
    # coordination
    ("The ministry said that Moscow sent troops and lost tanks.", "lost", "ministry"),
    ("The ministry said that Moscow sent troops and that it lost tanks.", "lost", "ministry"),
    ("The ministry said that Moscow sent troops and warned Kyiv.", "*said", ""),
    ("The ministry confirmed that it had sent troops and acknowledged losses.", "*acknowledged", ""),
    ("The ministry said that Moscow sent troops, but Kyiv attacked the base.", "*attacked", ""),
    ("According to the ministry, Moscow sent troops and lost tanks.", "lost", "ministry"),
    # nested
    ("Lee Seong-kweun, citing the agency, said that Moscow sent troops.", "sent", "kweun < agency"),
    ("Yonhap, quoting a lawmaker, reported that Moscow sent troops.", "sent", "Yonhap < lawmaker"),
    ("Yonhap reported that Moscow sent troops, citing a lawmaker.", "sent", "Yonhap < lawmaker"),
    ("Seoul said that Washington believes Moscow sent troops.", "sent", "Seoul < Washington"),
    ("Seoul said that Washington had denied that Moscow sent troops.", "sent", "Seoul < Washington"),
    ("Seoul confirmed that Washington said Moscow sent troops.", "sent", "Seoul < Washington"),
    ("Moscow sent troops, Reuters reported, citing the ministry.", "sent", "Reuters < ministry"),
    ("According to the lawmaker, Washington believes that Moscow sent troops.", "sent", "lawmaker < Washington"),
    ("The ministry said it was told that Moscow sent troops.", "sent", "ministry"),
    # nouns
    ("The ministry's claim that Moscow sent troops was false.", "sent", "ministry"),
    ("Claims by the ministry that Moscow sent troops were false.", "sent", "ministry"),
    ("Reports that Moscow sent troops alarmed Kyiv.", "sent", ""),
    ("The fact that Moscow sent troops alarmed Kyiv.", "*sent", ""),
    ("Kyiv repeated its claim that Moscow sent troops.", "sent", "its"),
    # inside reported speech
    ("The ministry said the troops, who arrived in May, had left.", "*arrived", ""),
    ("The ministry said the troops who arrived in May had left.", "arrived", "ministry"),
    ("The ministry said the general, who served in Syria, was dead.", "*served", ""),
    ("The ministry said troops sent by Moscow had left.", "sent", "ministry"),
    ("The ministry said that Moscow sent troops because Kyiv attacked.", "attacked", "ministry"),
    ("The ministry said on Monday, after Kyiv attacked, that troops had left.", "*attacked", ""),
    ("According to the police, the man was arrested after he left the house.", "left", "police"),
    ("They claimed responsibility for an attack in Nice using vehicles.", "using", "They"),
    ("They claimed land belonging to the church.", "*belonging", ""),
    # what is not said by the subject
    ("The report said it was the troops that Moscow sent.", "sent", "report"),
    ("The ministry asked Moscow to send troops.", "send", "ministry"),
    ("Moscow was asked to send troops.", "send", ""),
    ("Moscow needs to send troops.", "send", ""),
    ("Prosecutors accused Boeing of breaking the law.", "breaking", "Prosecutors"),
    ("The footage showed Kim Jong Un leaving the hall.", "*leaving", ""),
    # an utterance in several parts and paragraphs
    ('"The bridge fell," the mayor said. "It was old. Nobody repaired it."', "repaired", "mayor"),
    ('"The bridge fell." He paused. "Nobody repaired it," the mayor said.', "fell", "mayor"),
    ('The mayor said: "The bridge fell. Nobody repaired it."', "repaired", "mayor"),
    ('The mayor released a statement on Monday:\n\n"The bridge fell. Nobody repaired it."', "repaired", "mayor"),
    ('The mayor released a statement:\n\n"The bridge fell.\n\n"Nobody repaired it."', "repaired", "mayor"),
    ("The mayor explained the delay on Friday:\n\n“We lost the keys.”\n\n“The gate stayed shut.”", "stayed", "mayor"),
    ("The mayor wrote,\n\n“The bridge fell.”", "fell", "mayor"),
    ('The coach said, "We learned a lot.\n\nThe team played well in the first half."', "played", "coach"),
    ('"The bridge fell.\n\n"Nobody repaired it," the mayor said.', "fell", "mayor"),
    ('"The bridge fell," the mayor said.\n\n"Nobody repaired it in ten years."', "repaired", "mayor"),
    ('The bridge fell, the mayor said.\n\n"Nobody repaired it in ten years."', "repaired", "mayor"),
    ('"The bridge fell," the mayor said.\n\nThe council met on Monday.', "*met", ""),
    ('"The bridge fell," the mayor said. The council disagreed.', "*disagreed", ""),
    ('The minister admitted it. Why did he stay? "Nobody else wanted the post."', "wanted", "minister"),
    ("“The tanker is the key to the mission, “Caughlin said. “The fighters won the day.”", "won", "Caughlin"),
    ('"The bridge fell," the mayor said. "Nobody died," the doctor said.', "died", "doctor"),
    ('"The bridge fell." The doctor said, "Nobody died."', "died", "doctor"),
    # speakers without a verb
    ('"The bridge fell. Nobody repaired it." - Angela Merkel, mayor', "repaired", "Merkel"),
    ("“The bridge fell. Nobody repaired it.”\n\n— Angela Merkel, mayor", "repaired", "Merkel"),
    ("Angela Merkel: We closed the bridge. Nobody complained.", "complained", "Merkel"),
    ("Police: Man shot officer near the station", "shot", "Police"),
    ("Bridges of the town: The old one fell in May.", "*fell", ""),
    ("The ministry said in a statement: the troops have left the town.", "left", "ministry"),
    ('In the words of the mayor, "The bridge fell. Nobody repaired it."', "repaired", "mayor"),
    ("As officials said on Monday, the bridge fell.", "fell", "officials"),
    ("The bridge fell, as the ministry reported.", "fell", "ministry"),
    ("The bridge fell, as the ministry reported.", "*reported", ""),
    ("Profits fell, as analysts expected.", "*fell", ""),
    # other marks, and marks that quote nobody
    ("'We closed the bridge,' the mayor said. 'Nobody complained.'", "complained", "mayor"),
    ("‘We closed the bridge,’ the mayor said. ‘Nobody complained.’", "complained", "mayor"),
    ("The players' union and the owners' club signed the contract.", "*signed", ""),
    ('Smith said," The bridge fell in May".', "fell", "Smith"),
    ('The ""old bridge"" fell in May.', "*fell", ""),
    ('"The group, called ""Army of the Sun"", attacked the town."', "*attacked", ""),
    ('The film "Nobody Repaired The Bridge" won a prize.', "*won", ""),
    ('The so-called "repaired" bridge fell.', "*fell", ""),
    # the words of another
    ('"We closed the bridge," Detik quoted Angela Merkel as saying. "Nobody complained."', "complained", "Merkel"),
    ('One poster admitted it, writing in a blog post "We closed the site. Nobody complained."', "complained", "poster"),
    ('The manager defended his choice by saying, "The plane is safe. Nobody complained."', "complained", "manager"),
    ('According to the Herald, the mayor said: "The bridge fell. Nobody repaired it."', "repaired", "Herald < mayor"),
    ('"Stay at home," the mayor urged. "The storm destroyed the bridge."', "destroyed", "mayor"),
    ('"The bridge fell," the mayor has said.', "fell", "mayor"),
    ("The mayor told the paper in a statement that the bridge had fallen.", "fallen", "mayor"),
    ("The owners, said the mayor, have left the town.", "left", "mayor"),
    ("Speaking in court, Tom Molomby, SC, said that the bridge fell.", "fell", "Molomby"),
    # where the words of one end
    ('The court agreed that the claim failed - "I conclude that the bridge fell."', "*agreed", ""),
    ('The ministry notes, "The bridge fell in May", showing the state of the roads.', "fell", "ministry"),
    ("Nations joined the fight “The enemy threatens the whole region and its people,” Lyons said.", "*joined", ""),
    ("The troops left and the base closed, the release said.", "left", "release"),
    ("The troops left and the base closed, the release said.", "*said", ""),
    ("The troops left, and the base closed, according to the release.", "left", "release"),
    ("The troops left, and the base closed, according to the release.", "closed", "release"),
    ("Police reported that he fled, according to the Herald.", "fled", "Herald < Police"),
    ("The troops left the town. Davis said on Monday.", "left", "Davis"),
    # coordination in the tense of what is reported
    ("She claims that her passport was taken and she was forced to work.", "forced", "She"),
    ("The mayor said that the bridge would close and that cars would wait.", "wait", "mayor"),
    ("The mayor said the bridge would close and the ferry would sail.", "sail", "mayor"),
    ("Apple confirmed that he had left, but did not say why the board acted.", "*confirmed", ""),
    # reasons, perceptions and others that hold nothing
    ("Citing safety rules, the agency said that the bridge closed.", "closed", "agency"),
    ("Citing a report by the agency, the mayor said that the bridge closed.", "closed", "mayor < agency"),
    ("The finals saw two teams play in May.", "*play", ""),
    ("The president tweeted using his old account.", "using", ""),
    ("The mayor did not say that the bridge fell.", "fell", ""),
    ("The mayor told residents not to cross the bridge.", "cross", "mayor"),
    ("The council ordered the owners to repair the bridge.", "repair", "council"),
    ("The court urges all sides to respect the vote.", "respect", "court"),
    # written and labelled before they were read: 17 of 20 held at first
    ("The coroner, quoting a hospital report, said the boy drowned.", "drowned", "coroner < report"),
    ("The driver fell asleep, police believe.", "fell", "police"),
    ("Witnesses told the inquiry that guards had locked the doors.", "locked", "Witnesses"),
    ("The paper reported that the minister had told aides he would resign.", "resign", "paper < minister"),
    ("Aides said the candidate believes that turnout will fall.", "fall", "Aides < candidate"),
    ("The union announced a strike on Friday, and that pickets will block the gates.", "block", "union"),
    ('The doctor explained: "The virus mutates quickly."', "mutates", "doctor"),
    ('"We lost control," the captain admitted in court.', "lost", "captain"),
    ("In its annual report, the bank said profits had doubled.", "doubled", "bank"),
    ("According to a survey by the institute, most voters oppose the tax.", "oppose", "institute"),
    ("The striker will leave in June, his agent confirmed.", "leave", "agent"),
    ("The mayor's warning that the dike could break was ignored.", "break", "mayor"),
    ("Hospital officials, who asked not to be named, said the drug had failed.", "failed", "officials"),
    ("The defendant's lawyer argued that the police had planted the gun.", "planted", "lawyer"),
    ("The agency quoted a rebel commander as saying that the town had fallen.", "fallen", "commander"),
    ("There were reports that the plane had turned back.", "turned", ""),
    ('Asked about the deal, the chairman said: "We have signed nothing."', "signed", "chairman"),
    (
        "The blaze started in a garage, a fire brigade spokesman told local radio, citing early findings.",
        "started",
        "spokesman < findings",
    ),
    ("The league said it had learned that two players had taken bribes.", "taken", "league < it"),
    # who else reports or does what; labelled before they were read: 11 of 17 held at first, three are out as the parser
    # or a reader may take them either way
    ("The agency reported that the mine had collapsed, and villagers even posted photos of the dust.", "*posted", ""),
    ("The paper reported that the service was down, and others tweeted about it.", "*tweeted", ""),
    ("The paper reported that the bank was closing branches, and that customers moved out.", "moved", "paper"),
    ("The club said the keeper was hurt and that the doctor had advised rest.", "advised", "club"),
    ("The spokesman said that the road was closed, and police later towed two cars.", "*towed", ""),
    ("According to the coast guard, the ship sank in an hour and the crew swam ashore.", "swam", "guard"),
    ("The league announced that the match was off, while fans waited outside.", "waited", "league"),
    ("The brewer claims that its rival broke a treaty, which barred the rival from using a star.", "*barred", ""),
    ("The brewer claims that its rival broke a treaty that barred it from using a star.", "barred", "brewer"),
    ('The keeper said the goal "should have stood" and blamed the referee.', "*blamed", ""),
    ("Experts warned the dam could fail, and the council ordered a check.", "*ordered", ""),
    ("The court heard that the driver drank and the passenger slept.", "slept", ""),
    ("The mayor says the road is safe and the tunnel is closed.", "closed", "mayor"),
    ("Doctors say the pill helps and patients recover faster.", "recover", "Doctors"),
    ("The mayor said the road was safe, but drivers avoided it.", "*avoided", ""),
    # verbs that hold nothing, and what an article tells beside its sentence
    ("The dealer lied that the car was new.", "new", "dealer"),
    ("The crew were stopped and told that the port was closed.", "closed", ""),
    ("The girls will be proving that nobody can stop them.", "stop", ""),
    ("Boeing announced that work has been put off, Boeing saying that more time is needed.", "*saying", ""),
    ("Boeing announced that work has been put off, the union saying that more time is needed.", "needed", "union"),
    ("The ministry's claim is that the bank lied.", "lied", "ministry"),
    # beside a report, and behind one
    ("The strike ended; after the deal, drivers say, wages will rise.", "*ended", ""),
    ("The strike ended; after the deal, drivers say, wages will rise.", "rise", "drivers"),
    ("The bridge was closed; unless it is mended, engineers say, the town may drown.", "*closed", ""),
    ("Army retakes palace, rebels vow to fight on", "*retakes", ""),
    ("Court jails editor, press groups say the ruling is unfair.", "*jails", ""),
    ("Court jails editor, press groups say the ruling is unfair.", "is", "groups"),
    ("A quake struck Peru, authorities said, as rescuers dug through rubble.", "*dug", ""),
    ("A quake struck Peru, authorities said, as rescuers dug through rubble.", "struck", "authorities"),
    ("He won the vote, the commission said, while his rival accused it of fraud.", "*accused", ""),
    ("The dam burst because pumps failed, engineers said, while residents blamed the mayor.", "*blamed", ""),
    ("The dam burst because pumps failed, engineers said, while residents blamed the mayor.", "failed", "engineers"),
    ("The bridge fell, police said, though divers found no car.", "found", ""),
    ("The fire was set on purpose, the mayor said, because residents had refused to leave.", "refused", "mayor"),
    # as somebody had claimed before what is denied
    ("The bank denies using the data, as the regulator had first alleged.", "using", "bank"),
    ("The bank denied hiding the losses, as prosecutors had claimed.", "hiding", "bank"),
    ("The minister was not at the meeting, as his office had claimed.", "was", ""),
    ("The firm disputed that it owed tax, as the paper reported.", "owed", "firm"),
    ("The firm had not paid the fine, as the newspaper reported.", "paid", "newspaper"),
    # what a second report goes on to say
    ("The club denied that it lied and said its staff had told the league and sent a letter.", "sent", "club"),
    ("The army said its troops had shot down two drones and captured a depot.", "captured", "army"),
]


KNOWN = {
    "The ministry said on Monday, after Kyiv attacked, that troops had left.": "the clause of time is hung wrongly",
}
"""Rows that are not yet read as labelled, and why."""

CASES = [
    pytest.param(*row, marks=[pytest.mark.xfail(reason=KNOWN[row[0]], strict=True)] if row[0] in KNOWN else [])
    for row in ROWS
]


@pytest.mark.parametrize("text, word, chain", CASES)
def test_attribution(text: str, word: str, chain: str) -> None:
    assert read(text, word) == (chain, word.startswith("*"))


def read(text: str, word: str) -> tuple[str, bool]:
    """The holders of the clause of a word, and whether it is asserted."""
    knowledge = prepare(load())
    parsed = next(iter(parse([Document("row", text)], nlp=load_model())))
    repair(parsed.doc, find_lexicon(find_mentions(parsed, knowledge.ontology), knowledge))
    token = next(t for t in parsed.doc if t.text == word.lstrip("*"))
    stance = StanceReader(parsed.doc, knowledge.cues, read_quotations(parsed, knowledge.ontology)).stance(token)
    return " < ".join(parsed.doc[h.head].text for h in stance.holders), stance.asserted
