"""The shipped story of TikTok, told at six dates. What is expected was worked out by hand from the four reports.

The report of 2020 was written on about Monday 10 August: "on Monday" is the 10th, "Friday" the 7th, "last Thursday" the
6th, "a few days earlier" about the 3rd, "in 45 days" of the 6th 20 September, "last week" 3 to 9 August. The report of
14 January 2025 tells of that month and of a post of "April last year". The two of Friday 19 September 2025 tell of
"Monday" the 15th and "Thursday" the 18th. A law "of 2024" is certain to be known only from the end of that year.
"""

import pytest
from conftest import SHIPPED

from tui.analysis.view import view
from tui.load.briefing import load_file
from tui.load.shared import load_shared
from tui.model.edtf import EDTF


@pytest.fixture(scope="module")
def as_of():
    briefing = load_file(SHIPPED / "tiktok-divestiture.yaml", SHIPPED, load_shared(SHIPPED)).briefing
    return lambda date: view(briefing, EDTF(date))


def events(shown, status):
    return {event.id for event in shown.events if shown.status(event) == status}


def asked(shown, *, still_open):
    return {one.id for one in shown.questions if (one.status == "open") == still_open}


def stands(shown, question):
    """Who stands where on a question; an actor whose position has no stance is None."""
    return {one.actor: one.stance for one in shown.stands_on(question)}


def due(shown):
    return {one.id: shown.due(one).text for one in shown.questions if one.status == "open" and shown.due(one)}


HAPPENED_IN_2020 = {
    "engagement",
    "trump-announcement",
    "treasury-share",
    "cnbc-report",
    "weibo-comments-closed",
    "executive-order",
    "tiktok-statement",
    "appeal-to-users",
    "xinhua-opinion",
    "foreign-ministry-attack",
    "distancing",
    "suitors-talks",
    "bytedance-escalates",
}
ASKED_IN_2020 = {
    "ban",
    "bytedance-ownership",
    "trustworthiness",
    "leverage",
    "fight-the-order",
    "order-scope",
    "sale-in-2020",
    "microsoft-purchase",
    "twitter-purchase",
}
SAID_IN_2020 = {
    "not-higher-than-20-per-cent",
    "robbing-the-owner",
    "not-enough-money",
    "yimings-dream",
    "fight-back",
    "byte-kneel",
    "time-to-push-back",
    "face-the-reality",
    "any-transaction",
    "shocked",
    "in-good-faith",
    "all-remedies",
    "treated-fairly",
    "right-to-be-heard",
    "modern-piracy",
}
ON_THE_BAN_IN_2020 = {
    "trump": "strongly-support",
    "tiktok": "strongly-oppose",
    "bytedance": "strongly-oppose",
    "xinhua": "strongly-oppose",
    "china-government": "oppose",
    "china-foreign-ministry": "oppose",
}
SETTLED_BY_2025 = {"fight-the-order", "order-scope", "sale-in-2020", "microsoft-purchase", "twitter-purchase"}


