"""Watching which rules speak, and leaving some of them out."""

from onrecord.rules import Rule, active, fired, watching, without

_ODD = Rule("veto/odd", lambda number: number % 2 == 1)
_LARGE = Rule("veto/large", lambda number: number > 9)
_RULES = (_ODD, _LARGE)


def test_all_rules_are_asked_in_their_order() -> None:
    assert active(_RULES) == _RULES


def test_a_rule_is_left_out_as_long_as_the_context_lasts() -> None:
    with without(["veto/odd"]):
        assert active(_RULES) == (_LARGE,)
        with without(["veto/large"]):
            assert active(_RULES) == ()
        assert active(_RULES) == (_LARGE,)
    assert active(_RULES) == _RULES


def test_a_firing_is_noted_only_where_somebody_watches() -> None:
    fired(_ODD, 0, 1)
    with watching() as firings:
        fired(_LARGE, 2, 5)
    fired(_ODD, 6, 7)
    assert firings == [("veto/large", 2, 5)]


def test_the_kind_of_a_rule_is_the_first_part_of_its_identifier() -> None:
    assert _ODD.kind == "veto"
