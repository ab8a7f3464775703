"""What pydantic refuses, in words that say what is wrong and what to write instead."""

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from tui.load.characters import shortened
from tui.load.names import slug
from tui.load.suggest import did_you_mean

LONGEST_SHOWN: Final = 40
"""How many characters of a value a message repeats."""

Words = tuple[str, str]
"""A message and a hint."""


class Refusal(NamedTuple):
    """A value that was refused: the key that has it, pydantic's type of error, its message and its context.

    `element` is true for an entry of a list, `names_ids` for a key that holds ids of items; `suggest` asks for the
    nearest possible word.
    """

    key: str
    value: Any
    kind: str
    message: str
    context: dict[str, Any]
    element: bool
    names_ids: bool
    suggest: bool

    @property
    def shown(self) -> str:
        """The value as a message repeats it."""
        # What stands in the place of an attribution could be words said off the record.
        if not isinstance(self.value, str) or self.key == "attribution":
            return "this"
        return f"“{shortened(self.value, LONGEST_SHOWN)}”"


def code_of(refusal: Refusal) -> str:
    """The code of the problem."""
    if refusal.key == "attribution":
        return "bad-attribution"
    if refusal.value is None:
        return "empty-value"
    return _CODES.get(refusal.kind, "bad-value")


def words_of(refusal: Refusal) -> Words:
    """What is wrong, and what to do about it."""
    if refusal.value is None:
        return _empty(refusal)
    if refusal.kind in _WORDINGS:
        return _WORDINGS[refusal.kind](refusal)
    hint = refusal.context.get("hint", "")
    if refusal.suggest and "word" in refusal.context:
        hint = did_you_mean(refusal.context["word"], refusal.context["possible"]) or hint
    message = f"{refusal.shown} {refusal.message}" if refusal.kind in _PREDICATES else refusal.message
    return message, hint


def _empty(refusal: Refusal) -> Words:
    if refusal.element:
        return f"this entry of `{refusal.key}` is empty", "write it out, or remove it"
    return f"`{refusal.key}` is empty", "write its value, or remove the key"


def _no_entry(refusal: Refusal) -> Words:
    return f"`{refusal.key}` is empty", "add one entry at least"


def _not_one_of(refusal: Refusal) -> Words:
    possible = [word.strip(" '") for word in re.split(",| or ", refusal.context["expected"])]
    listed = f"write one of {', '.join(possible)}" if len(possible) <= 15 else "see the format's list"
    meant = did_you_mean(str(refusal.value), possible) if refusal.suggest else ""
    return f"{refusal.shown} is not a value of `{refusal.key}`", meant or listed


def _not_a_list(refusal: Refusal) -> Words:
    value = refusal.value if isinstance(refusal.value, str) and _PLAIN.fullmatch(refusal.value) else ""
    entry = slug(value) if refusal.names_ids else value
    hint = f"write `{refusal.key}: [{entry}]`" if entry else f"begin each entry of `{refusal.key}` with `- `"
    return f"`{refusal.key}` takes a list", hint


def _not_a_mapping(refusal: Refusal) -> Words:
    if refusal.element:
        return f"an entry of `{refusal.key}` is keys and values", "write `- key: value`, and its other keys below that"
    return f"`{refusal.key}` takes keys and values", "write `key: value`, one a line"


def _not_text(refusal: Refusal) -> Words:
    hint = "put text that contains `: ` or begins with a bracket between quotation marks"
    return (f"an entry of `{refusal.key}` is text" if refusal.element else f"`{refusal.key}` takes text"), hint


def _no_pattern(refusal: Refusal) -> Words:
    if refusal.key == "topics":
        return f"{refusal.shown} is not a topic", "write a path such as `technology/tiktok`"
    if refusal.key == "language":
        return f"{refusal.shown} is not a language tag", "write a BCP 47 tag such as `en` or `zh-Hans`"
    meant = slug(str(refusal.value)[:LONGEST_SHOWN])
    hint = "ids are lower-case letters, digits and hyphens"
    return f"{refusal.shown} is not an id", f"{hint}: `{meant}`" if meant else hint


def _no_whole_number(refusal: Refusal) -> Words:
    return f"{refusal.shown} is not a whole number from 1 to 3", "write 1, 2 or 3"


def _no_truth_value(refusal: Refusal) -> Words:
    return f"{refusal.shown} is neither true nor false", "write `true` or `false`"


_PLAIN: Final = re.compile(r"[\w./-]{1,40}")
_WORDINGS: Final[dict[str, Callable[[Refusal], Words]]] = {
    "bool_parsing": _no_truth_value,
    "bool_type": _no_truth_value,
    "dict_type": _not_a_mapping,
    "enum": _not_one_of,
    "greater_than_equal": _no_whole_number,
    "int_from_float": _no_whole_number,
    "int_parsing": _no_whole_number,
    "int_parsing_size": _no_whole_number,
    "int_type": _no_whole_number,
    "less_than_equal": _no_whole_number,
    "literal_error": _not_one_of,
    "model_attributes_type": _not_a_mapping,
    "model_type": _not_a_mapping,
    "string_pattern_mismatch": _no_pattern,
    "string_too_short": _empty,
    "string_type": _not_text,
    "too_short": _no_entry,
    "tuple_type": _not_a_list,
}
# Errors of our own whose message is a predicate of the value.
_PREDICATES: Final = {"country", "duration", "number", "likelihood", "due"}
_CODES: Final = {
    "dict_type": "wrong-type",
    "edtf": "bad-date",
    "greater_than_equal": "bad-number",
    "int_parsing": "bad-number",
    "int_parsing_size": "bad-number",
    "int_type": "bad-number",
    "less_than_equal": "bad-number",
    "likelihood": "bad-likelihood",
    "model_attributes_type": "wrong-type",
    "model_type": "wrong-type",
    "number": "bad-number",
    "string_too_short": "empty-value",
    "string_type": "wrong-type",
    "too_short": "empty-value",
    "tuple_type": "wrong-type",
}
