"""The final comma or full stop inside a quotation mark, which may go: in the quote, in the text, or in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = (",", ".", "，", "。", "、", "،", "۔", "।")
ENDS_OF_OTHER_SENTENCES = tuple("?!？！؟")


class Form(NamedTuple):
    """Another punctuation of the end of a normalized quote."""

    text: str
    ends_sentence: bool
    """The quote had a comma or full stop here, so the text may not have a question or exclamation mark."""

    def fits(self, text: str, start: int) -> bool:
        """Say whether what follows in the text allows the stop to go."""
        end = start + len(self.text)
        return self.may_end(text, end)

    def may_end(self, text: str, end: int) -> bool:
        """Say the same of where the form ends in the text."""
        return not (self.ends_sentence and text.startswith(ENDS_OF_OTHER_SENTENCES, end))


def without_stop(text: str) -> str:
    """Drop one final comma or full stop, not the last point of an ellipsis."""
    if text.endswith(STOPS) and not text.endswith(".."):
        return text[:-1]
    return text


def punctuated_otherwise(quote: str) -> Iterator[Form]:
    """Give the forms of a normalized quote that differ from it in a final comma or full stop alone."""
    outer = without_stop(quote)
    core = outer.rstrip("'\"")
    marks = outer[len(core) :]
    if not marks:
        if outer != quote:
            yield Form(outer, ends_sentence=True)
        return
    core = without_stop(core)
    for stop in ("", *STOPS):
        if (form := core + stop + marks) != quote:
            yield Form(form, ends_sentence=False)
