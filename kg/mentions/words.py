"""English function words and name endings that the rules of this package rest on.

Closed classes of the language, not knowledge of the world: that is in ontology/.
"""

from __future__ import annotations

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’", "«", "»", "„"})
HYPHENS = frozenset({"-", "–", "‑"})

PARTICLES = frozenset(
    {"al", "bin", "bint", "ibn", "abu", "van", "von", "der", "den", "de", "da", "do", "dos", "du", "del", "della",
     "di", "la", "le", "el", "ul", "ur", "ter", "ten", "zu", "y", "e"}
)  # fmt: skip
"""Small words inside surnames."""

FOREIGN = frozenset(
    {"al", "bin", "bint", "ibn", "van", "von", "der", "de", "da", "dos", "das", "du", "des", "del", "della", "delle",
     "degli", "dei", "dello", "dal", "di", "el", "ul", "zu", "zur", "zum", "sur", "upon", "ter", "af"}
)  # fmt: skip
"""Small words that stand between two capitalised ones in names alone, however the model tags them."""

CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.",
     "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "jan", "feb", "oct", "nov",
     "dec", "sept", "gmt", "utc", "a.m.", "p.m."}
)  # fmt: skip
NOT_NAMES = frozenset(
    {"no", "no.", "nos.", "mb", "gb", "tb", "mhz", "ghz", "kw", "mw", "gw", "kwh", "usd", "eur", "gbp", "us$", "usd$",
     "tv", "pm", "am", "mr", "i", "ok", "vip", "vips", "ceo", "ceos", "cfo", "pc", "pcs", "cd", "cds", "dvd", "dvds",
     "lcd", "led", "mp3", "usb", "gps", "sms", "cpu", "gpu", "ram", "suv", "suvs", "atm", "atms", "dna", "rna", "id",
     "hq", "mps", "meps"}
)  # fmt: skip
"""Abbreviations in capitals that name nothing by themselves, in lower case."""
TIME_NOUNS = frozenset(
    {"second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century", "today",
     "tomorrow", "yesterday", "tonight", "morning", "afternoon", "evening", "night", "noon", "midnight", "spring",
     "summer", "autumn", "winter", "midweek", "fortnight", "moment", "meantime", "interim"}
)  # fmt: skip
CREDITS = frozenset({"image", "images", "photo", "photos", "photograph", "picture", "video", "credit", "source"})
"""Labels before a colon that tell whose a picture is, in lower case."""
ADVERBS = frozenset({"non-stop", "nonstop", "overnight", "one-way", "first-class", "economy-class", "abroad"})
"""What the model takes for the noun of a place's name before it: "from London to Sydney non-stop"."""
MEASURES = frozenset(
    {"percent", "%", "percentage", "dollar", "euro", "pound", "cent", "yen", "yuan", "ruble", "rouble", "rupee",
     "won", "franc", "kilometer", "kilometre", "km", "mile", "meter", "metre", "foot", "inch", "ton", "tonne",
     "kilogram", "kg", "gram", "liter", "litre", "degree", "barrel", "acre", "hectare", "knot", "mph"}
)  # fmt: skip
QUANTITY_NOUNS = frozenset(
    {"hundred", "thousand", "million", "billion", "dozen", "score", "ten", "number", "majority", "most", "some",
     "many", "several", "few", "all", "half", "part", "one", "two", "three", "four", "five", "six", "seven", "eight",
     "nine", "both", "each", "none", "any", "much", "lot", "plenty", "handful", "couple", "scores", "tens", "pair"}
)  # fmt: skip
"""Heads of phrases that mean what they count: "thousands of troops", "one of the allies"."""

ONE_OF_KIND = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "final", "next", "previous", "original", "older", "oldest",
     "earlier", "earliest", "later", "latest", "newer", "newest", "another", "other", "generation", "prototype"}
)  # fmt: skip
"""Modifiers that pick one or some out of many of a name: "the final Boeing 717", "a first-generation iPod"."""

INVARIANT = frozenset({"aircraft", "spacecraft", "hovercraft", "personnel", "staff", "series", "species", "sheep"})
"""Nouns with one form for one and for many."""

