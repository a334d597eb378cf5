"""Hard cases as they are written by hand, and as gold."""

import pytest

from corpora.hard_cases import CaseError
from corpora.hard_cases.conversion import converted

_CASE = """
[[case]]
id = "one"
doc_date = "2024-11-06"
phenomena = []
text = 'Ana Brel said the mill had closed. She said it would stay shut.'
entities = [{name="Ana Brel", forms=["Ana Brel", "She"]}]
"""


def test_words_become_spans_and_what_is_not_written_the_default() -> None:
    [case] = converted(
        _CASE + 'statements = [{id="s1", source="She", cue="said#2", content="it would stay shut", '
        'speaker="Ana Brel", act="assert"}]'
    )["cases"]
    [statement] = case["statements"]
    assert statement["cue"] == {"start": 39, "end": 43, "text": "said"}
    assert case["text"][39:43] == "said"
    assert statement["content"] == [{"start": 44, "end": 62, "text": "it would stay shut"}]
    assert (statement["kind"], statement["date"], statement["date_alt"]) == ("indirect", "2024-11-06", [None])
    assert case["doc_weekday"] == "Wednesday"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ('statements = [{id="s1", act="assert", cue="said"}]', "'said' stands 2 times: write which"),
        ('statements = [{id="s1", act="assert", cue="said#3"}]', "there is no occurrence 3"),
        ('statements = [{id="s1", act="assert", cue="claimed"}]', "'claimed' do not stand in the text"),
        ('statements = [{id="s1", act="muse"}]', r"\['muse'\] is no act"),
        ('statements = [{id="s1", act="assert", speaker="Ivo Brel"}]', r"no entity is called \['Ivo Brel'\]"),
        ('statements = [{id="s1", act="assert", tone="harsh"}]', r"has unknown \['tone'\]"),
        ('deeds = [{spans="closed"}]', r"lacks \['root'\]"),
    ],
)
def test_what_the_text_does_not_bear_out_is_an_error_with_the_case(written: str, why: str) -> None:
    with pytest.raises(CaseError, match=f"^one: .*{why}"):
        converted(_CASE + written)
