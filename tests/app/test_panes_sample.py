from collections.abc import Callable

import pytest

from tui.analysis.view import View, view
from tui.app.panes.detail import Fact, text_of
from tui.app.panes.order import PANES, home
from tui.app.panes.overview import BOTTOM_LINE
from tui.app.panes.pane import Pane
from tui.app.panes.row import Divider, Heading
from tui.app.panes.timeline import outline
from tui.load.briefing import Loaded
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF
from tui.model.kinds import KINDS

BY_TITLE = {pane.title: pane for pane in PANES}


@pytest.fixture
def sample(load_sample: Callable[..., Loaded]) -> View:
    briefing = load_sample().briefing
    assert briefing is not None
    return view(briefing)


def seen(pane: str, shown: View, identifier: str) -> str:
    """The detail of an item as a person reads it, on one line."""
    return " ".join(text_of(BY_TITLE[pane].detail(shown, identifier)).split())


def rows(pane: Pane, shown: View) -> list[str]:
    return [one for one in pane.outline(shown) if isinstance(one, str)]


def headings(pane: str, shown: View) -> list[str]:
    return [one.text for one in BY_TITLE[pane].outline(shown) if isinstance(one, Heading)]


@pytest.mark.parametrize("pane", PANES, ids=lambda one: one.title)
def test_every_row_of_a_pane_has_a_title_and_a_detail(pane: Pane, sample: View) -> None:
    found = rows(pane, sample)
    assert len(found) == len(set(found)) > 0
    for identifier in found:
        assert pane.row(sample, identifier).title
        assert pane.detail(sample, identifier)


def test_every_item_of_a_briefing_has_a_place_in_a_pane(sample: View) -> None:
    for kind in KINDS:
        for item in getattr(sample.briefing, kind):
            place = home(sample, item.id)
            assert place is not None
            pane = PANES[place.pane]
            assert place.row in rows(pane, sample)
            if place.anchor:
                anchors = {one.anchor for one in pane.detail(sample, place.row) if isinstance(one, Fact)}
                assert place.anchor in anchors


@pytest.mark.parametrize("pane", PANES, ids=lambda one: one.title)
def test_every_door_leads_to_an_item(pane: Pane, sample: View) -> None:
    for identifier in rows(pane, sample):
        for block in pane.detail(sample, identifier):
            if isinstance(block, Fact) and block.door:
                assert home(sample, block.door) is not None


@pytest.mark.parametrize("pane", [one for one in PANES if one.title != "Overview"], ids=lambda one: one.title)
def test_the_count_of_a_pane_is_that_of_its_rows(pane: Pane, sample: View) -> None:
    assert pane.count(sample) == len(rows(pane, sample))


def test_what_has_no_beginning_stands_in_the_year_in_which_it_ends(make_briefing: Callable[..., Briefing]) -> None:
    dates = {"ice": "Y-17000", "talks": "../2024-05", "vote": "2024-01", "works": "../2030", "count": "2026"}
    events = [{"id": one, "date": date, "title": one} for one, date in dates.items()]
    shown = view(make_briefing(events=events))
    assert headings("Timeline", shown) == ["17,001 BC", "2024", "2026", "2030"]
    assert rows(BY_TITLE["Timeline"], shown) == ["ice", "vote", "talks", "count", "works"]


def test_the_overview_begins_with_the_bottom_line(sample: View) -> None:
    overview = BY_TITLE["Overview"]
    assert rows(overview, sample)[0] == BOTTOM_LINE
    assert overview.row(sample, BOTTOM_LINE).title == sample.bottom_line
    assert headings("Overview", sample) == [
        "Bottom line",
        "Judgments",
        "Open questions",
        "What comes next",
        "Who moved",
    ]


def test_a_judgment_says_how_likely_and_how_sure(sample: View) -> None:
    assert BY_TITLE["Overview"].row(sample, "toll-late").aside == "very likely (85–90 %) · moderate confidence"
    assert "Replaces › The toll will start on 1 January 2025." in seen("Overview", sample, "toll-late")


