import contextlib
import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Label, Ledger, UsageError
from onrecord.ledger import SHOWN_CONFIDENCE
from tests.ledger.records import make_page, read, store


@pytest.mark.parametrize(
    ("asked", "speakers"),
    [
        ({"speaker": "lin"}, ["Lin Jäder", "Ada Lin"]),
        ({"speaker": "LIN jader"}, ["Lin Jäder"]),
        ({"speaker": "berl*"}, ["Otto Berlin"]),
        ({"words": "bridge closed"}, ["Otto Berlin"]),
        ({"words": '"the bridge"'}, ["Lin Jäder"]),
        ({"words": "ferr*"}, ["Ada Lin"]),
        ({"words": 'bridge" AND (NOT'}, []),
        ({"since": datetime.date(2025, 3, 5)}, ["Otto Berlin"]),
        ({"until": datetime.date(2025, 3, 5)}, ["Lin Jäder"]),
        ({"kind": "direct"}, ["Otto Berlin", "Lin Jäder", "Ada Lin"]),
        ({"kind": "mixed"}, []),
        ({"act": "assert"}, ["Otto Berlin", "Lin Jäder", "Ada Lin"]),
        ({"act": "deny"}, []),
        ({"media": ["speech"]}, ["Otto Berlin", "Lin Jäder", "Ada Lin"]),
        ({"media": ["thought", "writing"]}, []),
    ],
)
def test_asking(three: Ledger, asked: dict[str, object], speakers: list[str]) -> None:
    found = three.statements(**asked)  # type: ignore[arg-type]
    assert [s["speakers"][0]["name"] for s in found] == speakers


def test_a_speaker_may_be_an_id_or_its_first_characters(three: Ledger) -> None:
    [berlin] = three.entities("Berlin")
    for asked in (berlin["id"], berlin["id"][:8]):
        [found] = three.statements(speaker=asked)
        assert [one["name"] for one in found["speakers"]] == ["Otto Berlin"]
    assert [list(three.statements(speaker=f"{berlin['id']}{more}")) for more in ("-2", "0")] == [[], []]
    three.reattribute(three.statements(words="ferries")[0]["id"], berlin["id"])
    assert len(three.statements(speaker=berlin["id"])) == 2


def test_a_limit_still_tells_how_many_there_are(three: Ledger) -> None:
    found = three.statements(limit=1)
    assert (len(found), found.total) == (1, 3)
    assert found.to_pandas().iloc[0]["kind"] == "direct"


def test_speech_above_the_floor_is_shown_and_the_rest_when_asked_for(ledger: Ledger) -> None:
    page = make_page("Ada Lin hopes it rains. Bo Orn said it snows. Cy Um said it hails.")
    [article] = read(page, ("Ada Lin", "it rains"), ("Bo Orn", "it snows"), ("Cy Um", "it hails"))
    hope, at_floor, below = article.statements
    statements = (
        replace(hope, medium="thought"),
        replace(at_floor, confidence=SHOWN_CONFIDENCE, medium="writing"),
        replace(below, confidence=SHOWN_CONFIDENCE - 0.01),
    )
    ledger.add_page(page, [replace(article, statements=statements)], reader="r1")

    def speakers(**asked: Any) -> list[str]:
        return [one["speakers"][0]["name"] for one in ledger.statements(**asked)]

    assert speakers() == ["Bo Orn"]
    assert speakers(media=None) == ["Ada Lin", "Bo Orn"]
    assert speakers(confidence=0) == ["Bo Orn", "Cy Um"]
    assert speakers(confidence=0.9) == []
    assert speakers(article=article.id) == ["Bo Orn"]
    assert speakers(media=None, confidence=0) == ["Ada Lin", "Bo Orn", "Cy Um"]


def test_nothing_to_look_for_is_wrong_usage(three: Ledger) -> None:
    with pytest.raises(UsageError, match="no word"):
        three.statements(words="?!")


def test_ids_may_be_shortened_and_unknown_ones_are_named(three: Ledger) -> None:
    full = three.statements(speaker="Berlin")[0]["id"]
    assert three.statement(full[:5])["id"] == full
    with pytest.raises(UsageError, match="may be several"):
        three.statement("s")
    with pytest.raises(UsageError, match="s0nothing"):
        three.statement("s0nothing")
    assert three.article(three.articles()[0]["id"])["title"] == {"text": "Bridge closed", "start": None, "end": None}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from('"*^:(){}+-.\0\ud800 ANDORNEAR')), max_size=20))
def test_nothing_a_user_types_is_a_syntax_error(three: Ledger, asked: str) -> None:
    for ask in (
        lambda: three.statements(words=asked),
        lambda: three.statements(speaker=asked),
        lambda: three.statements(article=asked),
        lambda: three.statement(asked),
    ):
        with contextlib.suppress(UsageError):
            ask()


