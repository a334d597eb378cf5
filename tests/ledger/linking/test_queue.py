"""Which article is compared next, and what is still to be compared after a run that was cut short."""

import pytest

from onrecord import Ledger
from onrecord.ledger.linking import run
from onrecord.ledger.linking.queue import Queue
from tests.ledger.linking.printing import EARLIER, copied, print_page, rows, text


def test_the_earliest_is_taken_first_and_each_once() -> None:
    queue = Queue()
    for position, article in (("2025-03-05 b", 1), ("2025-03-04 c", 2), ("2025-03-05 a", 3), ("2025-03-04 c", 2)):
        queue.put(position, article)
    assert len(queue) == 3
    assert [queue.take() for _ in range(3)] == [2, 3, 1]
    assert (len(queue), queue.done) == (0, 3)


def test_what_was_compared_is_not_compared_again(ledger: Ledger) -> None:
    print_page(ledger, "a.example/1", text(*range(6)))
    print_page(ledger, "b.example/1", text(*range(10, 16)))
    assert ledger.link() == 2
    assert ledger.link() == 0


def test_a_page_makes_those_due_that_it_may_be_the_original_of_and_no_others(ledger: Ledger) -> None:
    print_page(ledger, "a.example/1", text(*range(6)))
    print_page(ledger, "b.example/1", text(*range(10, 16)))
    ledger.link()
    print_page(ledger, "c.example/1", text(*range(5)), EARLIER)
    assert ledger.link() == 2


def test_a_run_that_is_cut_short_is_completed_by_the_next(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_TOGETHER", 1)
    copies = [print_page(ledger, f"{name}.example/1", text(*range(6))) for name in "abcd"]
    ledger.link()
    first = print_page(ledger, "e.example/1", text(*range(6)), EARLIER)

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.link(progress=stop)
    assert set(copied(ledger).values()) != {first}
    ledger.link()
    assert copied(ledger) == dict.fromkeys(copies, first)
    assert len(rows(ledger)) == len(copies)