def test_before_its_date_the_overview_says_why_there_is_no_bottom_line(load_sample: Callable[..., Loaded]) -> None:
    briefing = load_sample().briefing
    assert briefing is not None
    earlier = view(briefing, EDTF.parse("2024-04-01"))
    row = BY_TITLE["Overview"].row(earlier, BOTTOM_LINE)
    assert row.title == "The bottom line was written as of 30 Sep 2024, and is not shown as of an earlier date."


def test_the_timeline_has_years_and_a_line_where_the_briefing_ends(sample: View) -> None:
    outline = list(BY_TITLE["Timeline"].outline(sample))
    assert headings("Timeline", sample) == ["1934", "2024", "2025"]
    line = outline.index(Divider("as of 30\u00a0Sep\u00a02024"))
    assert outline[line - 1] == "public-meeting"
    assert outline[line + 1 : line + 3] == ["ministry-decides", "hearing-in-december"]
    assert BY_TITLE["Timeline"].start(sample) == "public-meeting"


@pytest.mark.parametrize(
    ("event", "sign", "month", "when"),
    [
        ("bridge-opens", "●╌", "", "c. 1934"),
        ("council-vote", "●", "Mar", "12"),
        ("hearing-in-september", "◌", "Sep", "10"),
        ("ministry-decides", "○", "Sep", "Sept"),
        ("public-meeting", "×", "Sep", "20"),
        ("hearing-in-december", "○━", "Dec", "9–11"),
        ("toll-start", "◇", "Jan", "1"),
    ],
)
def test_a_sign_says_what_became_of_an_event(sample: View, event: str, sign: str, month: str, when: str) -> None:
    row = BY_TITLE["Timeline"].row(sample, event)
    assert (row.sign, row.group, row.when.replace("\u00a0", " ")) == (sign, month, when)


def test_a_planned_event_whose_date_has_passed_without_word_has_an_outcome_that_is_not_known(
    load_sample: Callable[..., Loaded],
) -> None:
    briefing = load_sample().briefing
    assert briefing is not None
    later = view(briefing, EDTF.parse("2024-12-31"))
    assert BY_TITLE["Timeline"].row(later, "ministry-decides").sign == "?"
    assert "outcome not known" in seen("Timeline", later, "ministry-decides")
    row = BY_TITLE["Overview"].row(later, "more:unknown")
    assert (row.sign, row.title) == ("?", "2 past events with an outcome not known")
    assert "› ? The ministry is to approve the terms" in seen("Overview", later, "more:unknown")


def test_accounts_that_differ_stand_side_by_side_with_who_gives_them(sample: View) -> None:
    lines = text_of(BY_TITLE["Timeline"].detail(sample, "council-vote")).splitlines()
    first = lines.index("Accounts differ") + 1
    rows = [line.split("│") for line in lines[first : first + 5]]
    columns = [" ".join(" ".join(cells).split()) for cells in zip(*rows, strict=True)]
    assert columns[0].startswith("› Ingrid Dahl · Mayor of Storhavn The hauliers were heard twice. › Storhavn Courier")
    assert columns[1].startswith("› Nils Berg · Chair of Storhavn Hauliers The hauliers were not asked. › “We will be")
    assert columns[2].startswith("› Nordwire · Harbour toll passes narrowly")
    assert "She gave no dates." in seen("Timeline", sample, "council-vote")


def test_the_timeline_shows_less_by_importance_and_says_how_much_it_leaves_out(sample: View) -> None:
    most = list(outline(sample, 3))
    assert Divider("as of 30\u00a0Sep\u00a02024 · 7 of less importance not shown") in most
    assert [one for one in most if isinstance(one, str)] == ["council-vote", "toll-start"]
    assert list(outline(sample, 1)) == list(BY_TITLE["Timeline"].outline(sample))


