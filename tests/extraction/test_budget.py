import re
import time
from dataclasses import replace
from itertools import count

import pytest

from onrecord.errors import PageError
from onrecord.extraction import Reader
from onrecord.extraction import reader as reading
from onrecord.extraction.budget import Budget
from onrecord.extraction.document import Document
from onrecord.extraction.ranges import CharRange, Neighbours
from onrecord.records import Article
from onrecord.running import Readers
from tests.conftest import MakeArticle

_SAID = "The harbour master said on Monday that the quay would be closed."


def test_a_limit_says_which_it_is_and_what_to_do() -> None:
    budget = Budget("news/list.txt")
    budget.allow(3_000, 3_000, "words for events")
    with pytest.raises(PageError, match=re.escape("news/list.txt: has 3,001 words for events, more than the 3,000")):
        budget.allow(3_001, 3_000, "words for events")


def test_time_counts_while_an_article_is_read_and_not_while_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count(0.0, 40.0)
    monkeypatch.setattr(time, "thread_time", lambda: next(clock))
    budget = Budget("news/slow.txt", seconds=100.0)
    with budget.running():
        budget.check()
    budget.check()
    with budget.running(), pytest.raises(PageError, match="took longer than 100 seconds of a processor to read here"):
        budget.check()


@pytest.mark.model
def test_an_article_over_its_budget_fails_alone_and_in_its_place(
    make_article: MakeArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PIECES", 60)
    articles = [make_article(_SAID), make_article(*[_SAID] * 9), make_article(_SAID)]
    outcomes = list(Readers(processes=1).read(articles))
    assert [len(one.statements) if isinstance(one, Article) else type(one) for one in outcomes] == [1, PageError, 1]
    assert "more than the 60 that are read at once" in str(outcomes[1])


@pytest.mark.parametrize("word", ["(" * 4_000, '"' * 4_000, "a" * 4_000, "1," * 2_000, "a-" * 2_000, "e\u0301" * 2_000])
@pytest.mark.model
def test_a_word_without_end_keeps_its_characters(reader: Reader, make_article: MakeArticle, word: str) -> None:
    article = make_article(_SAID, f"And {word} so on.")
    document = Document(article)
    doc = document.tokenize(reader._encoder.language)
    assert doc.text == document.text
    assert max(map(len, doc)) <= 500
    [read] = reader.read([article])
    assert len(read.statements) == 1


@pytest.mark.model
def test_what_reading_costs_grows_with_the_text(reader: Reader, make_article: MakeArticle) -> None:
    generators = (
        lambda i: f"Ada {chr(65 + i % 26)}orlen{i // 26} told Ivo Brandt on Monday that {i + 2} boats had left. ",
        lambda i: f"{i}, ",
        lambda i: "he said that she said that ",
        lambda i: '"yes" ',
        lambda i: f"The {chr(65 + i % 26)}elm Ministry and its {chr(65 + i % 25)}orn Committee said so. ",
    )
    for generator in generators:
        few, many = (
            _seconds(reader, make_article(_SAID, "".join(map(generator, range(times))))) for times in (150, 1_200)
        )
        # Eight times the text: 64 times the time where all is compared with all.
        assert many < 20 * max(few, 0.1)


def _seconds(reader: Reader, article: Article) -> float:
    begun = time.process_time()
    list(reader.read([replace(article)]))
    return time.process_time() - begun


def test_neighbours_are_those_that_stand_near_in_their_order() -> None:
    places = [CharRange(start, start + 5) for start in range(100_000, 0, -10)]
    neighbours = Neighbours((place, [place]) for place in places)
    near = neighbours.near([CharRange(50_000, 50_020)])
    assert [place for place in places if place.start <= 50_020 and place.end >= 50_000] == [
        place for place in near if place.start <= 50_020 and place.end >= 50_000
    ]
    # However many there are, few are looked at.
    assert len(near) < 100
    neighbours.add(CharRange(0, 100_000), [CharRange(0, 100_000)])
    assert neighbours.near([CharRange(50_000, 50_020)])[-1] == CharRange(0, 100_000)
