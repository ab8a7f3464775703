from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual._color_constants import COLOR_NAME_TO_RGB
from textual.color import Color
from textual.theme import Theme

from tui.files.folders import shipped_folder
from tui.settings.colour import BLACK, WHITE, Colour, contrast, parse
from tui.settings.colour_names import NAMES
from tui.settings.palette import LEAST, LEAST_HIGH, PAIRS, drawn, lowest, palette
from tui.settings.themes import COLOURS, ThemeFile, load_themes

SHIPPED, _ = load_themes((shipped_folder("themes"),))
HEX = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
EXACT = {name for pair in PAIRS for name in pair} - {"input-selection-background"}


def theme(colours: dict[str, str], variables: dict[str, str] | None = None, *, dark: bool = True) -> ThemeFile:
    return ThemeFile("mine", Path("mine.yaml"), dark, colours, variables or {})


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    grey = parse("#777777")
    assert grey is not None
    assert contrast(grey, WHITE) == pytest.approx(4.48, abs=0.01)


def test_the_named_colours_are_those_of_textual() -> None:
    theirs = {name: rgb for name, rgb in COLOR_NAME_TO_RGB.items() if not name.startswith("ansi_")}
    assert {*NAMES, "transparent"} == set(theirs)
    assert all(parse(name)[:3] == tuple(rgb[:3]) for name, rgb in theirs.items())


@pytest.mark.parametrize(
    "written",
    ["#abc", "#abcd", "#a1b2c3", "#a1b2c3d4", "rgb(1,200,300)", "rgba(1,2,3,0.5)", "hsl(200,50%,40%)", "teal"],
)
def test_a_colour_is_what_textual_takes_it_for(written: str) -> None:
    theirs = Color.parse(written)
    assert parse(written) == Colour(theirs.r, theirs.g, theirs.b, theirs.a)


@pytest.mark.parametrize("written", ["ansi_blue", "ansi_default", "no-such-colour", "rgb(,)", "hsl(1,2,3)", "rgb(1,2)"])
def test_the_terminals_own_colours_and_what_is_none_have_no_value(written: str) -> None:
    assert parse(written) is None


@settings(max_examples=60)
@given(
    colours=st.dictionaries(st.sampled_from([one for one in COLOURS if one != "boost"]), HEX),
    primary=HEX,
    dark=st.booleans(),
)
def test_what_a_theme_does_not_say_comes_out_as_textual_has_it(
    colours: dict[str, str], primary: str, dark: bool
) -> None:
    ours = palette(theme({**colours, "primary": primary}, dark=dark))
    theirs = Theme("mine", dark=dark, **{**colours, "primary": primary}).to_color_system().generate()
    assert ours is not None
    for name in EXACT:
        written, _, share = theirs[name].partition(" ")
        if written != "auto":
            value = Color.parse(written)
            assert ours[name][:3] == pytest.approx((value.r, value.g, value.b), abs=1), name
            assert ours[name].alpha == pytest.approx(value.a, abs=0.01), name
        else:
            assert ours[name].alpha == pytest.approx(int(share.rstrip("%")) / 100)


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_every_text_of_a_theme_that_ships_can_be_read_on_every_background(theme: ThemeFile) -> None:
    colours = palette(theme)
    if colours is None:
        assert theme.ansi
        return
    least = LEAST_HIGH if "high-contrast" in theme.name else LEAST
    ratios = {pair: contrast(*drawn(colours, *pair)) for pair in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}
    found = lowest(theme)
    assert found is not None
    assert found.ratio == min(ratios.values())


def test_a_text_that_is_partly_transparent_is_judged_by_what_is_seen() -> None:
    faint = theme(
        {"primary": "#88aaff", "foreground": "#ffffff", "background": "#000000"}, {"text-muted": "#ffffff 30%"}
    )
    found = lowest(faint)
    assert found is not None
    assert (found.text, found.ratio < 3) == ("text-muted", True)