class TestOn12August2020:
    """The order is six days old; the report of the 10th is all there is."""

    @pytest.fixture
    def shown(self, as_of):
        return as_of("2020-08-12")

    def test_what_is_known_is_what_that_report_tells(self, shown):
        assert {one.id for one in shown.sources} == {"london-daily-2020"}
        assert events(shown, "happened") == HAPPENED_IN_2020
        assert {one.id for one in shown.quotes} == SAID_IN_2020
        assert {"musk", "us-congress", "us-supreme-court", "xi-jinping"}.isdisjoint(shown.entries)
        assert shown.event("executive-order").date.text == "2020-08-06"
        assert {one.name: one.value for one in shown.figures if one.value} == {
            "TikTok users in the United States": 100_000_000,
            "Twitter's total market capitalisation": 30_000_000_000,
            "Valuation of TikTok": 50_000_000_000,
            "Days until the executive order takes effect": 45,
            "How long TikTok had engaged with the US government": 1,
            "Age of Zhang Yiming": 37,
        }

    def test_mid_september_and_the_20th_lie_ahead_and_whether_tiktok_went_to_court_on_tuesday_is_not_told(self, shown):
        assert events(shown, "planned") == {"mid-september-2020", "order-takes-effect"}
        assert shown.event("order-takes-effect").date.text == "2020-09-20"
        assert events(shown, "unknown") == {"court-challenge"}
        assert shown.next_date().text == "2020-09-15~"

    def test_everything_is_open(self, shown):
        assert asked(shown, still_open=True) == ASKED_IN_2020
        assert asked(shown, still_open=False) == set()
        assert due(shown) == {
            "sale-in-2020": "2020-09-15~",
            "microsoft-purchase": "2020-09-15~",
            "twitter-purchase": "2020-09-15~",
            "order-scope": "2020-09-20",
        }

    def test_who_stands_where(self, shown):
        assert stands(shown, "ban") == ON_THE_BAN_IN_2020
        assert stands(shown, "bytedance-ownership") == {
            "trump": "strongly-oppose",
            "zhang-yiming": "strongly-support",
            "bytedance": "mixed",
        }
        assert stands(shown, "fight-the-order") == {
            "tiktok": "strongly-support",
            "bytedance": "strongly-support",
            "second-person": "strongly-support",
            "online-commentators": "support",
            "analysts": None,
        }
        assert stands(shown, "microsoft-purchase") == {
            "microsoft": "support",
            "person-briefed": None,
            "bytedance": "no-comment",
        }
        assert stands(shown, "trustworthiness") == {"bytedance": None, "us-administration": None, "us-lawmakers": None}

    def test_microsofts_chance_is_put_at_20_per_cent_at_most(self, shown):
        (estimate,) = shown.question("microsoft-purchase").estimates
        assert (estimate.by, str(estimate.likelihood.words)) == ("person-briefed", "at most 20 %")

    def test_nothing_of_the_authors_is_there_yet(self, shown):
        assert shown.bottom_line is None
        assert shown.judgments == ()


class TestOn1May2024:
    """Of all that came after 2020, only Musk's post of April is certain to be public."""

    @pytest.fixture
    def shown(self, as_of):
        return as_of("2024-05-01")

    def test_only_musks_post_is_new(self, shown):
        assert events(shown, "happened") == HAPPENED_IN_2020 | {"musk-post"}
        assert {one.id for one in shown.quotes} == SAID_IN_2020 | {"should-not-be-banned"}
        assert shown.quote("should-not-be-banned").speaker == ("musk",)

    def test_the_law_and_its_deadline_are_not_there(self, shown):
        assert {"law-of-2024", "shutdown-deadline", "january-shutdown", "us-congress"}.isdisjoint(shown.entries)

    def test_what_was_planned_in_2020_passed_without_word_and_nothing_lies_ahead(self, shown):
        assert events(shown, "unknown") == {"court-challenge", "mid-september-2020", "order-takes-effect"}
        assert events(shown, "planned") == set()
        assert shown.next_date() is None

    def test_the_questions_of_2020_are_still_open(self, shown):
        assert asked(shown, still_open=True) == ASKED_IN_2020
        assert asked(shown, still_open=False) == set()

    def test_musk_is_against_a_ban_and_nobody_has_moved(self, shown):
        assert stands(shown, "ban") == ON_THE_BAN_IN_2020 | {"musk": "oppose"}
        assert stands(shown, "bytedance-ownership")["trump"] == "strongly-oppose"