def test_a_timeline_of_which_nothing_is_important_enough_says_so(make_briefing: Callable[..., Briefing]) -> None:
    briefing = make_briefing(events=[{"id": "e", "date": "2024-06-01", "title": "E"}])
    assert outline(view(briefing), 2) == [Divider("1 of less importance not shown")]


def test_where_it_is_narrow_accounts_stand_one_below_the_other(sample: View) -> None:
    text = text_of(BY_TITLE["Timeline"].detail(sample, "council-vote"), 50)
    assert "│" not in text
    names = [text.index(name) for name in ("› Ingrid Dahl", "› Nils Berg", "› Nordwire")]
    assert names == sorted(names)


def test_an_event_says_in_words_what_became_of_it(sample: View) -> None:
    assert "postponed" in seen("Timeline", sample, "hearing-in-september")
    assert "Superseded by › ○ Hearing before the district court" in seen("Timeline", sample, "hearing-in-september")
    assert "deadline" in seen("Timeline", sample, "toll-start")


def test_how_something_reached_its_source_is_told_nearest_first(sample: View) -> None:
    text = seen("Timeline", sample, "ministry-decides")
    assert "Came via › Storhavn Courier › which had it from The Ministry of Transport" in text


def test_stakeholders_stand_by_kind_and_the_unnamed_come_last(sample: View) -> None:
    assert headings("Stakeholders", sample) == [
        "People",
        "Governments",
        "Legislatures",
        "Courts",
        "Media",
        "Groups",
        "Not named",
    ]
    row = BY_TITLE["Stakeholders"].row(sample, "mayor-aide")
    assert (row.sign, row.tone) == ("?", "muted")
    assert "not named: this is how the source describes them" in seen("Stakeholders", sample, "mayor-aide")


def test_a_stakeholder_shows_the_moves_of_a_position(sample: View) -> None:
    text = seen("Stakeholders", sample, "mayor")
    now = text.index("+ support")
    before = text.index("before ++ strongly support · 12 Mar 2024")
    assert now < before
    assert "power high · interest high" in text


def test_a_relation_shows_at_both_its_ends(sample: View) -> None:
    assert "› sues Storhavn town council" in seen("Stakeholders", sample, "hauliers")
    assert "› Storhavn Hauliers sues them" in seen("Stakeholders", sample, "council")


def test_several_speakers_are_told_apart_from_one_of_several(sample: View) -> None:
    assert "all of these" in seen("Quotes", sample, "older-piers")
    assert "one of these; the source does not say which" in seen("Quotes", sample, "worse-condition")
    assert BY_TITLE["Quotes"].row(sample, "worse-condition").title == "one of Anna Moe and Leif Aas"


def test_what_was_said_off_the_record_is_marked_loudly(sample: View) -> None:
    row = BY_TITLE["Quotes"].row(sample, "over-lunch")
    assert (row.mark, row.tone) == ("! OFF", "warning")
    assert seen("Quotes", sample, "over-lunch").startswith("! OFF THE RECORD: it is shown here, and never leaves")


def test_background_shows_under_what_description_it_may_go_out(sample: View) -> None:
    text = seen("Quotes", sample, "law-on-its-side")
    assert "on background · to be attributed to “an official at the ministry”" in text


def test_a_translation_shows_the_words_as_they_were_said(sample: View) -> None:
    assert "“Vi betaler ikke to ganger for den samme broen." in seen("Quotes", sample, "not-twice")


def test_questions_that_are_open_come_first_with_when_they_are_due(sample: View) -> None:
    assert headings("Questions", sample) == ["Open", "Settled"]
    row = BY_TITLE["Questions"].row(sample, "start-in-january")
    assert (row.sign, row.aside.replace("\u00a0", " ")) == ("?", "due 1 Jan 2025")
    assert BY_TITLE["Questions"].row(sample, "vote").aside.endswith("Yes, by 18 votes to 17.")


