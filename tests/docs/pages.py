"""The pages of the documentation, and what stands in them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the line of prose before it."""

    language: str
    text: str
    before: str


@dataclass(frozen=True)
class Command:
    """A line that a page has somebody type, and what it says is printed then."""

    typed: str
    printed: str


def read(name: str) -> str:
    """The text of a page, by its path in the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for found in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        paragraph = text[: found.start()].rstrip().rpartition("\n\n")[2]
        yield Block(found[1], found[2], " ".join(paragraph.split()))


def without_blocks(text: str) -> str:
    """A page's prose alone."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def commands(block: Block) -> list[Command]:
    """The commands of a block of a terminal."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
    return [Command(*(part.partition("\n")[::2])) for part in parts]


def is_printed(written: str, printed: str) -> bool:
    """Whether a page tells what was printed; a line `…` at its end stands for the rest."""
    whole, cut, _ = written.partition("\n…\n")
    return printed.startswith(f"{whole}\n") if cut else written == printed


class Shell:
    """A shell in a folder of its own, that has `brief` and a home nobody has used."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.here = folder / "here"
        self.here.mkdir()
        programs = folder / "programs"
        programs.mkdir()
        program = programs / "brief"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        home = folder / "home"
        self.environment = {
            "PATH": f"{programs}:{environment['PATH']}",
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            # As in a terminal, what is printed first is seen first.
            "PYTHONUNBUFFERED": "1",
            **{f"XDG_{one}_HOME": str(home / one.lower()) for one in ("DATA", "CONFIG", "STATE", "CACHE")},
        }

    def run(self, block: Block) -> Iterator[tuple[Command, str]]:
        """Type the commands of a block, and give each with what was printed."""
        marker = "-- the next prompt --"
        script = "".join(f"{one.typed}\ncode=$?\necho '{marker}'\n(exit $code)\n" for one in commands(block))
        done = subprocess.run(
            [str(shutil.which("sh")), "-c", script],
            cwd=self.here,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        yield from zip(commands(block), done.stdout.split(f"{marker}\n")[:-1], strict=True)
