import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import made_of
from hostile import long_texts, texts
from html_reading import elements, name_of, parsed, text_of_page
from hypothesis import given, settings
from hypothesis import strategies as st
from proven import proven
from stuffed import stuffed

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.export.html.inline import machine_readable
from tui.model.edtf import EDTF

BREAKERS = [
    "</script><script>alert(1)</script>",
    '" onload="alert(1)',
    "' autofocus onfocus=alert(1) '",
    "javascript:alert(1)",
    "</title></style></svg><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<!-- --><![CDATA[ ]]>",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "]]><foreignObject>",
]
hostile_texts = st.one_of(st.sampled_from(BREAKERS), texts, long_texts)
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "figure"),
    *("figcaption", "h1", "h2", "h3", "p", "ul", "ol", "li", "div", "span", "strong", "sup", "a", "br", "q", "cite"),
    *("blockquote", "time", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("svg", "desc", "line", "circle", "polygon", "rect", "text"),
}


def html(briefing, **told) -> str:
    return FORMATS["html"](released(view(briefing)).view, **told)


def test_the_page_has_nothing_wrong_by_the_rules_of_html():
    for profile in ("full", "one-page", "timeline", "questions"):
        parsed(FORMATS["html"](proven(), profile=profile))


def test_its_policy_lets_in_its_own_style_and_nothing_else():
    found = elements(FORMATS["html"](proven()))
    (policy,) = [one.get("content") for one in found if one.get("http-equiv") == "Content-Security-Policy"]
    (style,) = [one.text for one in found if name_of(one) == "style"]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {name_of(one) for one in found} - ALLOWED
    assert not any(one.get("style") or one.get("src") for one in found)


@settings(max_examples=25)
@given(st.lists(hostile_texts, min_size=1, max_size=7))
def test_no_text_in_a_briefing_becomes_anything_but_text(hostile):
    def hostile_text(number: int) -> str:
        return f"{hostile[number % len(hostile)]} n{number}n"

    written = html(stuffed(hostile_text))
    expected = [(name_of(one), set(one.keys())) for one in elements(html(stuffed(lambda n: f"plain n{n}n")))]
    found = elements(written)
    # A text of several paragraphs has more of them, and lines within one are broken; the rest is as it was.
    several = {"p", "br"}
    assert [(name_of(one), set(one.keys())) for one in found if name_of(one) not in several] == [
        one for one in expected if one[0] not in several
    ]
    seen = " ".join(text_of_page(written).split())
    for number in re.findall(r" n(\d+)n", seen):
        assert " ".join(hostile_text(int(number)).split()) in seen


@pytest.mark.parametrize("url", [*BREAKERS, "data:text/html,x", "file:///etc/passwd", "HTTPS://a.example/?q=<b>\"'"])
def test_only_addresses_of_the_web_and_of_mail_are_links(url):
    source = {"id": "report", "title": "A report", "url": url}
    found = elements(html(made_of(sources=[source], actors=[{"id": "ann", "name": "Ann"}], quotes=[
        {"id": "q", "text": "Words.", "speaker": "ann", "source": "report"}
    ])))  # fmt: skip
    targets = [one.get(key) for one in found for key in ("href", "cite") if one.get(key)]
    assert all(one.startswith("#") or urlsplit(one).scheme in {"http", "https", "mailto"} for one in targets)
    assert ("HTTPS" in url) == any("a.example" in one for one in targets)


