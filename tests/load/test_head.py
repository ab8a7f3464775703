"""The top of a briefing is read before the rest; what it says is what the whole says."""

import os
from pathlib import Path

import pytest
from conftest import SAMPLE, SHIPPED
from hypothesis import given
from hypothesis import strategies as st

from tui.load.briefing import load_file
from tui.load.head import Head, read_head

WHOLE = "format: brief/1\nid: story\ntitle: A story\nas_of: 2024-06-30\nbottom_line: >\n  It goes\n  on.\n"


def head(tmp_path: Path, content: str | bytes) -> Head | None:
    path = tmp_path / "story.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_head(tmp_path, path)


@pytest.mark.parametrize("path", [*SAMPLE.glob("[!l]*.yaml"), *SHIPPED.glob("[!l]*.yaml")], ids=lambda path: path.stem)
def test_it_says_what_the_briefing_says(path: Path) -> None:
    briefing = load_file(path, path.parent).briefing
    assert briefing is not None
    assert read_head(path.parent, path) == Head(briefing.title, str(briefing.as_of), briefing.bottom_line)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (WHOLE, Head("A story", "2024-06-30", "It goes on.")),
        (WHOLE + "events: [: this is no YAML", Head("A story", "2024-06-30", "It goes on.")),
        ('{"title": "A story", "nested": {"title": "No"}}', Head("A story", "", "")),
        ("actors:\n- title: No\ntitle: A story\n", Head("A story", "", "")),
        ("[title, No]: x\n? {a: b}\n: title\ntitle: A story\n", Head("A story", "", "")),
        ("title: A story\nbottom_line: [a list]\n", Head("A story", "", "")),
        ("title: A story\na: &a bottom_line\n*a : Alias\nbottom_line: No\n", Head("A story", "", "")),
        ("title: A story\n--- \nbottom_line: No\n", Head("A story", "", "")),
        ("title: A story\nbottom_line: !!str No\nbottom_line: No\n", Head("A story", "", "")),
        ("title: A story \ufffd\nnote: \x07\n", Head("A story \ufffd", "", "")),
        ("\ufefftitle: A story\n", Head("A story", "", "")),
    ],
)
def test_whatever_else_the_file_holds(tmp_path: Path, content: str, expected: Head) -> None:
    assert head(tmp_path, content) == expected


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\0",
        "- title: A story\n",
        "- title\n- A story\n",
        "title: !!str A story\n",
        "title: !x A story\n",
        "title: !!str A story\ntitle: A story\n",
        "!!str title: A story\n",
        "!!map\ntitle: A story\n",
        "a: &a title\n*a : Alias\ntitle: A story\n",
        "id: story\n---\ntitle: A story\n",
        "title: A\x85story\n",
        "title: A\x07story\n",
        b"title: A\xffB\n",
        b"title: A story\nnote: \xff\n",
        "title:\n",
        'title: "a\\x1b[2Jb"\n',
        "title: a\u202eb\n",
        "title: A story\n".encode("utf-16"),
    ],
)
def test_there_is_none_where_nothing_can_be_shown(tmp_path: Path, content: str | bytes) -> None:
    assert head(tmp_path, content) is None


def test_a_long_file_is_read_no_further_than_its_top(tmp_path: Path) -> None:
    assert head(tmp_path, f"{WHOLE}note: {'x' * 20_000_000}") == Head("A story", "2024-06-30", "It goes on.")
    # A value that goes on where reading ends is not shown half.
    assert head(tmp_path, f"title: A story\nbottom_line: {'x ' * 40_000}") == Head("A story", "", "")
    # Nor is a character that is parted there taken for a wrong byte.
    for before in ("", "x", "xx"):
        assert head(tmp_path, f"title: A story\nnote: {before}{'€' * 40_000}") == Head("A story", "", "")


def test_what_is_no_file_of_the_library_is_not_read(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (tmp_path / "secret.yaml").write_text(WHOLE)
    (library / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    os.mkfifo(library / "fifo.yaml")
    for name in ("link.yaml", "fifo.yaml", "none.yaml", "."):
        assert read_head(library, library / name) is None


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"title: A\n{text}".encode("utf-8", "replace")))
def test_no_file_is_too_odd(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    found = head(tmp_path_factory.getbasetemp(), content)
    assert found is None or found.title
