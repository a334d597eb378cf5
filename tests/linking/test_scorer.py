import numpy as np

from onrecord.linking import OVERLAPS, RELATIONS, Asked, features_of, features_of_asked
from onrecord.linking.scorer import likely, relations
from tests.linking.built import HARROW, VOSS, claim


def asked(none: float, *, chance: float = 0.5, denies: float | None = None) -> Asked:
    """Return a pair of which the network says how likely it is not linked, and how likely it is a denial."""
    denied = (1 - none) / (len(RELATIONS) - 1) if denies is None else denies
    told = np.full(len(RELATIONS), (1 - none - denied) / (len(RELATIONS) - 2))
    told[RELATIONS.index("none")], told[RELATIONS.index("denies")] = none, denied
    return Asked(np.log(told).astype(np.float32), chance, "other", within=False)


def test_a_reply_to_the_same_matter_is_likelier_than_another_statement() -> None:
    accusation = claim("The navy hid 40 crates of rifles beneath the wheat of the Halcyon", by=(VOSS,))
    text = "Harrow rejected what Voss had claimed: no rifles were ever beneath the wheat of the Halcyon, he said."
    reply = claim("no rifles were ever beneath the wheat", paragraph=text, by=(HARROW,), mentioned=(VOSS, HARROW))
    other = claim("the budget of the province will be read on Monday", by=(HARROW,))
    near, far = (features_of(one, accusation, 0.4) for one in (reply, other))
    chances = likely([near, far], within=False)
    assert chances[0] > 4 * chances[1]


def test_pairs_are_scored_one_by_one() -> None:
    pairs = [{"names the earlier speaker": 1.0}, {OVERLAPS[0]: 0.4}]
    assert likely(pairs, within=True) == [*likely(pairs[:1], within=True), *likely(pairs[1:], within=True)]
    assert likely([], within=True) == []


def test_a_pair_is_compared_with_the_others_of_the_later_statement() -> None:
    ahead = [one["ahead of the next, log odds"] for one in features_of_asked([asked(0.1), asked(0.9), asked(0.8)])]
    assert ahead[0] > 0 > ahead[2] > ahead[1]
    alone = features_of_asked([asked(0.9)])[0]
    assert alone["ahead of the next, log odds"] > 0
    assert alone["asked about first"] == 1


def test_what_the_network_takes_for_a_denial_is_likeliest_one() -> None:
    found = relations(features_of_asked([asked(0.02, denies=0.93)])[0])
    assert max(found, key=lambda one: found[one]) == "denies"
    assert abs(sum(found.values()) - 1) < 1e-9
