"""What a seal holds, and what breaks it."""

from making import made

from tui.analysis.seal import TextChange, change, holds, kept, seal
from tui.load.seal import LOCK_NAME, load_lock, lock_text

TEXT = "“We will see,” said Ann on Tuesday."
QUOTE = "quotes: [{id: s, text: We will see, speaker: ann, source: early%s}]"


def parts(extra=""):
    briefing = made(QUOTE % extra)
    return briefing.quotes[0], briefing.sources[0]


def record(date="2025-06-30"):
    quote, source = parts()
    return seal("story", quote, source, text=TEXT, span=(1, 12), state="exact", date=date)


def test_a_seal_holds_while_quote_and_source_are_what_they_were():
    assert holds(record(), *parts())


def test_remarks_and_ratings_may_change_without_a_new_proof():
    assert holds(record(), *parts(", note: A remark, credibility: 2, about: [bob]"))


def test_an_edited_quote_falls_out_of_its_seal():
    quote, source = parts()
    for update in ({"text": "We shall see"}, {"speaker": ("bob",)}, {"source": "late"}):
        assert not holds(record(), quote.model_copy(update=update), source)


def test_an_edited_source_falls_out_of_its_seal():
    quote, source = parts()
    assert not holds(record(), quote, source.model_copy(update={"title": "Earlier"}))
    assert not holds(record(), quote, None)
    assert not holds(None, quote, source)


def test_an_edited_text_is_told_apart_by_what_changed():
    assert change(record(), TEXT) is TextChange.NONE
    assert change(record(), TEXT.replace(" said", "  said").replace(".", "!")) is TextChange.SPACING
    assert change(record(), TEXT.replace("Tuesday", "Monday")) is TextChange.WORDS


def test_a_record_that_still_holds_keeps_its_date():
    before = record("2025-01-01")
    assert kept(record(), {before.key: before}) is before
    moved = before._replace(start=2)
    assert kept(record(), {before.key: moved}).date == "2025-06-30"


def test_a_lock_reads_back_as_it_was_written_in_one_order(tmp_path):
    records = [record()._replace(quote=name) for name in ("b", "a")]
    text = lock_text(records)
    assert text == lock_text(reversed(records))
    (tmp_path / LOCK_NAME).write_text(text, encoding="utf-8")
    lock = load_lock(tmp_path)
    assert lock.problems == ()
    assert list(lock.records.values()) == sorted(records, key=lambda one: one.quote)


def test_a_library_without_a_lock_has_no_seals(tmp_path):
    assert load_lock(tmp_path).records == {}


def test_a_seal_that_was_tampered_with_is_a_problem_and_seals_nothing(tmp_path):
    text = lock_text([record()._replace(quote=name) for name in ("a", "b")])
    (tmp_path / LOCK_NAME).write_text(text.replace("state: exact\n", "state: [exact]\n", 1), encoding="utf-8")
    lock = load_lock(tmp_path)
    assert [key[1] for key in lock.records] == ["b"]
    assert [(one.code, one.place.line) for one in lock.problems] == [("bad-lock", 4)]