def test_a_name_that_nobody_has_is_answered_with_those_like_it(three: Ledger) -> None:
    assert three.names_like("Berln") == ["Otto Berlin"]
    assert three.names_like("Ada Linn") == ["Ada Lin"]
    assert three.names_like("Jaeder") == ["Lin Jäder"]
    assert three.names_like("AdaLin") == ["Ada Lin"]
    assert three.names_like("Ber lin") == ["Otto Berlin"]
    assert three.names_like("Nobody") == []
    assert three.names_like("?") == []
    assert three.names_like("ab " * 100) == []
    with pytest.raises(UsageError, match=r"did you mean Otto Berlin\?"):
        three.entity("Oto Berlin")


def test_an_article_may_be_called_by_its_title(ledger: Ledger) -> None:
    for title in ("Bridge closed", "Bridge closed again", "Ferry late"):
        page = make_page(f"{title}. “Shut,” Mara Voss said.")
        [article] = read(page, ("Mara Voss", "Shut"))
        ledger.add_page(page, [replace(article, title=Label(title))], reader="r1")
    assert [ledger.article(asked)["title"] for asked in ("bridge CLOSED", "Ferry", "again")] == [
        {"text": title, "start": None, "end": None} for title in ("Bridge closed", "Ferry late", "Bridge closed again")
    ]
    with pytest.raises(UsageError, match="article Bridge: may be several"):
        ledger.article("Bridge")


def test_an_article_is_found_by_the_first_characters_of_its_id_or_named_as_unknown(three: Ledger) -> None:
    [wanted, *_] = three.articles()
    assert [s["article"]["id"] for s in three.statements(article=wanted["id"][:8])] == [wanted["id"]]
    with pytest.raises(UsageError, match="article nowhere: is not in the ledger"):
        three.statements(article="nowhere")


def test_a_source_that_is_only_described_is_not_named_until_it_is_somebody(ledger: Ledger) -> None:
    page = make_page("“It is shut,” an official said. “I swim,” Ada Lin said.")
    [article] = read(page, ("an official", "It is shut"), ("Ada Lin", "I swim"))
    official, lin = article.entities
    unnamed = replace(official, named=False)
    first, second = article.statements
    statements = (replace(first, speakers=(unnamed,)), second)
    ledger.add_page(page, [replace(article, entities=(unnamed, lin), statements=statements)], reader="r1")

    def named() -> dict[str, list[bool]]:
        return {row["content"][0]["text"]: [one["named"] for one in row["speakers"]] for row in ledger.statements()}

    assert named() == {"It is shut": [False], "I swim": [True]}
    merged = ledger.merge("Ada Lin", "an official")
    assert named() == {"It is shut": [True], "I swim": [True]}
    ledger.undo(merged["id"])
    [shut] = ledger.statements(words="shut")
    ledger.reattribute(shut["id"], "Bo Orn")
    assert named() == {"It is shut": [True], "I swim": [True]}


def test_a_month_is_found_by_its_first_day(ledger: Ledger) -> None:
    page = make_page("“I swim,” Ada Lin said.")
    [article] = read(page, ("Ada Lin", "I swim"))
    month = tuple(replace(one, said_on="2025-02", said_on_basis="printed") for one in article.statements)
    ledger.add_page(page, [replace(article, statements=month)], reader="r1")
    first, last = datetime.date(2025, 2, 1), datetime.date(2025, 2, 28)
    assert len(ledger.statements(since=first, until=last)) == 1
    assert len(ledger.statements(since=datetime.date(2025, 2, 2))) == 0


def test_a_time_stands_for_its_day(ledger: Ledger) -> None:
    store(ledger, "“I swim,” Ada Lin said.", ("Ada Lin", "I swim"))
    assert len(ledger.statements(since=datetime.datetime(2025, 3, 4, 12))) == 1
    assert len(ledger.statements(since=datetime.datetime(2025, 3, 5, 0))) == 0


@pytest.mark.parametrize(
    ("asked", "remedy"),
    [
        ({"act": "asert"}, "act asert.*did you mean assert"),
        ({"kind": "x"}, "kind x.*choose one of direct"),
        ({"media": ["speach"]}, "medium speach.*did you mean speech"),
    ],
)
def test_what_is_no_value_of_a_vocabulary_is_wrong_usage(three: Ledger, asked: dict[str, Any], remedy: str) -> None:
    with pytest.raises(UsageError, match=remedy):
        three.statements(**asked)


def test_entities_and_events_know_their_types(three: Ledger) -> None:
    with pytest.raises(UsageError, match="did you mean person"):
        three.entities(type="persn")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="did you mean COERCE"):
        three.events(type="COERC")  # type: ignore[arg-type]


def test_an_entity_is_listed_by_its_id_and_six_of_its_characters(three: Ledger) -> None:
    [found] = [one for one in three.entities() if "Berlin" in one["name"]]
    assert [one["id"] for one in three.entities(found["id"])] == [found["id"]]
    assert found["id"] in [one["id"] for one in three.entities(found["id"][:6])]
    assert list(three.entities(found["id"][:5])) == []