class TestOn14January2025:
    """Five days before the shutdown."""

    @pytest.fixture
    def shown(self, as_of):
        return as_of("2025-01-14")

    def test_what_is_known(self, shown):
        assert events(shown, "happened") == HAPPENED_IN_2020 | {
            "musk-post",
            "law-of-2024",
            "justices-signal",
            "xiaohongshu-tops-chart",
            "users-turn-to-xiaohongshu",
            "musk-option",
        }
        assert shown.event("justices-signal").date.text == "2025-01-10"
        assert shown.event("xiaohongshu-tops-chart").date.text == "2025-01-13"
        assert {one.id for one in shown.quotes} - SAID_IN_2020 == {
            "should-not-be-banned",
            "drop-it-off-directly",
            "come-on-over",
            "tiktok-refugees-phrase",
            "promoted-faster",
        }
        assert {"xi-jinping", "american-investors", "scott-kennedy", "apec"}.isdisjoint(shown.entries)

    def test_the_users_are_170_million(self, shown):
        users = [one.value for one in shown.figures if one.name == "TikTok users in the United States"]
        assert users == [100_000_000, 170_000_000]

    def test_the_shutdown_of_the_19th_lies_ahead(self, shown):
        assert events(shown, "planned") == {"shutdown-deadline"}
        assert shown.event("shutdown-deadline").superseded_by is None
        assert shown.next_date().text == "2025-01-19"

    def test_the_questions_of_2020_are_settled_and_those_of_january_open(self, shown):
        assert asked(shown, still_open=True) == {
            "ban",
            "bytedance-ownership",
            "trustworthiness",
            "leverage",
            "january-shutdown",
            "supreme-court-ruling",
            "x-takeover",
        }
        assert asked(shown, still_open=False) == SETTLED_BY_2025
        assert due(shown) == {"january-shutdown": "2025-01-19"}
        assert shown.question("microsoft-purchase").resolution.outcome.startswith("No sale.")

    def test_who_stands_where(self, shown):
        assert stands(shown, "ban") == ON_THE_BAN_IN_2020 | {"musk": "oppose", "us-congress": "support"}
        assert stands(shown, "bytedance-ownership")["china-government"] == "strongly-support"
        assert stands(shown, "x-takeover") == {
            "china-government": "mixed",
            "musk": "no-comment",
            "bytedance": "no-comment",
            "tiktok": "no-comment",
        }
        assert stands(shown, "supreme-court-ruling") == {"us-supreme-court": None, "tiktok": "strongly-oppose"}

    def test_the_law_is_likely_to_be_upheld(self, shown):
        (estimate,) = shown.question("supreme-court-ruling").estimates
        assert (estimate.by, estimate.likelihood.term) == ("us-supreme-court", "likely")


class TestOn15September2025:
    """Monday: the Chinese authorities confirm an understanding. The reports of Friday are not written."""

    @pytest.fixture
    def shown(self, as_of):
        return as_of("2025-09-15")

    def test_the_understanding_is_all_that_is_new(self, shown, as_of):
        new = set(shown.entries) - set(as_of("2025-01-20").entries)
        assert {one for one in new if shown.event(one)} == {"mutual-understanding"}
        assert {one for one in new if shown.question(one)} == {"deal-done", "algorithm-and-data"}
        assert {one for one in new if shown.quote(one)} == set()

    def test_neither_the_framework_nor_the_delays_nor_the_call_are_known(self, shown):
        later = {
            "tentative-framework",
            "deadline-delays",
            "trump-remarks",
            "trump-xi-call",
            "beijing-approval-announced",
        }
        assert later.isdisjoint(shown.entries)

    def test_the_deadline_of_january_passed_without_word_and_nothing_lies_ahead(self, shown):
        assert "shutdown-deadline" in events(shown, "unknown")
        assert events(shown, "planned") == set()
        assert shown.question("january-shutdown").status == "open"

    def test_what_is_open(self, shown):
        assert asked(shown, still_open=True) == {
            "ban",
            "bytedance-ownership",
            "trustworthiness",
            "leverage",
            "january-shutdown",
            "supreme-court-ruling",
            "x-takeover",
            "deal-done",
            "algorithm-and-data",
        }
        assert asked(shown, still_open=False) == SETTLED_BY_2025

    def test_beijing_is_for_the_deal_and_what_trump_wants_of_it_is_not_told(self, shown):
        assert stands(shown, "deal-done") == {"china-government": "support"}
        assert stands(shown, "ban")["trump"] == "strongly-support"
        assert stands(shown, "bytedance-ownership")["china-government"] == "strongly-support"


