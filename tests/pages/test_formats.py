import datetime
import gzip
import json
import os
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import PageError
from onrecord.pages import InputFile, find, from_text, load
from onrecord.records import Moment, Page

STORY = "Mayor Jonas Weil said the bridge was closed.\n"


def loaded(path: Path) -> list[Page | PageError]:
    sources, errors = find([path])
    return [*errors, *(page for source in sources for page in load(source))]


def only_page(path: Path) -> Page:
    [page] = loaded(path)
    assert isinstance(page, Page), page
    return page


def only_error(path: Path) -> PageError:
    [error] = loaded(path)
    assert isinstance(error, PageError)
    assert str(path) in error.subject
    assert error.remedy
    assert "\n" not in str(error)
    return error


def test_plain_text_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "Ünder\r\n\r\n  the “bridge”\t \n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    page = only_page(path)
    assert page.text == text
    assert [page.text[b.start : b.end] for b in page.blocks] == ["Ünder", "the “bridge”"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_other_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    text = "The café on the quay was closed, the mayor said. “Nobody came,” he added.\n" * 6
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert only_page(path).text == text


def test_html_is_read_in_the_encoding_it_declares_as_browsers_do(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = '<html><head><meta charset="{}"></head><body><p>“Čaj — or café?” {}</p></body></html>'
    for declared, encoding in (("iso-8859-1", "cp1252"), ("windows-1250", "cp1250")):
        text = page.format(declared, STORY).replace("Č", "C" if encoding == "cp1252" else "Č")
        path.write_bytes(text.encode(encoding))
        assert "aj — or café?”" in only_page(path).text


def test_a_gzip_file_is_the_page_it_packs(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.txt", tmp_path / "b.txt.gz"
    plain.write_text(STORY)
    packed.write_bytes(gzip.compress(STORY.encode()))
    assert only_page(packed).sha256 == only_page(plain).sha256


def write_bomb(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(40):
            stream.write(b"a b c d " * 131_072)


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty.txt": (lambda path: path.write_bytes(b" \n"), "is empty"),
    "empty.jsonl": (lambda path: path.write_bytes(b""), "is empty"),
    "binary.txt": (lambda path: path.write_bytes(bytes(range(256)) * 20), "binary"),
    "report.txt": (lambda path: path.write_bytes(b"%PDF-1.7 ..."), "PDF"),
    "cut.txt.gz": (lambda path: path.write_bytes(gzip.compress(os.urandom(9_000))[:-400]), "cut off"),
    "damaged.txt.gz": (lambda path: path.write_bytes(b"\x1f\x8b\x08\x00" + b"x" * 99), "gzip"),
    "bomb.txt.gz": (write_bomb, "more than 32 MB"),
    "long.txt": (lambda path: path.write_text(STORY * 30_000), "1,350,000 characters"),
    "huge.txt": (lambda path: path.write_text(STORY * 1_200_000), "more than 32 MB"),
    "invalid.txt": (lambda path: path.write_bytes("“Nobody – came”, she said. ".encode() * 9 + b"\xff\xfe"), "UTF-8"),
    "deep.html": (lambda path: path.write_text("<div>" * 10_000 + "<p>words</p>"), "nested deeper"),
    "lines.txt": (lambda path: path.write_text("a\n" * 100_001), "100,001 lines, more than the 100,000"),
    "elements.html": (lambda path: path.write_text("<p>" * 1_000_000), "more than 50,000 elements"),
    "attributes.html": (
        lambda path: path.write_text(f"<p {'a=1 ' * 1_000_000}>words</p>"),
        "more than 2,000 attributes",
    ),
    "script.html": (lambda path: path.write_text("<html><script>document.write(1)</script></html>"), "no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_one_line_that_says_what_and_why(tmp_path: Path, name: str) -> None:
    make, reason = BAD[name]
    make(tmp_path / name)
    assert reason in only_error(tmp_path / name).reason


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    assert "does not exist" in only_error(tmp_path / "nowhere.txt").reason


def test_a_folder_without_pages_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(STORY)
    assert "holds no pages" in only_error(tmp_path).reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    path.chmod(0)
    assert "cannot be read" in only_error(path).reason


def test_a_folder_gives_its_pages_in_order_and_ends_despite_links_to_itself(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.htm", "sub/c.jsonl.gz", "noise.css"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    sources, errors = find([tmp_path])
    assert not errors
    assert [Path(source.path).name for source in sources] == ["a.htm", "b.txt", "c.jsonl.gz"]


def test_a_malformed_json_line_is_numbered_and_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    good = {"text": STORY, "url": "https://herald.example/1", "published": "2025-03-04", "outlet": "The Herald"}
    path.write_text(json.dumps(good) + '\n{"text": nonsense}\n[1]\n' + json.dumps({"html": f"<p>{STORY}</p>"}) + "\n")
    first, second, third, fourth = loaded(path)
    assert isinstance(first, Page)
    assert first.text == STORY
    assert first.path == f"{path}#1"
    day = Moment(datetime.date(2025, 3, 4))
    assert (first.metadata.url, first.metadata.published) == ("https://herald.example/1", day)
    assert isinstance(second, PageError)
    assert second.subject.endswith("#2")
    assert isinstance(third, PageError)
    assert isinstance(fourth, Page)
    assert STORY.strip() in fourth.text


def test_numbers_of_any_length_and_values_of_any_kind_cost_a_line_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    extra = [f'"n": {"9" * 4_301}', f'"n": -{"9" * 9_000}', '"n": 1e999999', '"n": NaN', '"n": [Infinity, {"n": 1}]']
    extra += [
        '"title": 7',
        '"byline": ["Mara Voss"]',
        '"outlet": {}',
        '"url": true',
        '"published": null',
        '"x": 1, "x": 2',
    ]
    path.write_text("".join(f'{{"text": {json.dumps(STORY)}, {more}}}\n' for more in extra))
    pages = loaded(path)
    assert len(pages) == len(extra)
    assert all(isinstance(page, Page) and page.text == STORY for page in pages)


def test_half_a_character_is_none_in_any_field(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(r'{"text": "He said \ud800 so.", "title": "a\udfff", "url": "http://a.example/\ud800"}')
    page = only_page(path)
    assert page.text == "He said \ufffd so."
    assert page.metadata.title == "a\ufffd"
    assert page.metadata.url == "http://a.example/\ufffd"


@pytest.mark.parametrize("twice", ['"text": "a", "text": "b"', '"text": "a", "url": "b", "url": "c"'])
def test_a_field_that_stands_there_twice_is_named(tmp_path: Path, twice: str) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(f"{{{twice}}}")
    assert "more than once" in only_error(path).reason


def test_a_line_that_is_too_long_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.pages.files.LARGEST", 500)
    monkeypatch.setattr("onrecord.pages.files._MOST_SKIPPED", 5_000)
    path = tmp_path / "pages.jsonl"
    good = json.dumps({"text": STORY})
    path.write_text(f"{good}\n{'x' * 2_000}\n{good}\n{'x' * 9_000}\n{good}\n")
    first, second, third, fourth = loaded(path)
    assert isinstance(first, Page)
    assert isinstance(second, PageError)
    assert second.subject.endswith("#2")
    assert isinstance(third, Page)
    assert third.path == f"{path}#3"
    assert isinstance(fourth, PageError)


def test_a_charset_that_is_none_of_pages_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    for charset in ("rot13", "hex", "utf-7", "unicode_escape", "idna", "undefined", "x" * 99):
        path.write_bytes(
            f'<meta charset="{charset}"><p>'.encode() + f"The café was closed. {STORY}".encode("cp1252") * 9
        )
        assert "closed" in only_page(path).text


@pytest.mark.parametrize(
    "written",
    ["yesterday-ish", "03/04/2025", 1741082400, True, 1e400, ["2025-03-04"], "9" * 5_000, "0001-01-01", "9999-12-31"],
)
def test_a_wrong_or_doubtful_date_in_a_json_line_is_named(tmp_path: Path, written: object) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"text": STORY, "published": written}))
    assert "published" in only_error(path).reason


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2025-03-04", "2025-03-04"),
        (20250304, "2025-03-04"),
        ("2025-03-04T23:30:00", "2025-03-04"),
        ("2025-03-04T23:30:00-05:00", "2025-03-04T23:30:00-05:00"),
        ("2025-03-04T23:30:00+99:99", "2025-03-04"),
        ("Tue, 04 Mar 2025 08:00 CEST", "2025-03-04"),
        ("Tue 4 Mar 2025 10.20 GMT", "2025-03-04T10:20:00+00:00"),
    ],
)
def test_dates_of_json_lines_are_those_that_are_written(tmp_path: Path, written: str | int, moment: str) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"text": STORY, "published": written}))
    found = only_page(path).metadata.published
    assert found is not None
    assert found.isoformat() == moment


