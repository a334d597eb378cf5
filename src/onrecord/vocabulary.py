"""The closed vocabularies of records and exports: what a field may say, and what each value means.

There are two modalities, which answer two questions. `StatementModality` says whether words were said at all;
`EventModality` whether something was done at all, as the text has it. The types are for type checkers;
`VOCABULARIES` has the same values with their meaning, for people and for the reference.
"""

from collections.abc import Mapping
from typing import Literal, get_args

type Kind = Literal["direct", "indirect", "mixed"]
type Medium = Literal["speech", "writing", "thought"]
type Act = Literal[
    "assert", "deny", "accuse", "criticise", "demand", "propose", "promise",
    "threaten", "reject", "agree", "praise", "announce", "predict",
]  # fmt: skip
type StatementModality = Literal["said", "expected", "denied"]
type Polarity = Literal["positive", "negative"]
type EntityType = Literal["person", "organisation", "state", "group", "document", "place"]
type Gender = Literal["m", "f"]
type PublicationBasis = Literal["metadata", "dateline", "given", "inferred", "unknown"]
type TimeBasis = Literal["printed", "published", "said", "context"]
type EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
type EventModality = Literal["happened", "ongoing", "planned", "threatened", "alleged", "denied"]
type Sector = Literal[
    "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "REB", "CRM", "OPP", "PTY", "MED", "BUS", "LAB", "EDU", "HLH", "REL",
    "NGO", "IGO", "CVL",
]  # fmt: skip
type LinkKind = Literal[
    "repeats", "denies", "rejects", "answers", "supports", "contradicts", "revises", "copy",
]  # fmt: skip
type Difference = Literal["none", "punctuation", "elision", "word", "meaning"]
type ReasonedField = Literal["content", "cue", "source", "speaker", "act", "target", "date", "confidence"]
type BlockRole = Literal["title", "heading", "caption", "boilerplate", "text"]

REASONED_FIELDS: tuple[ReasonedField, ...] = get_args(ReasonedField.__value__)
"""The fields of a statement for which it is told why they are so, in the order in which that is told."""

