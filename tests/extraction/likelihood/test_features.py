"""What is the case of a statement that was found, by name."""

from collections.abc import Sequence

import pytest

from onrecord.extraction import CharRange
from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.likelihood import Claim, claims, features_of_speakers, features_of_words
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.quotations import find_quotations
from onrecord.records import Reason
from tests.conftest import Parse


def claim_of(
    parse: Parse, text: str, source: str, cue: str, *content: str, speakers: Sequence[DiscourseEntity] = ()
) -> Claim:
    """Return the statement with these words in a text."""

    def place(words: str) -> CharRange:
        start = text.index(words)
        return CharRange(start, start + len(words))

    doc = parse(text)
    relation = Attribution(
        place(source) if source else None,
        place(cue) if cue else None,
        tuple(map(place, content)),
        "speech",
        "assert",
        0.8,
        reasons=(Reason("cue", "score/cue", 0.9),),
    )
    [found] = claims(
        doc, find_quotations(doc), [relation], [StatementParticipants(tuple(speakers))], Nesting([relation])
    )
    return found


@pytest.mark.parametrize(
    ("text", "words", "cue", "content"),
    [
        ("Ada Orlen said the quay was shut.", "content is a clause", "said", "the quay was shut"),
        ("Ada Orlen praised the old crew.", "content is a definite noun", "praised", "the old crew"),
        ("Ada Orlen demanded answers.", "content is an indefinite noun", "demanded", "answers"),
        ("Ada Orlen asked why the quay was shut.", "content is a question", "asked", "why the quay was shut"),
        ("Ada Orlen promised to mend the quay.", "content is an infinitive", "promised", "to mend the quay"),
        ("Ada Orlen mentioned Ivo Marek.", "content is a name", "mentioned", "Ivo Marek"),
    ],
)
def test_a_content_is_told_by_its_grammar(parse: Parse, text: str, words: str, cue: str, content: str) -> None:
    found = features_of_words(claim_of(parse, text, "Ada Orlen", cue, content))
    assert [name for name in found if name.startswith("content is")] == [words]


def test_a_quotation_is_told_by_its_marks(parse: Parse) -> None:
    whole = features_of_words(claim_of(parse, "“It is shut,” Ada Orlen said.", "Ada Orlen", "said", "“It is shut,”"))
    assert (whole["share quoted"], whole["quoted whole"]) == (1.0, 1.0)
    none = features_of_words(claim_of(parse, "Ada Orlen said it was shut.", "Ada Orlen", "said", "it was shut"))
    assert (none["share quoted"], "quoted whole" in none) == (0.0, False)


def test_a_cue_is_told_by_what_its_word_is_used_for(parse: Parse) -> None:
    said = features_of_words(claim_of(parse, "Ada Orlen said it was shut.", "Ada Orlen", "said", "it was shut"))
    thought = features_of_words(
        claim_of(parse, "Ada Orlen thought it was shut.", "Ada Orlen", "thought", "it was shut")
    )
    assert (said["telling"], said["thinking"]) == (1.0, 0.0)
    assert thought["thinking"] > thought["telling"]


def test_a_source_is_told_by_its_noun(parse: Parse) -> None:
    report = features_of_words(claim_of(parse, "The report said it was shut.", "The report", "said", "it was shut"))
    clerk = features_of_words(claim_of(parse, "The clerk said it was shut.", "The clerk", "said", "it was shut"))
    assert "source is a document" in report
    assert "source is a person" in clerk


def test_what_lies_paragraphs_from_its_cue_is_told_so(parse: Parse) -> None:
    doc = parse("Ada Orlen said so.", "The sun shone.", "“It is shut.”")
    text = doc.text
    relations = [
        Attribution(CharRange(0, 9), CharRange(10, 14), (CharRange(15, 17),), "speech", "assert", 0.8),
        Attribution(
            CharRange(0, 9), CharRange(10, 14), (CharRange(text.index("“"), len(text)),), "speech", "assert", 0.8, True
        ),
    ]
    participants = [StatementParticipants()] * 2
    near, far = claims(doc, find_quotations(doc), relations, participants, Nesting(relations))
    assert (near.apart, far.apart) == (0, 2)
    assert features_of_speakers(far)["apart, log"] > features_of_speakers(near)["apart, log"]


def test_speakers_are_told_by_what_they_are(parse: Parse) -> None:
    text = "Ada Orlen said it was shut."
    doc = parse(text)
    named = DiscourseEntity("person", "Ada Orlen", [doc[0:2]])
    described = DiscourseEntity("group", "residents", [doc[0:2]], named=False)
    found = features_of_speakers(claim_of(parse, text, "Ada Orlen", "said", "it was shut", speakers=[named]))
    assert {"is a person", "mentioned once"} <= found.keys()
    found = features_of_speakers(claim_of(parse, text, "Ada Orlen", "said", "it was shut", speakers=[described]))
    assert {"is a group without a name", "without a name or an article"} <= found.keys()
    assert "nobody, with a source" in features_of_speakers(claim_of(parse, text, "Ada Orlen", "said", "it was shut"))
