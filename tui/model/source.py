"""Sources: where an item comes from."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from tui.model.admiralty import Reliability
from tui.model.base import Item, Text
from tui.model.csl import CSLType
from tui.model.edtf import EDTF
from tui.model.references import SourceRef

# BCP 47 (RFC 5646), by shape: the registry of subtags is not held here.
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]


class Source(Item):
    """A text that items rest on; at least one of `title`, `publisher` and `url`."""

    title: Text | None = None
    publisher: Text | None = None
    url: Text | None = None
    kind: CSLType | None = None
    """A CSL 1.0.2 type, verbatim."""
    authors: tuple[Text, ...] = ()
    published: EDTF | None = None
    accessed: EDTF | None = None
    language: Language | None = None
    """A BCP 47 tag such as `en` or `zh-Hans`."""
    reliability: Reliability | None = None
    """The Admiralty code's letter, `A` to `F`."""
    origin: SourceRef | None = None
    """The source of which this is a reprint."""
    text: Text | None = None
    """Path of a stored plain-text copy, relative to this file, within the library."""

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if self.title or self.publisher or self.url:
            return self
        raise PydanticCustomError(
            "missing",
            "a source needs a `title`, a `publisher` or a `url`",
            {"keys": ("title", "publisher", "url"), "hint": "add what the source is called"},
        )

    @property
    def name(self) -> str:
        """The best there is to call it by."""
        return self.title or self.publisher or self.url or self.id
