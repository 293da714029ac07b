"""How clauses are meant: labelled by reading, before any rule was run on them.

A row is a sentence and what some of its predicates say: polarity (+ or -), certainty, tense, "deontic", "asserted".
"?" leaves a facet open, a fourth one mood and assertion too; a second "said" is "said@2".  DRAWN has constructions of
sentences drawn from the development parts of MEANTIME and CaRB (`random.Random(3).sample` of 60 and 30 from the sorted
sets), with other names and words; SCOPES what each cue of ontology/cues.toml reaches, and where that ends.
"""

from __future__ import annotations

PAST, PRESENT, FUTURE = "+ certain past", "+ certain present", "+ certain future"
WAS, IS = f"{PAST} asserted", f"{PRESENT} asserted"
MIGHT = "+ possible future"
OPEN = "? ? ?"
"""Not asserted, whatever its facets."""

Rows = list[tuple[str, dict[str, str]]]

DRAWN: Rows = [
    (
        "Ikea, founded in Sweden in 1943, has built the largest furniture chain in the world.",
        {"founded": WAS, "built": WAS},
    ),
    ("Toyota hybrid truck makes first public drive", {"makes": IS}),
    ("The firm was discovered to have been in possession of secret files.", {"been": "+ ? past asserted"}),
    ("There are 300 Volvo engineers at what is their largest gathering in years.", {"are": IS, "is": IS}),
    ("Volvo today launched an electric version of its truck.", {"launched": WAS}),
    (
        "Ryanair already operates 300 aircraft, and had made growth a priority since the airline was "
        "floated in Dublin.",
        {"operates": IS, "made": WAS, "floated": WAS},
    ),
    ("The words were above a picture of closed curtains.", {"were": WAS}),
    (
        "Nokia and Ericsson have unexpectedly defeated Huawei for a contract to supply the army with radios.",
        {"defeated": WAS, "supply": FUTURE},
    ),
    ("Analyst Gene Munster said that repairs over the phone's life could push the cost to $100.", {"push": MIGHT}),
    (
        "In Norway, ferries are selected and bought by the state, which then leases them to cities.",
        {"selected": IS, "bought": IS, "leases": IS},
    ),
    (
        'While introducing the tablet, Tim Cook started by thanking the staff, saying, "This took four years."',
        {"introducing": WAS, "saying": WAS, "took": PAST},
    ),
    ("Options are included for 18 more ferries.", {"included": IS}),
    (
        "The collision occurred as the ferry was leaving the port before it was due to sail to Oslo.",
        {"occurred": WAS, "leaving": WAS, "sail": "+ certain future"},
    ),
    ("Orders of the new tablet began Tuesday, overwhelming Amazon and Verizon.", {"began": WAS, "overwhelming": WAS}),
    (
        '"We do not need to buy trains from Spain as long as the ban stays in place," Reuters quoted '
        "Joko Widodo as saying.",
        {"need": "- ? present ?", "stays": "+ ? ?"},
    ),
    (
        'The company said that "the cause of the delay is the software, which was updated late".',
        {"is": PRESENT, "updated": PAST},
    ),
    (
        "The Boeing jetliner crashed into the sea in June, killing all 162 people on board.",
        {"crashed": WAS, "killing": WAS},
    ),
    (
        "The tablet will also come with the new software, which will be available on June 17, two days "
        "before the tablet launches.",
        {"come": FUTURE, "be": FUTURE, "launches": "+ ? future"},
    ),
    (
        "Toyota announced Friday that it will give owners of its new car a free tyre.",
        {"announced": WAS, "give": FUTURE},
    ),
    ("Samsung unveils new phones, software suite", {"unveils": IS}),
    ("The Delta deal includes firm orders for 18 jets.", {"includes": IS}),
    (
        "This became the reason for Nokia to file a lawsuit against Apple so that the latter would stop "
        "selling the phone.",
        {"became": WAS, "stop": OPEN, "selling": OPEN},
    ),
    (
        "The news comes as its parent company, Renault, starts a restructuring because the company is not efficient.",
        {"comes": IS, "starts": IS, "is": "- certain present"},
    ),
    ("The landing, at noon, was apparently normal.", {"was": "+ probable past"}),
    (
        "Officials from China have agreed to purchase 60 Airbus jets in a deal worth $7 billion.",
        {"agreed": WAS, "purchase": FUTURE},
    ),
    ("In a Wednesday event, Sony released a new console and the 2011 version of its software.", {"released": WAS}),
    (
        '"Ryanair would like to thank the many Boeing employees for enabling us to build a fleet that is unmatched," '
        "said Michael O'Leary, chief executive of Ryanair.",
        {"said": WAS, "thank": OPEN, "build": OPEN, "is": OPEN},
    ),
    (
        "A test of the new train was delayed today after an accident at Shinjuku Station, which serves Tokyo.",
        {"delayed": WAS, "serves": IS},
    ),
    (
        "The court upheld Oracle's appeal, though not all of its claims were upheld.",
        {"upheld": WAS, "upheld@2": WAS},
    ),
    ("The final Concorde was the 20th plane built by the factory.", {"was": WAS, "built": WAS}),
    ("Airbus offers money to search for the recorders", {"offers": IS, "search": OPEN}),
    ("Apple co-founder Steve Jobs dies aged 56", {"dies": IS}),
    ("The device appears to be running a mobile version of Windows.", {"running": "+ probable present"}),
    (
        "Dubai will remain the first stop, where Emirates will show the jet that it intends to launch in November.",
        {"remain": FUTURE, "show": FUTURE, "launch": MIGHT},
    ),
    (
        "After the ship was delivered in Oslo, it was sailed to Bergen for the ceremony.",
        {"delivered": WAS, "sailed": WAS},
    ),
    (
        "Air India stated on Thursday that it had signed a contract to buy 20 Boeing jets.",
        {"signed": PAST, "buy": FUTURE},
    ),
    (
        "The firm said more than 4 billion songs had been downloaded since 2003 and that the store "
        "accounts for 70% of sales.",
        {"downloaded": PAST, "accounts": PRESENT},
    ),
    ("Qantas also has options on six more jets.", {"has": IS}),
    ("The player is now smaller, adding video to its features for the first time.", {"is": IS, "adding": IS}),
    (
        "The new planes, which come from the A320 family, will be fitted with new wings to save fuel.",
        {"come": IS, "fitted": FUTURE, "save": OPEN},
    ),
    ("Huawei allowed to bid for British contracts again", {"bid": "+ possible ?"}),
    (
        "The new deal replaces the 1991 agreement, which defined the context in which the two firms "
        "could use the name.",
        {"replaces": IS, "defined": WAS, "use": "+ possible ?"},
    ),
    (
        "Some customers reported that Dell had put a recording on their lines telling people to call "
        "back, and others even wrote about it.",
        {"put": PAST, "telling": OPEN, "call": OPEN, "wrote": WAS},
    ),
    (
        "The change will occur within the next six months, Google announced this morning.",
        {"occur": FUTURE, "announced": WAS},
    ),
    ("Unfortunately, that day has come.", {"come": WAS}),
    (
        "The announcement came today at an event hosted by Nintendo, held in the Dome in Tokyo.",
        {"came": WAS, "hosted": WAS, "held": WAS},
    ),
    ("The first flight will take off from Sydney and land in Perth on October 25.", {"take": FUTURE, "land": FUTURE}),
    ("It comes in two colours.", {"comes": IS}),
    (
        "This imperils the Lockheed and Thales plan to assemble the radars in Alabama.",
        {"imperils": IS, "assemble": MIGHT},
    ),
    (
        "The company claims to own the name, and moreover, that it sells phones under the same brand.",
        {"claims": IS, "own": "+ ? present", "sells": "+ ? present"},
    ),
    ("The new laptops are said to be faster than their predecessors.", {"be": "+ possible present"}),
    (
        "Senator Bernie Sanders entered them into the record last week against the now-cancelled deal to "
        "lease 100 jets from Boeing.",
        {"entered": WAS, "lease": OPEN},
    ),
    (
        "It is expected that films will sell for $9, although some studios are reported to want a higher price.",
        {"sell": "+ probable future", "want": "+ probable present"},
    ),
    (
        "Harrods argued that the shop was a breach of the settlement reached between the two parties.",
        {"argued": WAS, "was": PAST, "reached": PAST},
    ),
    (
        "He announced a new service and, to the surprise of many, that future phones will feature Intel chips.",
        {"announced": WAS, "feature": FUTURE},
    ),
    ("Amazon replaces Walmart as No. 1 U.S. music seller", {"replaces": IS}),
    ("Lufthansa negotiates purchase of 22 Boeing jets", {"negotiates": IS}),
    ("Many buyers experienced problems with the website.", {"experienced": WAS}),
    ("Dell to give free batteries to laptop owners", {"give": FUTURE}),
    (
        "The Texas oil concern said that $10 million of the loan would be used to pay its debt, and to "
        "buy back shares.",
        {"used": FUTURE, "pay": OPEN, "buy": OPEN},
    ),
    (
        'Mary Barra, chief executive of General Motors, said the purchase "will extend its reach, '
        "strengthen its position in "
        'Asia and assure a presence in Europe."',
        {"extend": FUTURE, "strengthen": FUTURE, "assure": FUTURE},
    ),
    (
        "The novel follows a boxer as he tries to woo an heiress without revealing his job.",
        {"follows": IS, "tries": IS, "woo": MIGHT, "revealing": "- ? ?"},
    ),
    (
        "Joe Biden and Xi Jinping will hold a meeting in December, a move that should give both leaders a boost.",
        {"hold": FUTURE, "give": "+ ? future ?"},
    ),
    ('Nancy Pelosi readily admits "they are copying our bill."', {"admits": IS, "copying": PRESENT}),
    ("Unlike most figures, none of these numbers are adjusted for inflation.", {"adjusted": "- certain present"}),
    (
        "Some analysts have said the moves could lift the value, because the two units will carry a "
        "higher price than before.",
        {"lift": MIGHT, "carry": FUTURE},
    ),
    (
        "Carl Icahn contended that it was a response to his efforts to gain control of Dell.",
        {"was": PAST, "gain": MIGHT},
    ),
    ("Sirius did offer a free month to subscribers who sent complaints.", {"offer": WAS, "sent": WAS}),
    ("Chrysler has had to close two plants because of high stocks.", {"close": "+ certain past ?"}),
    ("It is possible that the ground is being laid for the arrest of activists.", {"laid": "+ possible present"}),
    (
        "Fat can be cleared by adding a potato and cooking until the potato turns brown.",
        {"cleared": "+ possible ?", "turns": OPEN},
    ),
    ("The doctor suspects greed is behind the suffering.", {"suspects": IS, "is": "+ possible present"}),
    ("Texas has executed more inmates than Virginia.", {"executed": WAS}),
    (
        "Thomas Müller soon became a regular, making his debut on 14 February in a draw with Leipzig.",
        {"became": WAS, "making": WAS},
    ),
    (
        "The analysis of the spectra can be slow, taking tens of minutes.",
        {"be": "+ possible ?", "taking": "+ possible ?"},
    ),
]

