from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.files.folders import shipped_folder
from tui.settings.choice import DEFAULT
from tui.settings.themes import load_theme, load_themes

SHIPPED, PROBLEMS = load_themes((shipped_folder("themes"),))


def test_the_themes_that_ship_have_no_problems_and_the_default_is_among_them() -> None:
    assert PROBLEMS == ()
    assert DEFAULT in {theme.name for theme in SHIPPED}
    assert {theme.dark for theme in SHIPPED} == {True, False}


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


def test_of_two_themes_with_one_name_in_a_folder_the_second_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("primary: red\nname: calm\n")
    (tmp_path / "b.yaml").write_text("primary: blue\nname: calm\n")
    ((theme,), (problem,)) = load_themes((tmp_path,))
    assert theme.path.name == "a.yaml"
    assert (problem.path.name, problem.place.line, problem.code) == ("b.yaml", 2, "duplicate-theme")
    assert "a.yaml" in problem.message


def test_a_theme_that_is_too_large_or_a_folder_or_not_there_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "nowhere.yaml").symlink_to("gone")
    themes, problems = load_themes((tmp_path,))
    assert themes == ()
    assert {one.path.name: one.code for one in problems} == {
        "large.yaml": "too-large",
        "folder.yaml": "directory",
        "nowhere.yaml": "no-such-file",
    }


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200) | st.text("primaydk: #0'{}[]\n!&*-", max_size=60))
def test_any_file_gives_a_theme_or_a_problem(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    theme, problems = load_theme(path)
    assert (theme is None) == bool(problems)
