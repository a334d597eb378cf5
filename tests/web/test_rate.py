from onrecord.web.rate import Rate


def test_so_many_may_come_at_once_and_more_as_time_goes_by() -> None:
    now = 100.0
    rate = Rate(30, clock=lambda: now)
    assert [rate.wait() for _ in range(30)] == [0.0] * 30
    assert rate.wait() == 2.0
    now += 1.5
    assert rate.wait() == 0.5
    now += 0.5
    assert rate.wait() == 0.0
    assert rate.wait() == 2.0
    now += 3600
    assert [rate.wait() for _ in range(31)] == [0.0] * 30 + [2.0]


def test_it_is_told_without_being_counted() -> None:
    rate = Rate(1, clock=lambda: 100.0)
    assert [rate.wait(count=False), rate.wait(count=False), rate.wait()] == [0.0, 0.0, 0.0]
    assert rate.wait(count=False) == 60.0