SCOPES: Rows = [
    # negation
    ("The army did not attack the town or kill the mayor.", {"attack": "- certain past", "kill": "- certain past"}),
    ("The army never crossed the river.", {"crossed": "- certain past"}),
    ("No soldier crossed the river.", {"crossed": "- certain past"}),
    ("Nobody crossed the river.", {"crossed": "- certain past"}),
    ("Neither Paris nor Berlin has recognised the government.", {"recognised": "- certain past"}),
    (
        "The court has neither confirmed nor denied the ruling.",
        {"confirmed": "- certain past", "denied": "- certain past"},
    ),
    ("Finland no longer imports gas from Russia.", {"imports": "- certain present"}),
    ("The talks hardly moved the parties.", {"moved": "- certain past"}),
    ("The central bank has yet to raise rates.", {"raise": "- certain ?"}),
    ("Seoul has not yet decided to send weapons.", {"decided": "- certain past", "send": OPEN}),
    ("The central bank failed to raise rates.", {"raise": "- certain ?"}),
    ("The governor refused to sign the bill.", {"sign": "- certain ?"}),
    ("The governor did not refuse to sign the bill.", {"refuse": "- ? ?", "sign": "+ ? ?"}),
    ("The police found no signs of a break-in.", {"found": "- certain past"}),
    ("The president left the room without signing the treaty.", {"left": WAS, "signing": "- ? ?"}),
    ("Instead of raising rates, the bank bought bonds.", {"raising": "- ? ?", "bought": WAS}),
    ("Moscow not only sent troops but also shipped weapons.", {"sent": WAS, "shipped": WAS}),
    ("Moscow sent troops but did not ship weapons.", {"sent": WAS, "ship": "- certain past"}),
    ("Moscow did not send troops but shipped weapons.", {"send": "- certain past", "shipped": WAS}),
    ("The ministry denied that troops crossed the border.", {"denied": WAS, "crossed": "- ? past"}),
    ("Boeing denied hiding the faults.", {"hiding": "- ? ?"}),
    ("Boeing did not deny that it hid the faults.", {"deny": "- certain past", "hid": "? ? past"}),
    ("The minister did not say that the troops had left.", {"say": "- certain past", "left": "+ possible past"}),
    (
        "Washington does not believe that the troops have left.",
        {"believe": "- certain present", "left": "- probable past"},
    ),
    ("Washington does not know whether the troops have left.", {"left": "? hypothetical past"}),
    ("The plant stopped making cars in May.", {"stopped": WAS, "making": "- certain ?"}),
    ("The court barred the company from selling the drug.", {"barred": WAS, "selling": "- ? ? deontic"}),
    ("The storm prevented the ship from leaving the port.", {"leaving": "- ? ?"}),
    ("The firm was unable to repay the loan.", {"repay": "- certain past"}),
    ("A deal is unlikely to be reached this year.", {"reached": "- probable future"}),
    ("The plane almost hit the tower.", {"hit": "- ? past"}),
    ("Russia cannot win the war.", {"win": "- ? ?"}),
    ("The failure to raise rates alarmed investors.", {"raise": "- ? ?", "alarmed": WAS}),
    ("Nothing suggests that the firm broke the law.", {"suggests": "- certain present", "broke": OPEN}),
    ("There is no evidence that the firm broke the law.", {"broke": OPEN}),
    # modals, adverbs, cues of certainty
    ("North Korea may send more troops.", {"send": MIGHT}),
    ("North Korea could send troops and attack Ukraine.", {"send": MIGHT, "attack": MIGHT}),
    ("The rebels may have left the town.", {"left": "+ possible past"}),
    ("The rebels must have left the town.", {"left": "+ ? past ?"}),
    ("The rebels probably left the town.", {"left": "+ probable past"}),
    ("The rebels reportedly left the town.", {"left": "+ probable past"}),
    ("The notebook purportedly belongs to a soldier.", {"belongs": "+ possible present"}),
    ("Samsung is expected to report lower profits.", {"report": "+ probable future"}),
    ("Samsung is likely to report lower profits.", {"report": "+ probable future"}),
    ("Samsung seems to have lost the contract.", {"lost": "+ probable past"}),
    ("The soldiers are believed to have died in Kursk.", {"died": "+ probable past"}),
    ("Soldiers believed to have died in Kursk were mourned.", {"died": "+ probable past", "mourned": WAS}),
    ("It is likely that the bank raised rates.", {"raised": "+ probable past"}),
    ("Pyongyang was able to test the missile.", {"test": WAS}),
    ("Kim was seen leaving the hall.", {"leaving": WAS}),
    ("The bank managed to raise rates.", {"raise": "+ certain past asserted"}),
    # wishes, plans, threats, promises, attempts
    ("Moscow plans to build a base and train pilots.", {"plans": IS, "build": MIGHT, "train": MIGHT}),
    ("Moscow had planned to build a base.", {"planned": WAS, "build": "+ possible ?"}),
    ("Iran threatened to close the strait.", {"threatened": WAS, "close": MIGHT}),
    ("Canada agreed to pay the fee.", {"agreed": WAS, "pay": FUTURE}),
    ("Canada promised that it would pay the fee.", {"pay": FUTURE}),
    ("The crew tried to land the plane.", {"tried": WAS, "land": "+ possible ?"}),
    ("Spain is considering sending tanks.", {"considering": IS, "sending": MIGHT}),
    ("The threat to close the strait alarmed traders.", {"close": "+ possible ?"}),
    ("Talks on ending the war were held in Doha.", {"ending": OPEN, "held": WAS}),
    ("The claim that the bank raised rates was false.", {"raised": "+ ? past"}),
    ("A report that the bank raised rates alarmed investors.", {"raised": "+ possible past", "alarmed": WAS}),
    ("The fact that the bank raised rates alarmed investors.", {"raised": WAS}),
    # factive and other verbs of saying
    ("Moscow confirmed that the general had died.", {"died": WAS}),
    ("Moscow confirmed that it had sent troops and acknowledged losses.", {"sent": WAS, "acknowledged": WAS}),
    ("Moscow has not confirmed that the general died.", {"confirmed": "- certain past", "died": OPEN}),
    ("Moscow could confirm that the general died.", {"confirm": MIGHT, "died": OPEN}),
    ("Moscow said it had sent troops and suffered losses.", {"sent": PAST, "suffered": PAST}),
    ("Moscow said it had sent troops, and Kyiv attacked the base.", {"sent": PAST, "attacked": WAS}),
    ("Analysts believe that the bank raised rates.", {"raised": "+ probable past"}),
    ("Analysts fear that the bank will collapse.", {"collapse": MIGHT}),
    ("Investors hope the bank will cut rates.", {"cut": MIGHT}),
    ("Prosecutors accused the bank of breaking the law.", {"accused": WAS, "breaking": "+ possible ?"}),
    ("He was charged with killing two men.", {"charged": WAS, "killing": "+ possible ?"}),
    ("He was convicted of killing two men.", {"convicted": WAS, "killing": "+ ? ?"}),
    ("The bank was fined for hiding losses.", {"fined": WAS}),
    # reported speech: would, relative clauses, appositions, quotations
    ("Samsung said it would build a plant.", {"build": FUTURE}),
    ("Moscow said the troops, who arrived in May, had left.", {"arrived": WAS, "left": PAST}),
    ("Moscow said the troops who arrived in May had left.", {"arrived": PAST, "left": PAST}),
    ("Kyiv said forces had entered the Kursk region, which borders Ukraine.", {"entered": PAST, "borders": IS}),
    ('"We sent troops to Kursk," Kim Jong Un said.', {"sent": PAST, "said": WAS}),
    ('"We sent troops to Kursk," Kim Jong Un said. "They fought well."', {"sent": PAST, "fought": PAST}),
    ("The troops, officials said, will leave in June.", {"leave": FUTURE, "said": WAS}),
    ("According to the ministry, the troops left in June.", {"left": PAST}),
    ("The troops left in June, according to the ministry.", {"left": PAST}),
    ("The troops left in June, the ministry said, and fighting resumed.", {"left": PAST, "said": WAS}),
    # conditions, purposes, questions
    ("If the bank raises rates, investors will leave.", {"raises": "+ hypothetical ?", "leave": "+ possible future"}),
    (
        "If the bank had raised rates, investors would have left.",
        {"raised": "+ hypothetical ?", "left": "+ possible ?"},
    ),
    (
        "Unless the bank raises rates, the currency will fall.",
        {"raises": "? hypothetical ?", "fall": "+ possible future"},
    ),
    ("The court will decide whether the bank broke the law.", {"decide": FUTURE, "broke": "+ hypothetical past"}),
    ("The minister asked if the bank had raised rates.", {"raised": "+ hypothetical past"}),
    ("Moscow sent troops to drive Ukrainian forces from Kursk.", {"sent": WAS, "drive": OPEN}),
    ("Moscow sent troops in order to retake Kursk.", {"sent": WAS, "retake": OPEN}),
    ("Will the bank raise rates?", {"raise": "+ possible future"}),
    ("Did Moscow send the troops?", {"send": OPEN}),
    ("When the bank raised rates, investors left.", {"raised": WAS, "left": WAS}),
    ("The bank plans to expand after raising rates in May.", {"raising": "+ ? ? ?", "expand": MIGHT}),
    # duty
    ("The bank should raise rates.", {"raise": "+ certain future deontic"}),
    ("The bank must not raise rates.", {"raise": "- certain future deontic"}),
    ("Washington urged Kyiv to accept the plan.", {"urged": WAS, "accept": "+ certain future deontic"}),
    ("Washington demanded that Moscow withdraw its troops.", {"demanded": WAS, "withdraw": "+ certain future deontic"}),
    ("Antony Guterres called on Israel to stop the attack.", {"called": WAS, "stop": "+ certain future deontic"}),
    ("The order to raise rates surprised investors.", {"raise": "+ certain future deontic"}),
    # tense
    ("Airline to buy 20 jets", {"buy": FUTURE}),
    ("The president is to visit Rome in May.", {"visit": FUTURE}),
    ("The president was to visit Rome in May.", {"visit": MIGHT}),
    ("The bank is set to raise rates.", {"raise": FUTURE}),
    ("The bank is going to raise rates.", {"raise": FUTURE}),
    ("The firm used to make phones.", {"make": "+ certain past asserted"}),
    ("The firm has made phones since 1990.", {"made": WAS}),
    ("The summit begins on Monday.", {"begins": "+ certain ? ?"}),
    ("Emmanuel Macron is visiting Berlin next week.", {"visiting": FUTURE}),
    # seen in new sentences after the rules were written
    (
        "Officials had no information about whether the hostages were alive.",
        {"had": "- certain past", "were": "+ hypothetical past"},
    ),
    ("Police have arrested a man suspected of planting the bomb.", {"arrested": WAS, "planting": "+ possible ?"}),
    ("The company, which had promised to pay, never did.", {"promised": WAS, "pay": FUTURE, "did": "- certain past"}),
    ("NATO warned Russia against using nuclear weapons.", {"warned": WAS, "using": "- ? ? ?"}),
    ("The ministry ruled out sending troops.", {"ruled": WAS, "sending": "- ? future"}),
    ("Turkey suggested delaying the vote.", {"delaying": OPEN}),
    (
        "Had Britain stayed, the economy would have grown.",
        {"stayed": "+ hypothetical past", "grown": "+ possible past"},
    ),
    ("Hopes that the ship would reach port faded.", {"reach": MIGHT, "faded": WAS}),
    ("Sudan hopes to be removed from the list.", {"removed": MIGHT}),
    ("Far from winning the war, Russia lost ground.", {"winning": "- ? ?", "lost": WAS}),
    ("It remains unclear who fired the rocket.", {"fired": "+ hypothetical past"}),
    ("It was not clear who carried out the attack.", {"carried": "+ possible past"}),
    ("It is not true that Moscow sent troops.", {"sent": "- certain past"}),
    ("The rumour that the king had died spread quickly.", {"died": "+ possible past"}),
    ("The plan would see 4,000 jobs cut.", {"cut": OPEN}),
    ("China became the first country to land a probe there.", {"land": "+ certain past asserted"}),
    ("Kyiv claims to have shot down ten drones.", {"shot": PAST}),
    ("Iran is suspected of having built the drones.", {"built": "+ possible past"}),
    ("He planned to stay and was forced out.", {"stay": MIGHT, "forced": WAS}),
    ('"We won. We fought," Vladimir Putin said.', {"won": PAST, "fought": PAST}),
    ("The deal, if approved, would create the largest bank in Europe.", {"create": "+ possible future"}),
    ("The bank expects to cut 4,300 jobs.", {"cut": "+ probable future"}),
    ("The president will sign the bill when he returns.", {"sign": FUTURE, "returns": FUTURE}),
    ("The firm will not sell music branded with an apple.", {"sell": "- certain future", "branded": OPEN}),
    ("The phone can be stored for years.", {"stored": "+ possible present"}),
    ("The summit, to be held in Bali in May, was announced today.", {"held": "? ? future", "announced": WAS}),
    # gerunds after a preposition: done only where the word above says so
    ("The bank believed in raising rates.", {"believed": WAS, "raising": "+ possible ?"}),
    ("The mayor thought about leaving the party.", {"thought": WAS, "leaving": "+ possible ?"}),
    ("The army insisted on holding the town.", {"insisted": WAS, "holding": "+ possible ?"}),
    ("The minister dreams of winning the election.", {"dreams": IS, "winning": "+ possible ?"}),
    ("The bank is interested in buying the firm.", {"buying": "+ possible ?"}),
    ("The rebels remain committed to carrying out attacks.", {"carrying": "+ possible ?"}),
    ("The bank refrained from raising rates.", {"raising": "- ? ?"}),
    ("The court acquitted the man of killing two people.", {"acquitted": WAS, "killing": "- ? ?"}),
    ("The firm succeeded in selling the plant.", {"selling": WAS}),
    ("The man escaped by climbing a wall.", {"climbing": WAS}),
    ("The crisis led to raising taxes.", {"raising": WAS}),
    # one of two
    ("The minister either resigned or was dismissed.", {"resigned": "+ possible past", "dismissed": "+ possible past"}),
    ("The rebels burned the village or fled the region.", {"burned": "+ possible past", "fled": "+ possible past"}),
    ("The rebels burned the village and fled the region.", {"burned": WAS, "fled": WAS}),
    # an adverb before the first of two verbs
    ("The suspect allegedly stabbed two men and fled.", {"stabbed": "+ possible past", "fled": "+ possible past"}),
    ("The suspect allegedly stabbed two men before the police arrested him.", {"arrested": "+ ? past ?"}),
    # purposes, outcomes, comparisons
    ("The firm hired workers in order to build ships.", {"hired": WAS, "build": FUTURE}),
    ("The event was designed to build trust.", {"build": MIGHT}),
    ("The firm grew to become the largest in Europe.", {"grew": WAS, "become": WAS}),
    ("The crew tried to land the ship.", {"land": "+ possible past"}),
    ("The firm will deliver the jets later than planned.", {"deliver": FUTURE, "planned": "+ certain past ?"}),
    ("The vote is scheduled to take place in May.", {"take": FUTURE}),
    ("The bank need not raise rates.", {"raise": "? ? ? ?"}),
    ("The bank does not have to raise rates.", {"raise": MIGHT}),
    ("The bank may buy the firms that failed last year.", {"buy": MIGHT, "failed": WAS}),
    ("Banks had difficulties raising rates.", {"had": WAS, "raising": "+ possible ?"}),
    ("Anna Berg, a former officer serving in Mali, retired.", {"serving": "+ certain past asserted"}),
    ("The firm would like to thank its workers.", {"like": IS, "thank": IS}),
]
