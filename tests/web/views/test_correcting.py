import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views.rendering import _TEMPLATES


def id_of(ledger: Ledger, name: str) -> str:
    return ledger.entity(name)["id"]


def test_an_entity_is_shown_under_another_name(client: TestClient, ledger: Ledger) -> None:
    client.post(f"/entities/{id_of(ledger, 'Ada Lin')}/rename", data={"name": "Ada Lindqvist", "note": "as she says"})
    assert ledger.statements(speaker="Ada Lin")[0]["speakers"][0]["name"] == "Ada Lindqvist"
    assert ledger.judgements()[0]["note"] == "as she says"


def test_two_are_one_or_are_not(client: TestClient, ledger: Ledger) -> None:
    one, other = id_of(ledger, "Mara Voss"), id_of(ledger, "Ada Lin")
    client.post(f"/entities/{one}/keep-apart", data={"name": other})
    client.post(f"/entities/{one}/merge", data={"name": other})
    assert [made["kind"] for made in ledger.judgements()] == ["keep_apart", "merge"]
    assert ledger.entity(other)["id"] == one


def test_some_of_it_is_somebody_else(client: TestClient, ledger: Ledger) -> None:
    one, other = id_of(ledger, "Mara Voss"), id_of(ledger, "Ada Lin")
    ledger.merge(one, other)
    client.post(f"/entities/{one}/split", data={"called": ["Ada Lin"], "articles": ["", " "]})
    assert ledger.judgements()[1]["says"]["called"] == ["Ada Lin"]
    client.post(f"/entities/{one}/confirm-name", data={"called": "Mara Voss"})
    assert ledger.judgements()[2]["kind"] == "confirm_name"


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("merge", {"name": "Nobody Known"}, 404),
        ("rename", {"name": "!"}, 422),
        ("rename", {}, 422),
        ("split", {}, 422),
        ("split", {"called": "Nobody"}, 422),
    ],
)
def test_what_cannot_be_decided_is_told(
    client: TestClient, ledger: Ledger, path: str, sent: dict[str, str], status: int
) -> None:
    answer = client.post(f"/entities/{id_of(ledger, 'Mara Voss')}/{path}", data=sent)
    assert answer.status_code == status
    assert "What to do" in answer.text
    assert ledger.judgements() == []


def test_the_forms_have_the_names_that_articles_print(ledger: Ledger) -> None:
    template = '{% from "parts/correct_entity.html" import correct_entity %}{{ correct_entity(entity) }}'
    [entity] = ledger.entity_list("Mara Voss")
    page = _TEMPLATES.from_string(template).render(entity=entity)
    for action in ("rename", "merge", "keep-apart", "split"):
        assert f'action="/entities/{entity["id"]}/{action}"' in page
    assert '<input type="checkbox" name="called" value="Mara Voss">' in page
