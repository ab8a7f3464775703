import pytest
from stories import STORY

pytest_plugins = ("running",)


@pytest.fixture
def opened(monkeypatch):
    """What the reader would have been opened with; no terminal is needed for it."""
    calls = []
    monkeypatch.setattr("tui.cli.open.is_terminal", lambda stream: True)
    monkeypatch.setattr("tui.cli.open._run", lambda library, **named: calls.append((library, named)) or 0)
    return calls


def test_without_a_name_the_library_is_opened(brief, library, opened):
    root = library({"story.yaml": STORY})
    assert brief().code == 0
    assert opened[0][0] == root


def test_an_id_opens_its_briefing_at_an_item_and_a_date(brief, library, opened):
    root = library({"story.yaml": STORY})
    for arguments in (("story#ann", "--as-of", "2024"), ("--as-of", "2024", "story#ann")):
        assert brief(*arguments).code == 0
        shown_library, named = opened.pop()
        assert shown_library.root == root
        assert (named["path"], named["item"], named["as_of"].text) == (root / "story.yaml", "ann", "2024")


def test_a_path_that_exists_wins_over_what_its_number_sign_parts(brief, here, opened):
    (here / "a#ann.yaml").write_text(STORY)
    (here / "a").write_text(STORY)
    brief("a#ann.yaml")
    brief("a#ann.yaml#bob")
    brief("a#ann")
    assert [(named["path"].name, named["item"]) for _, named in opened] == [
        ("a#ann.yaml", None),
        ("a#ann.yaml", "bob"),
        ("a", "ann"),
    ]


def test_a_commands_name_wins_over_an_id(brief, library, opened):
    library({"list.yaml": STORY})
    assert "A story" in brief("list").out
    assert opened == []
    assert brief("briefings/list.yaml").code == 0
    assert len(opened) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nope\nall is well"),
        ("show", "nope\nall is well"),
        ("show", "nope\nall is well.yaml"),
        ("nope\nall is well",),
        ("who", "nope\nall is well"),
        ("agenda", "--topic", "nope\nall is well"),
        ("export", "story", "-o", "nope\nall is well"),
        ("export", "story", "--for", "nope\nall is well"),
        ("--as-of", "nope\nall is well", "story"),
        ("--library", "nope\nall is well", "list"),
        ("list", "--nope\nall is well"),
        ("themes", "nope\nall is well"),
        ("new", "nope\nall is well"),
    ],
)
def test_no_argument_puts_a_line_of_its_own_among_the_messages(brief, library, arguments):
    library({"story.yaml": STORY})
    outcome = brief(*arguments)
    assert outcome.code
    assert [line.startswith("brief: ") for line in outcome.err.splitlines()] in ([True], [True, False])
    assert not any(line.startswith(("brief: all is well", "all is well")) for line in outcome.err.splitlines())


@pytest.mark.parametrize(
    ("name", "typed"), [("-dash.yaml", "./-dash.yaml"), ("a b.yaml", "'a b.yaml'"), ("plain.yaml", "plain.yaml")]
)
def test_a_file_is_advised_as_one_would_type_it(brief, here, name, typed):
    (here / name).write_text(STORY + "unknown: x\n")
    assert f"`brief check {typed}` says what" in brief("show", f"./{name}").err
    assert f"`brief check {typed}` says what" in brief("--library", here, "agenda").err


def test_an_unknown_id_is_wrong_usage_with_the_nearest_proposed(brief, library):
    library({"tunnel-vote.yaml": STORY, "b.yaml": STORY + "id: tunnel-veto\n"})
    outcome = brief("tunel-vote")
    assert (outcome.code, outcome.out) == (2, "")
    assert "`tunnel-vote`" in outcome.err
    assert "`tunnel-veto`" in outcome.err
    assert "the command `brief check`" in brief("chekc").err


def test_an_unknown_item_is_wrong_usage_with_the_nearest_proposed(brief, library):
    library({"story.yaml": STORY})
    outcome = brief("story#anne")
    assert (outcome.code, outcome.out) == (2, "")
    assert "`ann`" in outcome.err


@pytest.mark.parametrize("name", ["nowhere.yaml", "no/where", "", "#", "a\0b", "x" * 5000, "\udcff", "briefings"])
def test_whatever_names_no_briefing_is_a_sentence(brief, library, name):
    library({"story.yaml": STORY})
    outcome = brief(name)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("brief: ")


def test_a_broken_file_is_left_to_the_reader_which_shows_its_problems(brief, here, opened):
    (here / "bad.yaml").write_text("format: brief/1\n: :\n")
    assert brief("bad.yaml").code == 0
    assert opened[0][1]["path"].name == "bad.yaml"


def test_a_date_without_a_briefing_is_wrong_usage(brief, library):
    library({"story.yaml": STORY})
    assert brief("--as-of", "2024").code == 2
    assert brief("--as-of", "2024", "list").code == 2
    assert "month 13" in brief("story", "--as-of", "2024-13").err
