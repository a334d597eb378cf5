"""Whether a cue tells of something said, expected, refused or denied."""

import pytest

from onrecord.extraction.attribution.modality import is_expected, is_refused, modality_of
from tests.documents import annotated


@pytest.mark.parametrize(
    ("modal", "expected"),
    [("will", True), ("would", True), ("'d", True), ("might", True), ("wo", True), ("must", False), ("can", False)],
)
def test_what_somebody_will_or_would_say_is_expected_and_what_one_must_say_is_said(modal: str, expected: bool) -> None:
    doc = annotated(f"""
        she      PRP  nsubj   say
        {modal}  MD   aux     say
        say      VB   ROOT    -
        so       RB   advmod  say
    """)
    assert is_expected(doc[2]) == expected


def test_what_somebody_says_on_a_condition_is_expected() -> None:
    present = annotated("""
        if    IN   mark   says
        she   PRP  nsubj  says
        says  VBZ  advcl  go
        go    VB   ROOT   -
    """)
    past = annotated("""
        if    IN   mark   said
        she   PRP  nsubj  said
        said  VBD  advcl  go
        go    VB   ROOT   -
    """)
    assert is_expected(present[2])
    assert not is_expected(past[2])


def test_what_somebody_declines_or_refuses_to_say_is_not_said() -> None:
    doc = annotated("""
        refused  VBD  ROOT   -
        to       TO   aux    say
        say      VB   xcomp  refused
    """)
    agreed = annotated("""
        agreed  VBD  ROOT   -
        to      TO   aux    say
        say     VB   xcomp  agreed
    """)
    assert is_refused(doc[0])
    assert is_refused(doc[2])
    assert not is_refused(agreed[2])


def test_what_somebody_denies_having_said_is_denied() -> None:
    doc = annotated("""
        denied  VBD  ROOT    -
        saying  VBG  xcomp   denied
        so      RB   advmod  saying
    """)
    assert modality_of(doc[1]) == "denied"
    assert modality_of(doc[0]) == "said"