def test_lines_broken_at_a_fixed_width_are_one_block() -> None:
    paragraph = (
        "The ferry between the islands was cancelled on Monday after the wind had\n"
        "turned to the north and the captain of the evening boat had refused to go\n"
        "out again, the company that runs the line said in a short notice at noon.\n"
    )
    page = from_text("\n".join([paragraph] * 4))
    assert [page.text[b.start : b.end] for b in page.blocks] == [paragraph.strip()] * 4


WRAPPED = (
    "The ferry was cancelled on Monday after the wind had turned to the north, and it stayed in the harbour all day."
)


@pytest.mark.parametrize(("first", "other"), [("", ""), ("  ", "  "), ("    ", "")])
def test_short_wrapped_pages_and_indented_ones_are_joined(first: str, other: str) -> None:
    paragraphs = [WRAPPED + " " + STORY.strip(), STORY.strip() + " " + WRAPPED + " Nobody was hurt in the town."]
    filled = [textwrap.fill(text, 64, initial_indent=first, subsequent_indent=other) for text in paragraphs]
    page = from_text(("\n\n" if first == other else "\n").join(filled) + "\n")
    assert [" ".join(page.text[b.start : b.end].split()) for b in page.blocks] == paragraphs


def test_of_a_wrapped_page_short_paragraphs_tell_nothing_of_the_width() -> None:
    short = ["HOLT: Good.", "Q Thanks.", "HOLT: Yes.", "Q Why?", "HOLT: No.", "Q When?"]
    page = from_text(
        "\n\n".join([textwrap.fill(WRAPPED + " " + STORY.strip(), 64), *short, textwrap.fill(WRAPPED, 64)])
    )
    blocks = [" ".join(page.text[b.start : b.end].split()) for b in page.blocks]
    assert blocks == [WRAPPED + " " + STORY.strip(), *short, WRAPPED]