IDIOMS = frozenset(
    {("for", "example"), ("for", "instance"), ("in", "addition"), ("in", "fact"), ("of", "course"), ("at", "least"),
     ("in", "particular"), ("in", "turn"), ("in", "general"), ("in", "order"), ("at", "once"), ("so", "far"),
     ("in", "case"), ("in", "part"), ("by", "contrast"), ("in", "contrast"), ("in", "response"), ("at", "all"),
     ("for", "now"), ("at", "first"), ("at", "last"), ("on", "average"), ("in", "short"), ("as", "well")}
)  # fmt: skip
"""Preposition and bare noun that only connect or modify."""

ORGANIZATION_ENDINGS = {
    "inc": "kgo:Company", "inc.": "kgo:Company", "corp": "kgo:Company", "corp.": "kgo:Company",
    "corporation": "kgo:Company", "ltd": "kgo:Company", "ltd.": "kgo:Company", "llc": "kgo:Company",
    "plc": "kgo:Company", "co": "kgo:Company", "co.": "kgo:Company", "gmbh": "kgo:Company", "ag": "kgo:Company",
    "n.v.": "kgo:Company", "s.a.": "kgo:Company", "company": "kgo:Company", "airlines": "kgo:Company",
    "airways": "kgo:Company", "motors": "kgo:Company", "holdings": "kgo:Company", "industries": "kgo:Company",
    "technologies": "kgo:Company", "electronics": "kgo:Company", "enterprises": "kgo:Company",
    "pharmaceuticals": "kgo:Company", "records": "kgo:Company", "bank": "kgo:Company", "ministry": "kgo:Ministry",
    "department": "kgo:GovernmentBody", "agency": "kgo:Agency", "administration": "kgo:GovernmentBody",
    "authority": "kgo:GovernmentBody", "bureau": "kgo:GovernmentBody", "commission": "kgo:GovernmentBody",
    "council": "kgo:GovernmentBody", "parliament": "kgo:Legislature", "senate": "kgo:Legislature",
    "congress": "kgo:Legislature", "assembly": "kgo:Legislature", "government": "kgo:GovernmentBody",
    "police": "kgo:LawEnforcement", "service": "kgo:Organization", "services": "kgo:Organization",
    "court": "kgo:Court", "tribunal": "kgo:Court", "army": "kgo:ArmedForce", "navy": "kgo:ArmedForce",
    "corps": "kgo:ArmedForce", "party": "kgo:PoliticalParty", "university": "kgo:School", "college": "kgo:School",
    "school": "kgo:School", "institute": "kgo:Organization", "academy": "kgo:Organization",
    "association": "kgo:Organization", "federation": "kgo:Organization", "foundation": "kgo:Organization",
    "organization": "kgo:Organization", "organisation": "kgo:Organization", "union": "kgo:Organization",
    "league": "kgo:Organization", "committee": "kgo:Organization", "group": "kgo:Organization",
    "society": "kgo:Organization", "alliance": "kgo:Organization", "club": "kgo:Organization",
    "movement": "kgo:Organization", "front": "kgo:Organization", "fund": "kgo:Organization",
    "office": "kgo:Organization", "board": "kgo:Organization", "times": "kgo:MediaOutlet", "news": "kgo:MediaOutlet",
    "television": "kgo:MediaOutlet", "tv": "kgo:MediaOutlet", "radio": "kgo:MediaOutlet",
    "post": "kgo:MediaOutlet", "journal": "kgo:MediaOutlet", "tribune": "kgo:MediaOutlet",
    "gazette": "kgo:MediaOutlet", "herald": "kgo:MediaOutlet", "asa": "kgo:Company", "nv": "kgo:Company",
    "oyj": "kgo:Company", "kgaa": "kgo:Company", "b.v.": "kgo:Company", "s.p.a.": "kgo:Company", "pty": "kgo:Company",
}  # fmt: skip
"""Last word of a name, in lower case -> class."""

GOVERNMENT_HEADS = frozenset(
    {"ministry", "department", "parliament", "senate", "congress", "assembly", "government", "army", "navy",
     "police", "court", "council"}
)  # fmt: skip
"""Bodies that a country's name before them possesses: "Russian Defense Ministry" is Russia's Defense Ministry."""

