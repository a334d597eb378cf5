"""Whatever a page prints, it is read, and every span holds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.extraction import Reader
from onrecord.pages import cut, from_text
from onrecord.records import Article, Page, Span

PIECES = st.sampled_from(
    [*"abz é“”\"'‘’.:,;—()[]\u200b\u00a0\u0301😀漢ß\t\ufeffﬁ0", "said ", "“I said,” he told me ", "VOSS: ", "\n",
     "\n\n", "Mr. Weil said that ", "according to ", "the port “opens", " ''x'' ", "denied "]
)  # fmt: skip


def article(text: str) -> Article:
    page = Page(sha256="0" * 64, media_type="text/plain", body=b"", text=text, blocks=())
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line), line))
        at += len(line) + 1
    return Article("0" * 12 + "-1", page, 1, paragraphs=tuple(spans))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(pieces=st.lists(PIECES, max_size=120))
def test_any_text_is_read_and_its_spans_hold(reader: Reader, pieces: list[str]) -> None:
    text = "".join(pieces)
    [read] = reader.read([article(text)])
    for statement in read.statements:
        for span in (*statement.content, statement.source, statement.cue):
            assert span is None or text[span.start : span.end] == span.text


def test_a_mark_within_the_last_word_is_no_stumbling_block(reader: Reader) -> None:
    [read] = reader.read([article("Mr. Weil said that the ship was the Gro漢“漢")])
    assert read.statements


INTERVIEW = """\
A morning in the port

By Dilan Jonas

Mara Voss has run the port since 2011. I asked her two questions.

Why close the market?

Because the roof could fall. I have seen the beams.

Where will traders go?

To a tent on the quay.
"""


def test_who_asks_in_an_interview_is_named_by_the_byline_alone(reader: Reader) -> None:
    [read] = reader.read(cut(from_text(INTERVIEW)))
    said = {statement.content[0].text: statement for statement in read.statements}
    [asking] = said["Why close the market?"].speakers
    [answering] = said["To a tent on the quay."].speakers
    assert (asking.name, asking.named, answering.name) == ("Dilan Jonas", True, "Mara Voss")
    assert [INTERVIEW[span.start : span.end] for span in asking.mentions] == ["Dilan Jonas"]
    assert asking in read.entities
    unnamed = reader.read(cut(from_text(INTERVIEW.replace("By Dilan Jonas", "By Dilan Jonas and Ada Orlen"))))
    assert [one.speakers for one in next(unnamed).statements if one.content[0].text.endswith("go?")] == [()]
