import re

import pytest

from onrecord.cli.render import print_entity
from onrecord.ledger import AppearanceRow, ArticleRef, EntityRow, PageRef


def _appearance(number: int) -> AppearanceRow:
    page = PageRef(sha256="a" * 64, path=f"{number}.txt", url=None, canonical=None)
    article = ArticleRef(id=f"{number:012x}-1", title=f"Story {number}", published="2025-03-04")
    return AppearanceRow(article=article, page=page, name="Ada Lin", role=None, mentions=[])


@pytest.mark.parametrize(("articles", "listed", "left"), [(50, 50, None), (53, 50, "3")])
def test_the_first_articles_of_an_entity_are_listed_and_the_others_counted(
    capsys: pytest.CaptureFixture[str], articles: int, listed: int, left: str | None
) -> None:
    entity = EntityRow(
        id="e1",
        name="Ada Lin",
        type="person",
        country=None,
        variants=[],
        roles=[],
        wikidata=None,
        appearances=[_appearance(number) for number in range(articles)],
    )
    print_entity(entity, "“It rains,” Ada Lin said.")
    printed = capsys.readouterr()
    assert len(re.findall("Story", printed.out)) == listed
    assert "“It rains,” Ada Lin said." in printed.out
    found = re.search(r"and (\d+) more articles", printed.err)
    assert (found and found[1]) == left