OTHER_ENDINGS = {
    "airport": "kgo:Facility", "stadium": "kgo:Facility", "theater": "kgo:Facility", "theatre": "kgo:Facility",
    "palace": "kgo:Facility", "tower": "kgo:Facility", "bridge": "kgo:Facility", "hospital": "kgo:Facility",
    "museum": "kgo:Facility", "prison": "kgo:Facility", "square": "kgo:Facility", "hotel": "kgo:Facility",
    "park": "kgo:Facility", "arena": "kgo:Facility", "cathedral": "kgo:Facility", "street": "kgo:Facility",
    "avenue": "kgo:Facility", "station": "kgo:Facility", "hall": "kgo:Facility", "center": "kgo:Facility",
    "centre": "kgo:Facility", "sea": "kgo:Place", "ocean": "kgo:Place", "river": "kgo:Place", "lake": "kgo:Place",
    "mountain": "kgo:Place", "mountains": "kgo:Place", "mount": "kgo:Place", "gulf": "kgo:Place",
    "strait": "kgo:Place", "bay": "kgo:Place", "valley": "kgo:Place", "desert": "kgo:Place", "island": "kgo:Place",
    "islands": "kgo:Place", "peninsula": "kgo:Region", "region": "kgo:Region", "oblast": "kgo:Region",
    "province": "kgo:Region", "county": "kgo:Region", "district": "kgo:Region", "prefecture": "kgo:Region",
    "treaty": "kgo:Agreement", "agreement": "kgo:Agreement", "accord": "kgo:Agreement", "accords": "kgo:Agreement",
    "pact": "kgo:Agreement", "convention": "kgo:Agreement", "protocol": "kgo:Agreement", "act": "kgo:Document",
    "bill": "kgo:Document", "constitution": "kgo:Document", "war": "kgo:Event", "revolution": "kgo:Event",
    "olympics": "kgo:Event", "games": "kgo:Event", "cup": "kgo:Event", "championship": "kgo:Event",
    "championships": "kgo:Event", "festival": "kgo:Event", "prix": "kgo:Event", "summit": "kgo:Event",
    "conference": "kgo:Event", "election": "kgo:Event", "elections": "kgo:Event", "hurricane": "kgo:Event",
    "awards": "kgo:Event",
}  # fmt: skip

REGION_NOUNS = frozenset(
    {"region", "province", "oblast", "state", "prefecture", "county", "district", "governorate", "territory",
     "peninsula", "republic"}
)  # fmt: skip
OF_HEADS = frozenset(
    {"ministry", "department", "university", "bank", "house", "court", "republic", "kingdom", "bureau", "institute",
     "council", "academy", "organization", "organisation", "association", "church", "chamber", "college", "gulf",
     "sea", "strait", "bay", "isle", "declaration", "treaty", "battle", "league", "board", "office", "federation",
     "school", "museum", "museums", "union", "state", "party", "secretary", "chancellor",
     "duke", "prince", "commonwealth", "statue", "tower"}
)  # fmt: skip
"""Capitalised words that take "of" and another capitalised word into one name."""

FEMALE = frozenset(
    {"she", "her", "hers", "herself", "woman", "women", "girl", "mother", "daughter", "wife", "sister", "queen",
     "princess", "actress", "widow", "aunt", "niece", "girlfriend", "grandmother", "granddaughter", "lady",
     "businesswoman", "spokeswoman", "chairwoman", "congresswoman", "policewoman", "mrs", "mrs.", "ms", "ms.",
     "miss", "madam", "mme", "duchess", "congresswomen", "heroine", "bride"}
)  # fmt: skip
MALE = frozenset(
    {"he", "him", "his", "himself", "man", "men", "boy", "father", "son", "husband", "brother", "king", "prince",
     "actor", "spokesman", "widower", "uncle", "nephew", "boyfriend", "grandfather", "grandson", "gentleman",
     "businessman", "chairman", "congressman", "policeman", "mr", "mr.", "sir", "duke", "lord"}
)  # fmt: skip
NEUTER = frozenset({"it", "its", "itself"})
PERSONAL = {
    "he": "singular", "him": "singular", "his": "singular", "himself": "singular", "she": "singular",
    "her": "singular", "hers": "singular", "herself": "singular", "it": "singular", "its": "singular",
    "itself": "singular", "i": "singular", "me": "singular", "my": "singular", "mine": "singular",
    "myself": "singular", "they": "plural", "them": "plural", "their": "plural", "theirs": "plural",
    "themselves": "plural", "we": "plural", "us": "plural", "our": "plural", "ours": "plural",
    "ourselves": "plural", "you": "", "your": "", "yours": "", "yourself": "singular",
}  # fmt: skip
PERSONS = frozenset(PERSONAL) - {"it", "its", "itself", "they", "them", "their", "theirs", "themselves"}
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
DEMONSTRATIVE = {"this": "singular", "that": "singular", "these": "plural", "those": "plural"}