class TestOn18September2025:
    """Thursday: Trump speaks, the day before the call."""

    @pytest.fixture
    def shown(self, as_of):
        return as_of("2025-09-18")

    def test_trumps_remarks_are_all_that_is_new(self, shown, as_of):
        new = set(shown.entries) - set(as_of("2025-09-15").entries)
        assert {one for one in new if shown.event(one)} == {"trump-remarks"}
        assert {one for one in new if shown.quote(one)} == {"i-like-tiktok", "value-in-its-hand", "close-to-a-deal"}
        assert {one for one in new if shown.question(one)} == set()
        assert shown.quote("i-like-tiktok").text == "I like TikTok; it helped get me elected"

    def test_the_call_is_not_known_and_nothing_is_planned(self, shown):
        assert {"trump-xi-call", "apec-summit", "xi-jinping", "beijing-approval"}.isdisjoint(shown.entries)
        assert events(shown, "planned") == set()

    def test_trump_has_moved_on_the_ban_and_is_for_the_deal(self, shown):
        assert stands(shown, "ban")["trump"] == "mixed"
        assert stands(shown, "deal-done") == {"china-government": "support", "trump": "support"}
        assert stands(shown, "bytedance-ownership")["trump"] == "strongly-oppose"


class TestOn19September2025:
    """Friday: the call, and what Trump makes of it."""

    @pytest.fixture
    def shown(self, as_of):
        return as_of("2025-09-19")

    def test_what_is_known(self, shown, as_of):
        new = set(shown.entries) - set(as_of("2025-09-18").entries)
        assert {one for one in new if shown.event(one) and shown.status(shown.event(one)) == "happened"} == {
            "trump-returns",
            "tariff-escalation",
            "tariff-pause",
            "deadline-delays",
            "tentative-framework",
            "trump-xi-call",
            "beijing-approval-announced",
        }
        assert {one for one in new if shown.quote(one)} == {
            "tremendous-value",
            "sticks-and-carrots",
            "heads-of-state-diplomacy",
            "a-very-good-one",
            "appreciate-the-approval",
            "at-an-appropriate-time",
            "rapport-very-good",
        }

    def test_the_accounts_of_the_call_stand_side_by_side(self, shown):
        accounts = {one.by for one in shown.event("trump-xi-call").accounts}
        assert {"us-official", "cctv", "xinhua", "us-administration", "trump"} <= accounts

    def test_the_deadline_of_january_was_put_off(self, shown):
        assert shown.status(shown.event("shutdown-deadline")) == "postponed"
        assert shown.event("shutdown-deadline").superseded_by == "deadline-delays"

    def test_what_lies_ahead(self, shown):
        assert events(shown, "planned") == {"apec-summit", "next-call", "xi-visit", "trump-china-trip"}
        assert shown.event("apec-summit").date_text == "late October 2025"
        assert shown.event("trump-china-trip").date_text == "early months of 2026"
        assert shown.next_date().text == "2025-10-21~/2025-10-31~"

    def test_what_is_open_and_what_the_day_settled(self, shown):
        assert asked(shown, still_open=True) == {
            "ban",
            "bytedance-ownership",
            "trustworthiness",
            "leverage",
            "x-takeover",
            "deal-done",
            "algorithm-and-data",
            "enforcement",
            "beijing-approval",
            "congress-sign-off",
            "ownership-structure",
            "bytedance-role",
            "bridge-or-wedge",
        }
        assert asked(shown, still_open=False) == SETTLED_BY_2025 | {"january-shutdown", "supreme-court-ruling"}
        assert due(shown) == {"bridge-or-wedge": "2025-10-31~"}

    def test_who_stands_where(self, shown):
        assert stands(shown, "ban") == ON_THE_BAN_IN_2020 | {
            "musk": "oppose",
            "us-congress": "support",
            "trump": "mixed",
        }
        assert stands(shown, "bytedance-ownership") == {
            "trump": "oppose",
            "zhang-yiming": "strongly-support",
            "bytedance": "mixed",
            "china-government": "mixed",
        }
        assert stands(shown, "deal-done") == {"china-government": "support", "trump": "strongly-support"}
        assert stands(shown, "enforcement") == {"trump": "oppose"}
        assert stands(shown, "beijing-approval") == {"china-government": "support"}
        assert stands(shown, "leverage") == {
            "second-person": None,
            "bloomberg-sources": None,
            "trump": None,
            "scott-kennedy": None,
        }

    def test_the_author_concludes_that_the_deal_is_announced_and_not_settled(self, shown):
        assert shown.bottom_line.startswith("The deal is announced, not settled")
        assert {one.id for one in shown.judgments} == {
            "deal-is-not-final",
            "beijing-has-moved",
            "no-enforcement-during-talks",
        }
