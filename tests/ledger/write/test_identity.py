"""Which page takes the place of which: by where it was got, never by what it says of itself."""

from dataclasses import replace

from onrecord import Label, Ledger, Metadata, Page
from tests.ledger.records import make_page, read

URL = "https://herald.example/bridge"
SHUT = "“The old bridge over the harbour is shut until Monday,” Mara Voss said in the council of Dalbruck on Friday."
OPEN = SHUT.replace("Monday", "Tuesday")
OTHER = "“Nobody has asked the ferrymen what the new levy will cost them,” Ada Lin told the union in Ostrel."
WORDS = {
    SHUT: ("Mara Voss", "shut until Monday"),
    OPEN: ("Mara Voss", "shut until Tuesday"),
    OTHER: ("Ada Lin", "levy"),
}


def add(ledger: Ledger, text: str, *, title: str = "Bridge closed", **fields: object) -> Page:
    """Add a page of one article; `url` and `canonical` are of its metadata."""
    given = {name: fields.pop(name) for name in ("url", "canonical") if name in fields}
    page = replace(make_page(text), metadata=Metadata(**given), **fields)  # type: ignore[arg-type]
    [article] = read(page, WORDS[text])
    assert ledger.add_page(page, [replace(article, title=Label(title))], reader="r1")
    return page


def said(ledger: Ledger) -> list[str]:
    assert list(ledger.check()) == []
    return [statement["content"][0]["text"] for statement in ledger.statements()]


def test_a_page_that_claims_the_address_of_another_takes_nothing_from_it(ledger: Ledger) -> None:
    add(ledger, SHUT, path="real.html", url=URL)
    add(ledger, OPEN, path="other.html", canonical=URL)
    add(ledger, OTHER, path="third.html", canonical=URL)
    assert said(ledger) == ["shut until Monday", "shut until Tuesday", "levy"]
    assert [(row["page"]["url"], row["page"]["canonical"]) for row in ledger.articles()] == [
        (URL, None),
        (None, URL),
        (None, URL),
    ]


def test_what_was_got_at_a_url_replaces_what_was_got_there_before_whatever_it_tells(ledger: Ledger) -> None:
    add(ledger, SHUT, path="a.html", url=URL)
    add(ledger, OTHER, path="b.html", url=URL)
    assert said(ledger) == ["levy"]


def test_a_file_that_is_called_like_a_url_is_not_what_was_got_there(ledger: Ledger) -> None:
    add(ledger, SHUT, path=URL)
    add(ledger, OTHER, path="b.html", url=URL)
    assert said(ledger) == ["shut until Monday", "levy"]


def test_the_same_story_at_the_same_path_is_a_newer_version(ledger: Ledger) -> None:
    add(ledger, SHUT)
    add(ledger, OPEN)
    assert said(ledger) == ["shut until Tuesday"]
    assert (ledger.stats()["pages"], ledger.stats()["versions"]) == (1, 2)


def test_another_story_at_the_same_path_is_another_page_and_each_has_its_versions(ledger: Ledger) -> None:
    add(ledger, SHUT)
    add(ledger, OTHER, title="A levy on ferries")
    assert said(ledger) == ["shut until Monday", "levy"]
    add(ledger, OPEN)
    assert said(ledger) == ["levy", "shut until Tuesday"]


def test_the_same_words_under_another_title_are_another_story(ledger: Ledger) -> None:
    add(ledger, SHUT)
    add(ledger, OPEN, title="Ferrymen ask what the levy will cost")
    assert said(ledger) == ["shut until Monday", "shut until Tuesday"]


def test_a_page_got_at_a_url_is_not_replaced_by_a_file(ledger: Ledger) -> None:
    add(ledger, SHUT, url=URL)
    add(ledger, OPEN)
    assert said(ledger) == ["shut until Monday", "shut until Tuesday"]


def test_standard_input_lines_and_texts_without_a_path_replace_nothing(ledger: Ledger) -> None:
    for path, media_type in (("-", "text/plain"), ("a.jsonl#1", "application/json"), (None, "text/plain")):
        for text in (SHUT, OPEN):
            changed = f"{text} ({path})"
            WORDS[changed] = WORDS[text]
            add(ledger, changed, path=path, media_type=media_type)
    assert sorted(said(ledger)) == ["shut until Monday"] * 3 + ["shut until Tuesday"] * 3


def test_what_is_no_link_is_never_given_out_as_one(ledger: Ledger) -> None:
    add(ledger, SHUT, url="javascript:alert(1)", canonical='=HYPERLINK("https://a.example")')
    [row] = ledger.articles()
    assert (row["page"]["url"], row["page"]["canonical"]) == (None, None)


def test_a_judgement_holds_for_newer_versions_and_never_for_another_story_of_the_path(ledger: Ledger) -> None:
    add(ledger, SHUT)
    made = ledger.dismiss(ledger.statements(words="monday")[0]["id"])
    # The same words are said there, in another story.
    add(ledger, OPEN, title="Ferrymen ask what the levy will cost")
    assert said(ledger) == ["shut until Tuesday"]
    again = f"{SHUT} She laughed."
    WORDS[again] = WORDS[SHUT]
    add(ledger, again)
    assert said(ledger) == ["shut until Tuesday"]
    ledger.undo(made["id"])
    assert said(ledger) == ["shut until Tuesday", "shut until Monday"]


def test_a_split_of_an_article_never_reaches_another_story_of_the_path(ledger: Ledger) -> None:
    for number, title in enumerate(("Bridge closed", "Ferrymen ask what it will cost", "Council goes home early")):
        text = f"{SHUT} ({number})"
        WORDS[text] = WORDS[SHUT]
        add(ledger, text, title=title)
    first = ledger.articles()[0]["id"]
    ledger.split("Mara Voss", articles=[first])
    assert sorted(len(one["appearances"]) for one in ledger.entities()) == [1, 2]
    add(ledger, OPEN)
    assert sorted(len(one["appearances"]) for one in ledger.entities()) == [1, 2]
