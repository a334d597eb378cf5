from onrecord.linking.evidence import evidence_of
from tests.linking.built import HARROW, claim, figure

EARLIER = "At least 17 people died in the avalanche, the chief said."
LATER = "The toll of the avalanche was 16 people, she said."


def test_evidence_is_words_of_both_where_they_stand() -> None:
    earlier, later = claim(EARLIER), claim(LATER)
    evidence, reason = evidence_of("revises", later, earlier)
    assert "*avalanche*" in reason
    assert "on 2031-03-04" in reason
    for one in evidence:
        assert one.claim.around.text[one.span.start : one.span.end] == one.span.text
    assert {one.claim.key for one in evidence} == {earlier.key, later.key}


def test_figures_of_one_thing_are_told() -> None:
    earlier = claim(EARLIER, figures=(figure(EARLIER, "17", 17, "people"),))
    later = claim(LATER, figures=(figure(LATER, "16", 16, "people"),))
    _, reason = evidence_of("revises", later, earlier)
    assert "17 becomes 16 people" in reason


def test_without_common_words_all_that_was_said_is_shown() -> None:
    earlier, later = claim("The bridge is shut."), claim("Fanciful.", by=(HARROW,), day=None)
    evidence, reason = evidence_of("answers", later, earlier)
    assert [one.span.text for one in evidence] == ["Fanciful.", "The bridge is shut."]
    assert reason.endswith("by what both say")
