from collections.abc import Callable

import pytest

from tui.analysis.view import View, view
from tui.app.panes.detail import Fact, text_of
from tui.app.panes.order import PANES, home
from tui.app.panes.overview import BOTTOM_LINE
from tui.app.panes.pane import Pane
from tui.app.panes.row import Divider, Heading
from tui.load.briefing import Loaded
from tui.model.base import KINDS
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF

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


def test_the_overview_begins_with_the_bottom_line(sample: View) -> None:
    overview = BY_TITLE["Overview"]
    assert rows(overview, sample)[0] == BOTTOM_LINE
    assert overview.row(sample, BOTTOM_LINE).title == sample.bottom_line
    assert headings("Overview", sample) == [
        "Bottom line",
        "Judgments",
        "Open questions",
        "What comes next",
        "Judgments since replaced",
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
    ("event", "sign", "when"),
    [
        ("bridge-opens", "●", "c. 1934"),
        ("council-vote", "●", "12 Mar"),
        ("hearing-in-september", "◌", "10 Sep"),
        ("ministry-decides", "○", "Sept"),
        ("public-meeting", "×", "20 Sep"),
        ("hearing-in-december", "○", "9–11 Dec"),
        ("toll-start", "◇", "1 Jan"),
    ],
)
def test_a_sign_says_what_became_of_an_event(sample: View, event: str, sign: str, when: str) -> None:
    row = BY_TITLE["Timeline"].row(sample, event)
    assert (row.sign, row.when.replace("\u00a0", " ")) == (sign, when)


def test_a_planned_event_whose_date_has_passed_without_word_has_an_outcome_that_is_not_known(
    load_sample: Callable[..., Loaded],
) -> None:
    briefing = load_sample().briefing
    assert briefing is not None
    later = view(briefing, EDTF.parse("2024-12-31"))
    assert BY_TITLE["Timeline"].row(later, "ministry-decides").sign == "?"
    assert "outcome not known" in seen("Timeline", later, "ministry-decides")
    assert "Outcome not known" in headings("Overview", later)


def test_accounts_that_differ_stand_one_below_the_other_with_who_gives_them(sample: View) -> None:
    text = seen("Timeline", sample, "council-vote")
    assert "Accounts differ" in text
    assert "By › Ingrid Dahl · Mayor of Storhavn says The hauliers were heard twice." in text
    assert "By › Nils Berg · Chair of Storhavn Hauliers says The hauliers were not asked." in text
    assert "She gave no dates." in text


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
    assert "Expected › Nils Berg: almost no chance (1–5 %) · 12 Mar 2024" in text
    assert "Ingrid Dahl: at most 20 %" in text
    assert "Positions ›" in text
    assert "Due with › ◇ The toll is to start" in text


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


@pytest.mark.parametrize("pane", ["Timeline", "Stakeholders", "Quotes", "Questions", "Figures"])
def test_an_empty_pane_says_why(pane: str, make_briefing: Callable[..., Briefing]) -> None:
    briefing = make_briefing()
    assert not BY_TITLE[pane].outline(view(briefing))
    assert BY_TITLE[pane].empty(view(briefing)) == f"This briefing has no {pane.lower().replace('timeline', 'events')}."
    earlier = view(briefing, EDTF.parse("2024-05-01"))
    assert BY_TITLE[pane].empty(earlier).replace("\u00a0", " ").endswith("were known by 1 May 2024.")
