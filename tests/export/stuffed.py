"""The complete briefing of the sample library with other texts in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.load.briefing import load_text
from tui.load.compose import compose
from tui.model.briefing import Briefing

_PATH = Path(__file__).parent.parent / "sample" / "harbour-bridge.yaml"
_TEXTS = frozenset(
    {
        "attributed_as", "background", "bottom_line", "context", "criteria", "date_text", "detail", "name", "note",
        "original", "outcome", "prefix", "publisher", "role", "says", "suffix", "summary", "title", "unit",
    }
)  # fmt: skip
_LISTS_OF_TEXTS = frozenset({"aliases", "authors"})
_WITH_TEXT = frozenset({"judgments", "questions", "quotes"})


def stuffed(text_for: Callable[[int], str]) -> Briefing:
    """The sample with each text that an author may word freely replaced by `text_for` its number."""
    values = _values()
    count = iter(range(10_000))

    def fill(value: Any, *, within: str = "") -> None:
        if isinstance(value, list):
            for one in value:
                fill(one, within=within)
        elif isinstance(value, dict):
            for key in value:
                if key in _TEXTS or (key == "text" and within in _WITH_TEXT):
                    value[key] = text_for(next(count))
                elif key in _LISTS_OF_TEXTS:
                    value[key] = [text_for(next(count)) for _ in value[key]]
                else:
                    fill(value[key], within=key)

    fill(values)
    return loaded_from(values)


def loaded_from(values: Any) -> Briefing:
    """A briefing of plain values, in which nothing is wrong."""
    import json

    loaded = load_text(json.dumps(values, ensure_ascii=False), Path("/library/x.yaml"), Path("/library"))
    assert loaded.problems == ()
    assert loaded.briefing is not None
    return loaded.briefing


def _values() -> Any:
    own, _ = compose(_PATH.read_text(encoding="utf-8"), _PATH)
    shared, _ = compose((_PATH.parent / "library.yaml").read_text(encoding="utf-8"), _PATH)
    assert own is not None
    assert shared is not None
    own.values["actors"] += shared.values["actors"]
    own.values["sources"] += shared.values["sources"]
    return own.values
