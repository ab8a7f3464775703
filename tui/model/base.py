"""What every part of a briefing has in common."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, StringConstraints, WithJsonSchema

from tui.model.edtf import EDTF

# An editor's YAML parser reads `1984` as a number and `no` as a boolean; here both are text.
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]
"""Words as they are written, without the white space around them; never empty."""

SLUG_PATTERN: Final = r"^[a-z0-9][a-z0-9-]*$"
Slug = Annotated[
    str,
    StringConstraints(pattern=SLUG_PATTERN),
    WithJsonSchema({"type": ["string", "integer"], "pattern": SLUG_PATTERN}),
]
"""An id: lower-case letters, digits and hyphens, beginning with a letter or a digit."""


class Record(BaseModel):
    """A frozen set of keys; a key that the format does not have is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Part(Record):
    """A record that may say when it became known and carry a note."""

    known: EDTF | None = None
    """When this became public, where that was before the earliest source was published."""
    note: Text | None = None
    """A remark of the author's."""


class Item(Part):
    """A part with an id, unique within its briefing over all kinds."""

    id: Slug
    """The name by which other items refer to this one."""