def test_a_question_shows_what_each_expected_apart_from_what_each_wants(sample: View) -> None:
    text = seen("Questions", sample, "start-in-january")
    assert "12 Mar 2024 › A Nils Berg: almost no chance (1–5 %)" in text
    assert "Ingrid Dahl: at most 20 %" in text
    assert "Where they stand For 1 › Ingrid Dahl: + support" in text
    assert "Against 1 › Storhavn Hauliers: −− strongly oppose" in text
    assert "In words 1 › The Ministry of Transport: Says nothing" in text
    assert "▼ 1 step · from ++ strongly support 12 Mar 2024" in text
    assert "Due with › ◇ The toll is to start" in text


def test_a_question_leads_to_the_deadline_that_holds(make_briefing: Callable[..., Briefing]) -> None:
    deadline = {"kind": "deadline", "sources": ["report"]}
    events = [
        deadline | {"id": "first", "date": "2024-01-19", "title": "The term", "superseded_by": "last"},
        deadline | {"id": "last", "date": "2025-06-28", "title": "The last term"},
    ]
    put_off = view(make_briefing(events=events, questions=[{"id": "q", "text": "Will it?", "due": "first"}]))
    assert "Due with › ◇ The last term" in seen("Questions", put_off, "q")


@pytest.mark.parametrize(("as_of", "words"), [("2024-04-15", "due 15 Apr 2024"), ("2024-04-16", "was due 15 Apr 2024")])
def test_a_question_of_which_the_date_has_passed_was_due(
    make_briefing: Callable[..., Briefing], as_of: str, words: str
) -> None:
    question = {"id": "q", "text": "Will it be sold?", "due": "2024-04-15"}
    shown = view(make_briefing(as_of=as_of, questions=[question]))
    assert BY_TITLE["Questions"].row(shown, "q").aside.replace("\u00a0", " ") == words
    assert BY_TITLE["Overview"].row(shown, "q").mark.replace("\u00a0", " ") == words


def test_figures_of_a_series_stand_together(sample: View) -> None:
    assert headings("Figures", sample) == ["Revenue from the toll", "Cost of the repair"]
    assert BY_TITLE["Figures"].row(sample, "repair-cost-2023").title == "110.5–130 million kroner"
    assert BY_TITLE["Figures"].row(sample, "toll-revenue").title == "c. 40,000,000 kroner a year"
    assert "Series › 162.25 million kroner · Sept 2024" in seen("Figures", sample, "repair-cost-2023")


def test_a_source_shows_its_rating_in_words_and_what_rests_on_it(sample: View) -> None:
    text = seen("Sources", sample, "courier-vote")
    assert "B, usually reliable" in text
    assert "Events › ● The council votes for the toll" in text
    assert "Reprint of › Storhavn Courier" in seen("Sources", sample, "wire-vote")


@pytest.mark.parametrize(
    ("pane", "items", "key"),
    [
        ("Timeline", "events", "events"),
        ("Stakeholders", "stakeholders", "actors"),
        ("Quotes", "quotes", "quotes"),
        ("Questions", "questions", "questions"),
        ("Figures", "figures", "figures"),
    ],
)
def test_an_empty_pane_says_why_and_what_to_do(
    pane: str, items: str, key: str, make_briefing: Callable[..., Briefing]
) -> None:
    briefing = make_briefing()
    assert not BY_TITLE[pane].outline(view(briefing))
    written = f"This briefing has no {items}. They are written under `{key}:` in its file."
    assert BY_TITLE[pane].empty(view(briefing)) == written
    earlier = view(briefing, EDTF.parse("2024-05-01"))
    known = f"No {items} were known by 1 May 2024. A later date may have some."
    assert BY_TITLE[pane].empty(earlier).replace("\u00a0", " ") == known


def test_a_pane_that_the_focus_empties_says_so(make_briefing: Callable[..., Briefing]) -> None:
    briefing = make_briefing(actors=[{"id": "ann", "name": "Ann\nLee"}])
    focused = view(briefing, focus="ann")
    assert not BY_TITLE["Timeline"].outline(focused)
    assert BY_TITLE["Timeline"].empty(focused) == "No events bear on “Ann Lee”. Without the focus there may be some."
