"""What is sound by the format and yet worth a second look."""

import pytest
from making import HEAD, made

from tui.analysis.lints import LINTS, findings

BRIEFING = HEAD.replace("as_of: 2025-06-30\n", "as_of: 2025-06-30\ncheck: {ignore: [unused-actor]}\n")


def found(parts, head=BRIEFING):
    return [(one.code, one.steps) for one in findings(made(parts, head))]


CASES = [
    ("overdue-question", "questions: [{id: q, text: Will it?, due: 2025-06-29}]", ("questions", 0, "due")),
    (
        "overdue-question",
        "questions: [{id: q, text: Will it?, due: d}]\n"
        "events: [{id: d, date: 2025-05, title: Due, kind: deadline, sources: [early]}]",
        ("questions", 0, "due"),
    ),
    (
        "planned-in-past",
        "events: [{id: e, date: 2025-05, title: Visit, status: planned, sources: [early]}]",
        ("events", 0, "status"),
    ),
    (
        "said-after-published",
        "quotes: [{id: s, text: We will see, speaker: ann, source: early, said: 2025-01-11}]",
        ("quotes", 0, "said"),
    ),
    ("no-source", "events: [{id: e, date: 2025-05, title: Visit}]", ("events", 0)),
    ("no-source", "figures: [{id: f, name: Cost, date: 2025-05, value: 3}]", ("figures", 0)),
    ("no-evidence", "judgments: [{id: j, text: It will happen.}]", ("judgments", 0)),
    (
        "likelihood-band",
        "judgments: [{id: j, text: It will., evidence: [early], likelihood: {term: likely, percent: 90%}}]",
        ("judgments", 0, "likelihood"),
    ),
    (
        "likelihood-band",
        "judgments: [{id: j, text: It is very likely (60 %) to pass., evidence: [early]}]",
        ("judgments", 0, "text"),
    ),
    (
        "likelihood-and-confidence",
        "judgments: [{id: j, text: We judge with high confidence that it is likely., evidence: [early]}]",
        ("judgments", 0, "text"),
    ),
    (
        "no-yes",
        "questions: [{id: q, text: Under which terms will it pass?}]\n"
        "positions: [{id: p, actor: ann, question: q, date: 2025, stance: support, sources: [early]}]",
        ("positions", 0, "stance"),
    ),
    (
        "uncorroborated",
        "quotes: [{id: s, text: We will see, speaker: ann, source: early, credibility: 1}]",
        ("quotes", 0, "credibility"),
    ),
    (
        "off-record-repeated",
        "quotes: [{id: s, text: I never meant a word of it, speaker: ann, source: early, attribution: off-record}]\n"
        "events: [{id: e, date: 2025, title: Ann never meant a word of it, sources: [early]}]",
        ("events", 0, "title"),
    ),
    (
        "off-record-repeated",
        "quotes: [{id: s, text: I resign, speaker: ann, source: early, attribution: off-record}]\n"
        "events: [{id: e, date: 2025, title: “Tomorrow I resign” said Ann, sources: [early]}]",
        ("events", 0, "title"),
    ),
]


@pytest.mark.parametrize(("code", "parts", "steps"), CASES)
def test_what_is_worth_a_second_look_is_found_at_its_place(code, parts, steps):
    assert found(parts) == [(code, steps)]


@pytest.mark.parametrize(
    ("due", "words"),
    [("2025-06-29", "on 29 June 2025"), ("2025-05", "in May 2025"), ("2025-21", "in spring 2025"), ("2024", "in 2024")],
)
def test_a_question_was_due_on_a_day_or_in_anything_longer(due, words):
    (only,) = findings(made(f"questions: [{{id: q, text: Will it?, due: {due}}}]", BRIEFING))
    assert only.message == f"the question was due {words} and is still open as of 30 June 2025"


@pytest.mark.parametrize("code", sorted({code for code, _, _ in CASES}))
def test_a_file_can_silence_a_lint_by_its_code(code):
    parts = next(parts for one, parts, _ in CASES if one == code)
    head = HEAD.replace("as_of: 2025-06-30\n", f"as_of: 2025-06-30\ncheck: {{ignore: [unused-actor, {code}]}}\n")
    assert found(parts, head) == []


def test_an_actor_whom_nothing_names_is_found():
    parts = "events: [{id: e, date: 2025, title: Talks, actors: [ann, bob], sources: [early]}]"
    assert found(parts, HEAD) == [("unused-actor", ("actors", 2))]


def test_a_source_newer_than_the_briefing_is_found():
    assert found("", BRIEFING.replace("2025-06-20", "2025-07-01")) == [
        ("published-after-as-of", ("sources", 1, "published"))
    ]


def test_letters_of_two_scripts_in_one_name_are_found():
    head = BRIEFING.replace("name: Cyd", "name: Cуd")  # the y is Cyrillic
    assert found("", head) == [("mixed-scripts", ("actors", 2, "name"))]


def test_a_name_in_one_script_is_well_whichever_it_is():
    for name in ("Zoë Müller", "Владимир", "習近平", "安倍 しんぞう", "이재명", "x²-Ltd 5"):
        assert found("", BRIEFING.replace("name: Cyd", f"name: {name}")) == []


def test_independent_origins_are_counted_by_the_last_of_via():
    head = BRIEFING.replace("seen, title: Seen", "seen, title: Seen, origin: early")
    quote = "quotes: [{id: s, text: We will see, speaker: ann, source: early, credibility: 1, corroborated_by: [%s]%s}]"
    assert found(quote % ("seen", ""), head) == [("uncorroborated", ("quotes", 0, "credibility"))]
    assert found(quote % ("late", ""), head) == []
    assert found(quote % ("seen", ", via: [bob, cyd]"), head) == []


def test_a_number_within_its_band_and_a_confidence_of_its_own_are_well():
    parts = """
        judgments:
          - id: j
            text: It is likely (55–80 %) to pass. We have moderate confidence in this.
            evidence: [early]
            likelihood: {term: likely, percent: 60%}
        """
    assert found(parts) == []


def test_every_lint_says_why_and_names_its_code():
    for code, lint in LINTS.items():
        assert lint.__doc__.startswith(f"`{code}`: ")
