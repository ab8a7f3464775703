"""`brief lock`, and what `brief check` makes of the seals."""

import json

import pytest
from stories import REPORT, STORY

pytest_plugins = ["running"]

QUOTES = """\
quotes:
  - {id: exact, text: We will not sell this fine company to anyone, speaker: ann, source: report}
  - {id: blue, text: The private words of Bob are here, speaker: bob, source: report}
"""
PRIVATE = "  - {id: private, text: He said yes to me alone, speaker: bob, source: report, attribution: off-record}\n"
TEXT = "texts/report.txt"


@pytest.fixture
def sealed(brief, library):
    """A library that has been sealed."""
    root = library({"story.yaml": STORY + QUOTES, TEXT: REPORT})
    outcome = brief("lock")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "briefings/quotes.lock: 2 quotes sealed, 2 of them anew\n"
    return root


def states(brief):
    return [one["state"] for one in json.loads(brief("check", "-f", "json").out)["quotes"]]


def codes(brief):
    return [one["code"] for one in json.loads(brief("check", "-f", "json").out)["problems"]]


def test_a_library_without_its_texts_checks_clean_and_says_sealed(brief, sealed):
    (sealed / TEXT).unlink()
    outcome = brief("check", "--strict")
    assert (outcome.code, outcome.out) == (0, "No problems in 1 briefing; 2 quotes: 2 sealed\n")


def test_a_lock_does_not_change_without_cause(brief, sealed):
    lock = sealed / "quotes.lock"
    lock.write_text(lock.read_text().replace("date: '20", "date: '19"))
    before = lock.read_text()
    assert brief("lock").out == "briefings/quotes.lock: 2 quotes sealed, 0 of them anew\n"
    assert lock.read_text() == before


def test_a_seal_is_kept_where_the_text_is_not(brief, sealed):
    before = (sealed / "quotes.lock").read_text()
    (sealed / TEXT).unlink()
    assert brief("lock").code == 0
    assert (sealed / "quotes.lock").read_text() == before


def test_a_quote_that_was_edited_falls_out_of_its_seal(brief, sealed):
    (sealed / TEXT).unlink()
    story = sealed / "story.yaml"
    story.write_text(story.read_text().replace("not sell this", "gladly sell this"))
    assert states(brief) == ["unproven", "sealed"]
    assert "seal-broken" in codes(brief)
    assert brief("check", "--strict").code == 1


def test_a_source_whose_record_was_edited_breaks_the_seals_on_it(brief, sealed):
    (sealed / TEXT).unlink()
    story = sealed / "story.yaml"
    story.write_text(story.read_text().replace("title: A report", "title: Another report"))
    assert states(brief) == ["unproven", "unproven"]


def test_an_edited_text_is_reported_with_the_quotes_that_it_touched(brief, sealed):
    (sealed / TEXT).write_text(REPORT.replace("not sell", "never sell"))
    outcome = brief("check")
    assert outcome.code == 1
    assert "text-changed" in outcome.out
    assert "differs in its words" in outcome.out
    assert "this touches `exact`" in outcome.out


def test_a_text_edited_in_its_spaces_only_is_reported_as_such(brief, sealed):
    (sealed / TEXT).write_text(REPORT.replace("Bob said", "Bob  said"))
    outcome = brief("check")
    assert outcome.code == 0
    assert "in white space and punctuation only" in outcome.out
    assert "no quote is touched" in outcome.out


def test_an_altered_quote_is_not_sealed(brief, sealed):
    story = sealed / "story.yaml"
    story.write_text(story.read_text().replace("not sell this", "gladly sell this"))
    outcome = brief("lock")
    assert outcome.code == 1
    assert outcome.out == "briefings/quotes.lock: 1 quote sealed, 0 of them anew\n"
    assert "not sealed: `exact` of `story` is altered" in outcome.err


def test_a_lock_holds_no_words_and_nothing_of_what_is_off_the_record(brief, sealed):
    story = sealed / "story.yaml"
    story.write_text(story.read_text() + PRIVATE)
    (sealed / TEXT).write_text(REPORT + "“He said yes to me alone.”\n")
    assert brief("lock").code == 0
    lock = (sealed / "quotes.lock").read_text()
    assert "fine company" not in lock
    assert "quote: private" not in lock


def test_a_lock_that_cannot_be_read_is_not_written_over(brief, sealed):
    lock = sealed / "quotes.lock"
    lock.write_text("<<<<<<< HEAD\n" + lock.read_text())
    before = lock.read_text()
    outcome = brief("lock")
    assert outcome.code == 1
    assert "cannot be read whole" in outcome.err
    assert lock.read_text() == before


def test_the_seals_of_a_briefing_that_cannot_be_read_are_kept(brief, sealed):
    before = (sealed / "quotes.lock").read_text()
    (sealed / "story.yaml").write_text("format: brief/1\nx: [\n")
    outcome = brief("lock")
    assert outcome.code == 1
    assert "1 briefing cannot be read; the seals there are kept" in outcome.err
    assert (sealed / "quotes.lock").read_text() == before


def test_the_library_that_ships_is_not_written_to(brief, here):
    outcome = brief("--sample", "lock")
    assert outcome.code == 1
    assert "is not written to" in outcome.err


def test_a_broken_seal_is_not_washed_away_where_the_text_is_not(brief, sealed):
    (sealed / TEXT).unlink()
    story = sealed / "story.yaml"
    story.write_text(story.read_text().replace("not sell this", "gladly sell this"))
    outcome = brief("lock")
    assert outcome.code == 1
    assert "the seal of `exact` of `story` is broken" in outcome.err
    assert "seal-broken" in codes(brief)