def test_headings_are_in_order_and_the_page_has_its_landmarks():
    found = [name_of(one) for one in elements(FORMATS["html"](proven()))]
    levels = [int(one[1]) for one in found if re.fullmatch("h[1-6]", one)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [one for one in found if one in {"header", "main", "footer"}] == ["header", "main", "footer"]


def test_every_table_has_a_caption_and_its_headings_say_what_they_are_of():
    tables = [one for one in elements(FORMATS["html"](proven())) if name_of(one) == "table"]
    assert len(tables) == 2
    for table in tables:
        assert table.find("caption") is not None
        assert {one.get("scope") for one in table.iter("th")} == {"col", "row"}


def test_every_drawing_has_its_words_and_no_id_stands_twice():
    found = elements(FORMATS["html"](proven()))
    ids = [one.get("id") for one in found if one.get("id")]
    assert len(ids) == len(set(ids))
    for drawing in (one for one in found if one.get("role") == "img"):
        named = drawing.get("aria-labelledby").split()
        said = [one for one in drawing if one.get("id") in named]
        assert len(said) == 2
        assert all(one.text for one in said)
    assert all(one.get("aria-hidden") or one.get("role") for one in found if name_of(one) == "svg")


def test_every_note_is_there_and_every_way_back_leads_to_its_mark():
    found = elements(FORMATS["html"](proven()))
    ids = {one.get("id") for one in found}
    targets = [one.get("href") for one in found if (one.get("href") or "").startswith("#")]
    assert targets
    assert all(one[1:] in ids for one in targets)


def test_a_quote_names_its_source_and_its_language_where_they_are_known():
    quotes = [one for one in elements(FORMATS["html"](proven())) if name_of(one) == "blockquote"]
    original = next(one for one in quotes if one.get("class") == "original")
    assert original.get("lang") == "nb"
    assert original.get("cite") == "https://social.example/@hauliers/1"
    translated = next(one for one in quotes if "We will not pay twice" in "".join(one.itertext()))
    assert translated.get("lang") is None


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("0044", "0044"),
        ("2024-03-12T19:30:00+01:00", "2024-03-12T19:30:00+01:00"),
        ("2024-03-12T19:30:00+05", "2024-03-12T19:30:00+05:00"),
        ("2024-03-12T19:30:00Z", "2024-03-12T19:30:00Z"),
        ("2024-03-12T19:30:00", "2024-03-12T19:30:00"),
        *((one, None) for one in ("2024~", "2024-03?", "2024-03-12%", "202X", "20XX", "2024-XX", "2024-XX-XX")),
        *((one, None) for one in ("2024-03-XX", "2024-21", "2024/2025", "2024-03/..", "/2024", "-0044", "0000")),
    ],
)
def test_a_date_has_a_value_for_machines_only_where_html_has_one(date, value):
    assert machine_readable(EDTF(date)) == value


def test_a_thousand_events_are_counted_and_a_gap_of_centuries_is_cut():
    events = [
        {"id": f"e{n}", "date": f"{1200 if n < 5 else 2024}-{n % 12 + 1:02}", "title": f"Event {n}"}
        for n in range(1000)
    ]
    text = html(made_of(events=events))
    assert "counted where they stand in time" in text
    assert text.count('class="cut"') == 5
    assert len(text) < 600_000


@pytest.mark.parametrize(
    "dates",
    [["2024"], ["-0044", "2024"], ["Y-100000"], ["../2024-06"], ["2024-06/.."], ["2024-06-30"] * 30, ["202X", "20XX"]],
)
def test_any_dates_can_be_drawn(dates):
    parsed(html(made_of(events=[{"id": f"e{n}", "date": one, "title": "E"} for n, one in enumerate(dates)])))


@pytest.mark.parametrize("values", [[0, 0], [-5, 5], ["999999999999999999", 1], [1] * 20])
def test_any_values_can_be_drawn(values):
    figures = [
        {"id": f"f{n}", "name": "Price", "date": f"{2000 + n}", "value": value} for n, value in enumerate(values)
    ]
    text = html(made_of(figures=[*figures, {"id": "r", "name": "Price", "date": "2030", "low": -3, "high": 4}]))
    parsed(text)
    assert "NaN" not in text


def test_the_page_is_the_same_wherever_it_is_made(monkeypatch, tmp_path):
    before = FORMATS["html"](proven())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert FORMATS["html"](proven()) == before
    assert str(Path.home()) not in before
