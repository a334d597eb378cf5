"""What attribution is told of the parse of each word."""

from onrecord.extraction.encoder import PARSE_FEATURES, parse_features
from onrecord.extraction.encoder.features import _DEPENDENCIES, _ENTITIES, _POS
from tests.documents import annotated


def test_each_word_has_its_part_of_speech_relation_distance_and_name() -> None:
    doc = annotated("""
        Voss    NNP  nsubj     said    PERSON
        said    VBD  ROOT      -
        on      IN   prep      said
        Monday  NNP  pobj      on      DATE
        it      PRP  nsubj     rained
        rained  VBD  ccomp     said
    """)
    found = parse_features(doc)
    assert found.shape == (6, len(PARSE_FEATURES))
    assert [_POS[number - 1] for number in found[:, 0]] == ["PROPN", "VERB", "ADP", "PROPN", "PRON", "VERB"]
    assert [_DEPENDENCIES[number - 1] for number in found[:, 1]] == ["nsubj", "ROOT", "prep", "pobj", "nsubj", "ccomp"]
    assert [number and _ENTITIES[number - 1] for number in found[:, 3]] == ["PERSON", 0, 0, "DATE", 0, 0]
    # To the right by one, none, to the left by one, by one, to the right by one, to the left by four.
    assert found[:, 2].tolist() == [7, 0, 1, 1, 7, 3]
