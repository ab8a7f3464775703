"""Quotes: what somebody said, word for word."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from tui.model.admiralty import Credibility
from tui.model.base import SLUG_PATTERN, Item, Text
from tui.model.edtf import EDTF
from tui.model.references import ActorOrSourceRef, ActorRef, AnyRef, QuoteRef, SourceRef

Attribution = Literal["on-record", "background", "deep-background", "off-record"]


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _at_least_one(speakers: tuple[str, ...]) -> tuple[str, ...]:
    if speakers:
        return speakers
    raise PydanticCustomError("too_short", "a quote has a speaker")


def _as_written(speakers: tuple[str, ...]) -> str | list[str]:
    return speakers[0] if len(speakers) == 1 else list(speakers)


_SPEAKER_SCHEMA = {"type": ["string", "integer"], "pattern": SLUG_PATTERN}
Speakers = Annotated[
    tuple[ActorRef, ...],
    BeforeValidator(_as_list),
    AfterValidator(_at_least_one),
    PlainSerializer(_as_written),
    WithJsonSchema({"anyOf": [_SPEAKER_SCHEMA, {"type": "array", "items": _SPEAKER_SCHEMA, "minItems": 1}]}),
]
_CREDIBILITY_SCHEMA = {"enum": [number for digit in range(1, 7) for number in (digit, str(digit))]}


class Quote(Item):
    """Words as the source has them."""

    text: Text
    """Verbatim."""
    speaker: Speakers
    """An actor, or a list of actors with `speaker_is`."""
    speaker_is: Literal["all", "one-of"] | None = None
    """Whether every one of several speakers said it, or one of them."""
    source: SourceRef
    prefix: Text | None = None
    """What stands directly before it, to tell two places apart."""
    suffix: Text | None = None
    """What stands directly after it, to tell two places apart."""
    corroborated_by: tuple[SourceRef, ...] = ()
    same_as: QuoteRef | None = None
    said: EDTF | None = None
    attribution: Attribution = "on-record"
    attributed_as: Text | None = None
    """The agreed description, under which what was said on background goes out."""
    via: tuple[ActorOrSourceRef, ...] = ()
    """How it reached the source, nearest first."""
    context: Text | None = None
    about: tuple[AnyRef, ...] = ()
    credibility: Annotated[Credibility, WithJsonSchema(_CREDIBILITY_SCHEMA)] | None = None
    """The Admiralty code's number, `1` to `6`."""
    original: Text | None = None
    """The words in their own language, where `text` is a translation: these are then what is proven."""

    @model_validator(mode="after")
    def _has_one_voice(self) -> Self:
        if len(self.speaker) > 1 and self.speaker_is is None:
            raise PydanticCustomError(
                "missing",
                "a quote with several speakers needs `speaker_is`",
                {
                    "keys": ("speaker_is",),
                    "at": "speaker",
                    "hint": "add `speaker_is: all` or `speaker_is: one-of`",
                },
            )
        return self
