from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.files.folders import shipped_folder
from tui.settings.themes import DEFAULT, ThemeFile, load_theme, load_themes

SHIPPED, PROBLEMS = load_themes((shipped_folder("themes"),))
GROUNDS = ("background", "surface", "panel")
TEXTS = (
    "foreground",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "text",
    "text-muted",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
    "foreground-muted",
    "link-color",
)
PAIRS = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("foreground", "input-selection-background"),
)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2 of a colour written `#rrggbb`."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_themes_that_ship_have_no_problems_and_the_default_is_among_them() -> None:
    assert PROBLEMS == ()
    assert DEFAULT in {theme.name for theme in SHIPPED}
    assert {theme.dark for theme in SHIPPED} == {True, False}


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_every_text_of_a_theme_can_be_read_on_every_ground(theme: ThemeFile) -> None:
    least = 7.0 if "high-contrast" in theme.name else 4.5
    colours = {**theme.colours, **theme.variables}
    too_faint = {
        (text, ground): round(ratio, 2)
        for text, ground in PAIRS
        if (ratio := contrast(colours[text], colours[ground])) < least
    }
    assert too_faint == {}


def test_a_theme_is_read_with_its_values(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "primary: '#123456'\ndark: false\ntext_alpha: 0.9\nvariables:\n  border: 'red 50%'\n  link-style: not bold\n"
    )
    theme, problems = load_theme(path)
    assert problems == ()
    assert theme is not None
    assert (theme.name, theme.dark, theme.ansi) == ("mine", False, False)
    assert theme.colours == {"primary": "#123456"}
    assert theme.variables == {"border": "red 50%", "link-style": "not bold"}
    assert theme.fractions == {"text_alpha": 0.9}


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("name: mine\n", 1, 1, "a theme needs `primary`"),
        ("primary: '#12345g'\n", 1, 10, "`primary` takes a colour"),
        ("primary: red\naccent: 12 34\n", 2, 9, "`accent` takes a colour"),
        ("primary: red\nacent: blue\n", 2, 1, "a theme has no key `acent`"),
        ("primary: red\ndark: yes\n", 2, 7, "`dark` is true or false"),
        ("primary: red\ntext_alpha: 2\n", 2, 13, "`text_alpha` takes a number from 0 to 1"),
        ("primary: red\nname: a b\n", 2, 7, "a theme's name is"),
        ("primary: red\nvariables: [a]\n", 2, 12, "`variables` takes keys and values"),
        ("primary: red\nvariables:\n  $a: red\n", 3, 3, "`$a` is no variable's name"),
        ("primary: red\nvariables:\n  border: 'red; color: blue'\n", 3, 11, "`border` takes a colour"),
        ("primary: red\nvariables:\n  link-style: loud\n", 3, 15, "`link-style` takes a text style"),
        ("- primary\n", 1, 1, "a theme is keys and values"),
        ("", 1, 1, "the file is empty"),
    ],
)
def test_a_wrong_theme_file_is_a_problem_with_a_place(
    tmp_path: Path, text: str, line: int, column: int, said: str
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    theme, problems = load_theme(path)
    assert theme is None
    assert said in problems[0].message
    assert (problems[0].path, problems[0].place.line, problems[0].place.column) == (path, line, column)
    assert problems[0].hint


def test_a_key_that_is_misspelled_is_told_what_it_was_meant_to_be(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("primary: red\nacent: blue\n")
    _, problems = load_theme(path)
    assert problems[0].hint == "did you mean `accent`?"


def test_a_colour_whose_hash_begins_a_comment_is_told_to_be_quoted(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("primary: #123456\n")
    theme, problems = load_theme(path)
    assert theme is None
    assert "in quotes" in problems[0].hint


def test_a_file_that_is_not_yaml_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("primary: [\n")
    theme, problems = load_theme(path)
    assert theme is None
    assert problems[0].path == path


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"primary: red # \xe9\n")
    theme, problems = load_theme(path)
    assert theme is None
    assert problems[0].code == "encoding"


def test_the_users_theme_takes_the_place_of_one_with_the_same_name(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder, colour in ((shipped, "red"), (own, "blue")):
        folder.mkdir()
        (folder / "calm.yaml").write_text(f"primary: {colour}\n")
    (shipped / "other.yaml").write_text("primary: green\n")
    (own / "broken.yaml").write_text("primary:\n")
    themes, problems = load_themes((shipped, own, tmp_path / "nowhere"))
    assert {theme.name: theme.colours["primary"] for theme in themes} == {"calm": "blue", "other": "green"}
    assert [problem.path.name for problem in problems] == ["broken.yaml"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200) | st.text("primaydk: #0'{}[]\n!&*-", max_size=60))
def test_any_file_gives_a_theme_or_a_problem(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    theme, problems = load_theme(path)
    assert (theme is None) == bool(problems)
