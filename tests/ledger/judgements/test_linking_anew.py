"""What a judgement changes that linking builds on is linked anew at the next run."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from onrecord import JudgementRow, Ledger
from onrecord.linking import Evidence, FoundLink, Story
from tests.ledger.linked import compared, have_compared, links, put_copy, put_link
from tests.ledger.records import store

FERRY, REPLY, OTHER = (f"https://herald.example/{name}" for name in ("ferry", "reply", "other"))
_LATER = datetime.date(2025, 3, 6)

type Judge = Callable[[Ledger], str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.ledger"


@pytest.fixture
def three_pages(ledger: Ledger, path: Path) -> Ledger:
    """Two articles with a link between them, all compared, and a third that has to do with neither."""
    # The first article names both; in the second and the third there is one of them.
    store(
        ledger,
        "“The ferry of Ostrel was never late this winter,” Mara Voss said. “We waited,” Ada Orn said.",
        ("Mara Voss", "The ferry of Ostrel was never late this winter"),
        ("Ada Orn", "We waited"),
        url=FERRY,
    )
    store(
        ledger,
        "“The ferry of Ostrel was late every day this winter,” Otto Lind said.",
        ("Otto Lind", "The ferry of Ostrel was late every day this winter"),
        url=REPLY,
        day=_LATER,
    )
    store(ledger, "“I swim,” Bo Hale said.", ("Bo Hale", "I swim"), url=OTHER)
    put_link(path, "denies", "The ferry of Ostrel was late", "The ferry of Ostrel was never")
    have_compared(path)
    return ledger


JUDGEMENTS: dict[str, tuple[Judge, set[int]]] = {
    # The link between the first two is found with the second.
    "merge": (lambda ledger: ledger.merge("Bo Hale", "Mara Voss")["id"], {1, 2}),
    "merge of the one that is not linked": (lambda ledger: ledger.merge("Mara Voss", "Bo Hale")["id"], {3}),
    "reattribute": (
        lambda ledger: ledger.reattribute(ledger.statements(words="waited")[0]["id"], "Bo Hale")["id"],
        {1, 2},
    ),
    "dismiss": (lambda ledger: ledger.dismiss(ledger.statements(words="swim")[0]["id"])["id"], set()),
    "rename": (lambda ledger: ledger.rename("Bo Hale", "B. Hale")["id"], set()),
}


@pytest.mark.parametrize("kind", JUDGEMENTS)
def test_articles_whose_speakers_change_are_compared_again(three_pages: Ledger, path: Path, kind: str) -> None:
    make, concerned = JUDGEMENTS[kind]
    made = make(three_pages)
    assert compared(path) == {1, 2, 3} - concerned
    have_compared(path)
    three_pages.undo(made)
    assert compared(path) == {1, 2, 3} - concerned


def test_a_split_entity_is_compared_again_where_it_was_split_off(three_pages: Ledger, path: Path) -> None:
    store(three_pages, "“I row,” Bo Hale said.", ("Bo Hale", "I row"), url="https://herald.example/rowing")
    have_compared(path)
    article = next(one["id"] for one in three_pages.articles() if one["page"]["url"] == "https://herald.example/rowing")
    made = three_pages.split("Bo Hale", articles=[article])
    assert compared(path) == {1, 2, 3}
    have_compared(path)
    three_pages.undo(made["id"])
    assert compared(path) == {1, 2, 3}


@pytest.mark.parametrize("judge", [Ledger.confirm_link, Ledger.reject_link])
def test_a_judged_copy_is_compared_again_since_links_build_on_it(
    three_pages: Ledger, path: Path, judge: Callable[[Ledger, str], JudgementRow]
) -> None:
    made = judge(three_pages, put_copy(path, OTHER, FERRY))
    assert compared(path) == {1, 2}
    have_compared(path)
    three_pages.undo(made["id"])
    assert compared(path) == {1, 2}


@pytest.fixture
def finding(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of speakers that linking saw; it finds that each statement on the ferry denies the first one."""
    seen: list[str] = []

    def find(story: Story, others: Sequence[Story], original: Story | None) -> list[FoundLink]:
        seen.extend(party.name for claim in story.claims for party in claim.speakers)
        return [
            FoundLink(
                "denies",
                story.claims[0],
                other.claims[0],
                0.4,
                sure=False,
                evidence=(Evidence(story.claims[0], story.claims[0].content[0]),),
                reason="so it is",
            )
            for other in others
        ]

    monkeypatch.setattr("onrecord.ledger.linking.run.find_links", find)
    return seen


# SQLAlchemy 2.1 warns of what linking still calls.
@pytest.mark.filterwarnings("ignore:The Result.tuples")
def test_what_was_judged_holds_when_links_are_found_anew(three_pages: Ledger, finding: list[str]) -> None:
    linked = three_pages
    linked.merge("Ada Orn", "Mara Voss")
    linked.reattribute(linked.statements(words="late every")[0]["id"], "Petra Holm")
    assert linked.link() == 2
    assert finding == ["Ada Orn", "Ada Orn", "Petra Holm"]
    [found] = links(linked)
    assert (found["asserted"], found["reason"]) == (False, "so it is")
    assert list(linked.check()) == []
    for judge, given in ((linked.confirm_link, [found | {"asserted": True}]), (linked.reject_link, [])):
        made = judge(found["id"])
        back = linked.merge("Bo Hale", "Ada Orn")["id"]
        assert linked.link() == 2
        assert links(linked) == given
        assert list(linked.check()) == []
        for one in (back, made["id"]):
            linked.undo(one)
        assert links(linked) == [found]
        linked.link()
        assert links(linked) == [found]
        assert list(linked.check()) == []
