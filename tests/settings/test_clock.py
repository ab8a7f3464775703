import datetime

import pytest

from tui.settings.clock import ClockError, today


def test_today_is_the_day_on_the_calendar() -> None:
    now = datetime.datetime.now().astimezone()
    assert abs(today({}) - now.date()) <= datetime.timedelta(days=1)


def test_today_can_be_set() -> None:
    assert today({"BRIEF_TODAY": "2025-09-19"}) == datetime.date(2025, 9, 19)


@pytest.mark.parametrize("written", ["soon", "2025-02-30", "2025-09-19\x1b[2J"])
def test_what_is_no_day_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(ClockError, match=r"\$BRIEF_TODAY is not a day such as 2025-09-19"):
        today({"BRIEF_TODAY": written})
