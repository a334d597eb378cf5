from dataclasses import replace

import pytest

from onrecord.linking.material import Claim, Story
from onrecord.linking.told_links import told_links
from onrecord.vocabulary import Act
from tests.linking.built import HARROW, MINISTRY, VOSS, claim, span, story


def kinds(told: Story) -> list[tuple[str, str, str]]:
    return [(link.kind, link.later.words, link.earlier.words) for link in told_links(told)]


@pytest.mark.parametrize(("act", "relation"), [("deny", "denies"), ("reject", "rejects")])
def test_what_is_told_within_a_denial_is_denied(act: Act, relation: str) -> None:
    outer = claim("claims that its dam leaked", by=(MINISTRY,), act=act)
    inner = replace(claim("its dam leaked", by=(VOSS,)), part_of=outer.key)
    assert kinds(story(outer, inner)) == [(relation, outer.words, inner.words)]


def test_nothing_else_that_is_told_within_a_statement_is() -> None:
    outer = claim("what Voss had said", by=(MINISTRY,))
    inner = replace(claim("its dam leaked", by=(VOSS,)), part_of=outer.key)
    own = replace(claim("its dam leaked", by=(MINISTRY,)), part_of=outer.key)
    assert kinds(story(outer, inner)) == []
    assert kinds(story(replace(outer, act="deny"), own)) == []


def turn(words: str, by: object) -> Claim:
    text = f"NAME: {words}"
    told = claim(words, paragraph=text, by=(by,))  # type: ignore[arg-type]
    return replace(told, kind="direct", cue=span(text, ":"))


def test_the_turn_behind_a_question_answers_it() -> None:
    asked, answered, more = turn("Did you sign?", HARROW), turn("I did.", VOSS), turn("It was late.", VOSS)
    assert kinds(story(asked, answered, more)) == [("answers", "I did.", "Did you sign?")]


def test_who_asks_himself_does_not_answer_and_no_quotation_is_a_turn() -> None:
    assert kinds(story(turn("Did I sign?", VOSS), turn("I did.", VOSS))) == []
    assert kinds(story(claim("Did you sign?", by=(HARROW,)), claim("I did.", by=(VOSS,)))) == []
