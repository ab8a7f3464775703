"""The page as a real browser shows it: on a phone, at a desk, on paper, in light and in dark."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from chromium import Browser, running
from conftest import SAMPLE, SHIPPED, made_of

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.library.folder import Library
from tui.library.proofs import prove

pytestmark = pytest.mark.external

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of the sample, of each of its profiles, of a large shipped briefing, and of one with hostile words."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for root, identifier, profile in (
        (SAMPLE, "harbour-bridge", "full"),
        (SAMPLE, "harbour-bridge", "one-page"),
        (SAMPLE, "harbour-bridge", "timeline"),
        (SAMPLE, "harbour-bridge", "questions"),
        (SHIPPED, "tiktok-divestiture", "full"),
    ):
        library = Library(root)
        loaded = library.load(library.find(identifier)[0])
        shown = released(view(loaded.briefing, proofs=prove(loaded, library).proofs)).view
        path = found[f"{identifier}-{profile}"] = folder / f"{identifier}-{profile}.html"
        path.write_bytes(FORMATS["html"].content(shown, profile=profile))
    path = found["hostile"] = folder / "hostile.html"
    path.write_bytes(FORMATS["html"].content(released(view(_hostile())).view))
    return found


def _hostile():
    """Words that could be taken for code, and some that are too long for any line."""
    code = "</title></style></svg><script>document.title = 'taken'</script><img src=x onerror=alert(1)>"
    word = "Donaudampfschifffahrtsgesellschaft" * 12
    return made_of(
        title=code,
        bottom_line=f"{word} {code}",
        sources=[{"id": "report", "title": word, "url": f"https://a.example/{word}", "published": "2024"}],
        actors=[{"id": "ann", "name": f"{word} {code}"}],
        questions=[{"id": "q", "text": f"{word}?"}],
        positions=[{"actor": "ann", "question": "q", "date": "2024", "stance": "mixed", "sources": ["report"]}],
        quotes=[{"id": "w", "text": f"{word} {code}", "speaker": "ann", "source": "report"}],
        events=[{"id": "e", "date": "2024", "title": f"{word} {code}"}],
        figures=[
            {"id": f"f{year}", "name": word, "date": f"{year}", "value": 10**15, "unit": word} for year in (1000, 2024)
        ],
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window_and_nothing_is_complained_of(browser, pages, width, scheme):
    for name, path in pages.items():
        browser.open(path, width=width, scheme=scheme)
        assert browser.evaluate("document.documentElement.scrollWidth") == width, name
        assert browser.complaints() == [], name
        assert browser.requested() == [path.as_uri()], name
        assert browser.evaluate("document.title") != "taken"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_against_the_guidelines_for_accessibility(browser, pages, width, scheme):
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    asked = json.dumps({"runOnly": {"type": "tag", "values": _RULES}, "resultTypes": ["violations"]})
    for name, path in pages.items():
        browser.open(path, width=width, scheme=scheme)
        browser.evaluate(axe)
        found = json.loads(browser.evaluate(f"axe.run({asked}).then(found => JSON.stringify(found))"))
        assert len(found["passes"]) > 10
        told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found["violations"]]
        assert told == [], name


def test_dark_is_dark_and_light_is_light(browser, pages):
    shades = {}
    for scheme in ("light", "dark"):
        browser.open(pages["harbour-bridge-full"], width=390, scheme=scheme)
        shades[scheme] = browser.evaluate("getComputedStyle(document.body).backgroundColor")
    assert shades["light"] != shades["dark"]


def test_a_phone_and_a_desk_each_have_their_own_drawing_of_the_timeline(browser, pages):
    shown = (
        "[...document.querySelectorAll('.drawing')].filter(one => one.checkVisibility()).map(one => one.classList[1])"
    )
    for width, drawn in ((390, "narrow"), (1280, "wide")):
        browser.open(pages["harbour-bridge-timeline"], width=width)
        assert browser.evaluate(shown) == [drawn]


def test_it_can_be_printed(browser, pages):
    browser.open(pages["harbour-bridge-full"], width=1280)
    assert browser.paper().startswith(b"%PDF")
