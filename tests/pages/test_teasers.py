"""Teasers: cards side by side that lead to other stories, and what only looks so."""

import lxml.html
import pytest

from onrecord.pages.teasers import teasers

WORDS = "The ferry will run every half hour from Friday on, and it will cost nobody anything."


def found(*cards: str, holder: str = "<div class='card'>{}</div>") -> int:
    page = "".join(holder.format(card) for card in cards)
    return len(teasers(lxml.html.document_fromstring(f"<html><body><main>{page}</main></body></html>")))


def test_three_alike_that_lead_elsewhere_are_teasers() -> None:
    card = f"<p><a href='/a'>Ferry fares</a></p><p>{WORDS}</p>"
    assert found(card, card, card) == 3
    assert found(card, card) == 0


@pytest.mark.parametrize(
    "card",
    [
        f"<p>{WORDS}</p><p><a href='/a'>Ferry fares</a></p>",
        f"<p><a href='#1'>Ferry fares</a></p><p>{WORDS}</p>",
        f"<p><a href='/ana-gill'>Ana Gill</a></p><p>“{WORDS}”</p>",
        f"<p><a href='/a'>Ferry</a> fares rise</p><p>{WORDS}</p>",
        "<p><a href='/a'>Ferry fares</a></p>",
        f"<p><a href='/a'>Ferry fares</a></p><p>{WORDS * 10}</p>",
    ],
)
def test_what_only_looks_like_them_is_none(card: str) -> None:
    assert found(card, card, card) == 0


def test_cards_are_known_by_a_class_of_their_own() -> None:
    card = f"<p><a href='/a'>Ferry fares</a></p><p>{WORDS}</p>"
    assert found(card, card, card, holder="<div>{}</div>") == 0