def test_lines_that_each_end_a_sentence_are_blocks_of_their_own() -> None:
    lines = [STORY.strip() + f" It was the {number} time." for number in ("first", "third", "fourth", "fifth", "sixth")]
    page = from_text("\n".join(lines))
    assert [page.text[b.start : b.end] for b in page.blocks] == lines


def test_the_url_is_where_it_was_got_and_the_canonical_link_what_it_claims(tmp_path: Path) -> None:
    html = f'<html><head><link rel="canonical" href="https://other.example/a"></head><body><p>{STORY}</p></body></html>'
    (tmp_path / "a.html").write_text(html)
    metadata = only_page(tmp_path / "a.html").metadata
    assert (metadata.url, metadata.canonical) == (None, "https://other.example/a")
    lines = [
        {"html": html, "url": "https://herald.example/a"},
        {"html": html},
        {"text": STORY, "url": "javascript:a()"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    found = [page.metadata for page in loaded(tmp_path / "a.jsonl") if isinstance(page, Page)]
    assert [(one.url, one.canonical) for one in found] == [
        ("https://herald.example/a", "https://other.example/a"),
        (None, "https://other.example/a"),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (b"<section>The bridge is shut.</section>", "a.HTML", "text/html"),
        (b"<section>The bridge is shut.</section>", None, "text/plain"),
        (b"<!doctype html><p>The bridge is shut.", None, "text/html"),
        (gzip.compress(b"The bridge is shut.", mtime=0), "a.txt.gz", "text/plain"),
        (b'{"text": "The bridge is shut."}', None, "application/json"),
    ],
)
def test_what_a_program_has_in_hand_is_a_page(body: bytes, name: str | None, media_type: str) -> None:
    [page] = load(InputFile("-", len(body), body, name))
    assert isinstance(page, Page), page
    assert page.media_type == media_type
    assert "The bridge is shut." in page.text
