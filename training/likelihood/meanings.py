"""What each feature means, for the tables of the weights and for who asks why."""

from typing import get_args

from onrecord.extraction.coreference import SIEVES
from onrecord.extraction.likelihood import INTERCEPT
from onrecord.vocabulary import Act, EntityType

_WORDS = {
    "encoder, log odds": "how likely the encoder holds the relation to be right, log odds",
    "cue, by the encoder": "how sure the encoder is of the cue",
    "content, by the encoder": "how sure the encoder is of the content",
    "source, by the encoder": "how strongly the encoder links cue and source",
    "goes on": "the source is that of the statement before",
    "no cue": "no words of saying are printed",
    "no source": "nobody is printed who says it",
    "apart, log": "how many paragraphs lie between what is said and who says it, log(1 + n)",
    "in a title": "it stands in a title or heading",
    "in a statement": "it stands in the words of another statement",
    "shares words": "another statement has words of its content",
    "in parts": "the content is in several parts",
    "not said, or not yet": "it is expected, or denied to have been said",
    "written": "it is writing",
    "words, log": "how many words the content has, log(1 + n)",
    "share quoted": "the share of the content that stands in quote marks",
    "quoted whole": "all of the content stands in quote marks",
    "quoted whole, few words": "no more than three words in quote marks are all of the content",
    "few words": "the content has no more than three words",
    "content is a clause": "the content is a clause",
    "content is a question": "the content is a question",
    "content is an infinitive": "the content is an infinitive",
    "content is a gerund": "the content begins with a gerund",
    "content is behind a preposition": "the content begins with a preposition",
    "content is a noun with an infinitive": "the content is a noun with an infinitive",
    "content is a name": "the content is a name",
    "content is a definite noun": "the content is a definite noun, a topic rather than words",
    "content is an indefinite noun": "the content is a noun, a topic rather than words",
    "content is something else": "the content is no clause, nor a noun",
    "telling, no clause": "how often the cue's word tells something, where the content is no clause",
    "thinking, no clause": "how often the cue's word thinks or feels something, where the content is no clause",
    "telling": "how often the cue's word tells something",
    "thinking": "how often the cue's word thinks or feels something",
    "cue is a verb": "the cue is a verb",
    "cue is a noun": "the cue is a noun",
    "cue is an adjective": "the cue is an adjective",
    "cue is another word": "the cue is neither verb nor noun nor adjective",
    "cue is listed": "the lexicon has the cue",
    "cue opens quotations": "the cue introduces quotations",
    "cue says": "the cue is say, tell or add",
    "cue is according to": "the cue is according to",
    "cue in the past": "the cue is in the past tense",
    "cue in the present": "the cue is in the present tense",
    "cue is an infinitive": "the cue is an infinitive",
    "cue is a gerund": "the cue is a gerund",
    "cue is a participle": "the cue is a participle",
    "cue is passive": "the cue is passive",
    "cue is negated": "the cue is negated",
    "cue has a modal": "the cue has a modal",
    "cue of many words": "the cue has more than two words",
    "cue in a relative clause": "the cue stands in a clause that tells of a noun",
    "cue behind a preposition": "the cue stands behind a preposition",
    "cue has a subject": "the cue has a subject",
    "cue has a clause": "the cue takes a clause",
    "cue has an object": "the cue takes an object",
    "cue with about": "the cue tells what it is about or of",
    "cue far, log": "how many words lie between cue and content, log(1 + n)",
    "cue before the content": "the cue stands before the content",
    "source is a pronoun": "the source is a pronoun for somebody",
    "source is it": "the source is a pronoun for a thing",
    "source is who": "the source is a relative pronoun",
    "source is a name": "the source is a name",
    "source is a thing": "the source is a noun for a thing",
    "source is a document": "the source is a document",
    "source is a body": "the source is a noun for a body",
    "source is a person": "the source is a noun for a person",
    "source is a subject": "the source is a subject",
    "source is a clause": "the source is a clause",
}
_SPEAKERS = {
    "ranking, log odds": "how likely the words of the source stand for these, log odds",
    "source put right": "a rule put the source right",
    "nobody": "nobody is known to speak",
    "nobody, with a source": "the source stands for nobody who is known",
    "several": "several speak together",
    "three or more": "three or more speak together",
    "others are likely": "others are likely, too",
    "without a name": "who speaks has no name",
    "without a name, the": "who speaks is described as if known, and has no name",
    "without a name or an article": "who speaks is described without an article",
    "one word": "the name is one word",
    "one word, a person": "of the person one word is known",
    "mentioned once": "the article has the name once",
}
_ACTS = {f"act is {act}": f"it is taken for: {act}" for act in get_args(Act.__value__)}
_TYPES = {
    f"is a {kind}{name}": f"who speaks is {'an' if kind[0] in 'aeiou' else 'a'} {kind}{name}"
    for kind in get_args(EntityType.__value__)
    for name in ("", " without a name")
}
_SIEVES = {sieve.id: f"who speaks was found by {sieve.id.removeprefix('sieve/')}" for sieve in SIEVES}

MEANINGS = {INTERCEPT: "always the case"} | _WORDS | _SPEAKERS | _ACTS | _TYPES | _SIEVES
"""By the name of a feature."""
