"""Makes libraries and briefings of any size: the same ones on every machine."""

import os
import random
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

_PAST: Final = 1_700_000_000
"""When every file was last changed: long enough ago that no file system's tick is in question."""

_ACTORS: Final = 40
_STANCES: Final = ("support", "oppose", "mixed", "neutral", "strongly-oppose", "unknown")


class Words:
    """Prose of a made-up language, in which few words are frequent and most are rare, as in every language."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words, self._weights = _vocabulary()

    def some(self, number: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=number))

    def sentence(self, number: int) -> str:
        """A sentence of so many words."""
        return self.some(number).capitalize() + "."

    def date(self) -> str:
        """A day of ten years."""
        day = self._random
        return f"{day.randint(2015, 2024)}-{day.randint(1, 12):02}-{day.randint(1, 28):02}"

    def one_of(self, what: tuple[str, ...] | list[str]) -> str:
        """One of these."""
        return self._random.choice(what)


def vocabulary() -> list[str]:
    """The words, the most frequent first."""
    return _vocabulary()[0]


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    source = random.Random(1)
    syllables = [first + second for first in "bdfklmnprstv" for second in "aeiou"]
    words = list(dict.fromkeys("".join(source.choices(syllables, k=source.randint(1, 4))) for _ in range(9_000)))
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def make_library(root: Path, number: int) -> Path:
    """A library of so many briefings, each of some 6 KB and with a stored text of 2 KB for every second one."""
    done = root / ".made"
    if done.exists() and done.read_text() == str(number):
        return root
    root.mkdir(parents=True, exist_ok=True)
    words = Words(0)
    actors = "".join(
        f"  - {{id: shared-{index}, name: {words.some(2).title()}, kind: person, aliases: [{words.some(1)}]}}\n"
        for index in range(_ACTORS)
    )
    _write(root / "library.yaml", f"title: A library of {number:,}\nactors:\n{actors}")
    for index in range(number):
        folder = root / f"{index // 200:03}"
        folder.mkdir(exist_ok=True)
        words = Words(index + 1)
        has_text = index % 2 == 0
        if has_text:
            _write(folder / f"texts-{index % 200:03}.txt", "\n\n".join(words.sentence(60) for _ in range(5)))
        _write(
            folder / f"story-{index:06}.yaml",
            briefing(words, f"story-{index:06}", text=f"texts-{index % 200:03}.txt" if has_text else None),
        )
    done.write_text(str(number))
    return root


def briefing(words: Words, identifier: str, *, text: str | None = None, events: int = 12, size: int = 1) -> str:
    """The text of a briefing with so many events; `size` is how many times as much there is of all else."""
    lines = [
        "format: brief/1",
        f"id: {identifier}",
        f"title: {words.some(6).capitalize()}",
        f"topics: [{words.one_of(['trade', 'energy', 'transport', 'health'])}/{words.some(1)}]",
        "as_of: 2024-12-01",
        "bottom_line: >-",
        f"  {words.sentence(30)}",
        "sources:",
    ]
    for index in range(4 * size):
        stored = f", text: {text}" if text and index == 0 else ""
        named = f"id: source-{index}, title: {words.some(6)}, publisher: {words.some(2)}"
        lines.append(f"  - {{{named}, published: {words.date()}{stored}}}")
    lines.append("actors:")
    actors = [f"actor-{index}" for index in range(4 * size)]
    lines += [
        f"  - {{id: {one}, name: {words.some(2).title()}, kind: person, role: {words.some(3)}}}" for one in actors
    ]
    actors += [f"shared-{words._random.randrange(_ACTORS)}" for _ in range(3)]
    lines.append("questions:")
    questions = [f"question-{index}" for index in range(3 * size)]
    for one in questions:
        lines += [
            f"  - id: {one}",
            f"    text: {words.some(9).capitalize()}?",
            f"    due: 2025-0{words.one_of(['1', '2', '3'])}-11",
        ]
        lines += [f"    decided_by: [{words.one_of(actors)}]", f"    criteria: {words.sentence(12)}"]
    lines.append("quotes:")
    quotes = [f"quote-{index}" for index in range(6 * size)]
    for one in quotes:
        lines += [f"  - id: {one}", f"    text: {words.sentence(22)}", f"    speaker: {words.one_of(actors)}"]
        lines += [f"    source: source-{words._random.randrange(4 * size)}", f"    said: {words.date()}"]
    lines.append("positions:")
    for index in range(6 * size):
        lines += [
            f"  - actor: {words.one_of(actors)}",
            f"    question: {words.one_of(questions)}",
            f"    date: {words.date()}",
        ]
        lines += [f"    stance: {words.one_of(_STANCES)}", f"    quotes: [{quotes[index]}]"]
    lines.append("events:")
    for index in range(events):
        lines += [f"  - id: event-{index}", f"    date: {words.date()}", f"    title: {words.some(7).capitalize()}"]
        lines += [
            f"    detail: {words.sentence(18)}",
            f"    actors: [{words.one_of(actors)}]",
            f"    sources: [source-{words._random.randrange(4 * size)}]",
        ]
    return "\n".join(lines) + "\n"


def make_briefing(path: Path, *, events: int = 12, size: int = 1) -> Path:
    """A briefing in a folder of its own."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, briefing(Words(7), path.stem, events=events, size=size).replace("shared-", "actor-"))
    return path


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (_PAST, _PAST))