VOCABULARIES: Mapping[str, Mapping[str, str]] = {
    "Kind": {
        "direct": "all words of the content stand between quote marks, or behind a speaker's label",
        "indirect": "none of them do: the words are the reporter's",
        "mixed": "some of them do",
    },
    "Medium": {
        "speech": "said aloud, or nothing says otherwise",
        "writing": "written: a statement, a letter, a post, a report",
        "thought": "held and not uttered: a belief, a hope, an intention",
    },
    "Act": {
        "assert": "says that something is so; every statement that does nothing else",
        "deny": "says that what somebody said or did is not so",
        "accuse": "says that somebody did wrong",
        "criticise": "judges somebody or something to be bad",
        "demand": "asks, tells or urges somebody to do something",
        "propose": "suggests or offers something",
        "promise": "says what the speaker will do for somebody",
        "threaten": "says what harm the speaker may do",
        "reject": "refuses what is offered, asked or claimed",
        "agree": "accepts what is offered, asked or claimed",
        "praise": "judges somebody or something to be good",
        "announce": "makes known what is or will be",
        "predict": "says what will come, beyond the speaker's own power",
    },
    "StatementModality": {
        "said": "the words were said, written or thought",
        "expected": "they are yet to be, or would be said",
        "denied": "somebody denies to have said them",
    },
    "Polarity": {
        "positive": "the speaker holds the content to be so",
        "negative": "the speaker holds it to be untrue, or refuses it",
    },
    "EntityType": {
        "person": "one human being",
        "organisation": "a body: a firm, a party, a ministry, a union, a court",
        "state": "a country or its government",
        "group": "several people, counted or not, or a people",
        "document": "a text that says something: a report, a law",
        "place": "a town, region or building, as a place",
    },
    "Gender": {"m": "a title, a noun or a given name is a man's", "f": "likewise a woman's"},
    "PublicationBasis": {
        "metadata": "the markup or the fields of a JSON line",
        "dateline": "a date printed in the front matter or the dateline",
        "given": "the user's `--published`",
        "inferred": "the day in the page's address, or days that it prints otherwise, such as its picture's",
        "unknown": "nothing: there is no date",
    },
    "TimeBasis": {
        "printed": "complete as it is printed",
        "published": "counted from the day of publication, or that day itself",
        "said": "counted from the day on which the words around it were spoken",
        "context": "counted from, or the same as, another time of the text",
    },
    "EventType": {
        "AGREE": "agree to do something, promise it",
        "CONSULT": "meet, talk, negotiate",
        "SUPPORT": "praise, back, defend with words; diplomatic ties",
        "CONCEDE": "give in to a demand, ease a restriction, release somebody",
        "COOPERATE": "do something together",
        "AID": "give money, goods, shelter or protection",
        "RETREAT": "withdraw, surrender, disarm, cease fire",
        "REQUEST": "ask, demand, propose that somebody do something",
        "ACCUSE": "say that somebody did wrong; criticise, sue",
        "REJECT": "refuse, deny, defy",
        "THREATEN": "say what harm one will do",
        "PROTEST": "demonstrate, strike, riot",
        "SANCTION": "reduce ties: break them off, impose sanctions, expel",
        "MOBILIZE": "make forces ready, move or show them",
        "COERCE": "arrest, seize, restrict, destroy, without attacking people",
        "ASSAULT": "attack, injure or kill people",
    },
    "EventModality": {
        "happened": "reported as done",
        "ongoing": "reported as being done",
        "planned": "reported as still to come, intended by somebody",
        "threatened": "reported as something that somebody threatens to do",
        "alleged": "reported as done by a speaker, not by the article itself",
        "denied": "somebody says that it was not done",
    },
    "LinkKind": {
        "repeats": "the same speaker's same claim, printed or said again",
        "denies": "another says that the claim is not true",
        "rejects": "another refuses the demand, the offer, the proposal or the judgement",
        "answers": "another replies to it, and neither denies nor refuses it",
        "supports": "another backs or confirms it",
        "contradicts": "another, without replying, says what cannot be true together with it",
        "revises": "the same speaker changes it: another figure, less certain, narrower, taken back",
        "copy": "an article that has its text from another, or from the same agency as that",
    },
    "Difference": {
        "none": "the same words",
        "punctuation": "case, punctuation or spelling alone: “12”, “twelve”",
        "elision": "words are left out in one of the two",
        "word": "a word stands in the place of another",
        "meaning": "what is said is another thing: another number, a negation more or less, another name",
    },
    "Sector": {
        "GOV": "government", "LEG": "legislature", "JUD": "courts", "MIL": "armed forces", "COP": "police",
        "SPY": "intelligence services", "REB": "rebels", "CRM": "criminals", "OPP": "opposition",
        "PTY": "political parties", "MED": "media", "BUS": "business", "LAB": "workers and unions", "EDU": "education",
        "HLH": "health", "REL": "religion", "NGO": "non-governmental organisations",
        "IGO": "international organisations of states", "CVL": "civilians",
    },
    "ReasonedField": {
        "content": "the words said", "cue": "the words that say so", "source": "the words that stand for the speaker",
        "speaker": "whom they stand for", "act": "what the statement does", "target": "at whom it is aimed",
        "date": "the day of saying", "confidence": "how likely content and source are right",
    },
    "BlockRole": {
        "title": "a title by its markup", "heading": "a heading within a story", "caption": "a picture's caption",
        "boilerplate": "navigation, forms and the like", "text": "all else, and what has no markup",
    },
}  # fmt: skip
"""Every vocabulary by the name of its type: each value with what it means. The types of events and the sectors are
those of PLOVER (Open Event Data Alliance, "PLOVER: Political Language Ontology for Verifiable Event Records", 2018)."""
