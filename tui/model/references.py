"""References from one item to another: plain ids, with the kinds that each may name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tui.model.base import Slug
from tui.model.kinds import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field as a reference to an item of one of `kinds`."""

    kinds: tuple[Kind, ...]


ActorRef = Annotated[Slug, Refers(("actors",))]
SourceRef = Annotated[Slug, Refers(("sources",))]
QuestionRef = Annotated[Slug, Refers(("questions",))]
QuoteRef = Annotated[Slug, Refers(("quotes",))]
EventRef = Annotated[Slug, Refers(("events",))]
JudgmentRef = Annotated[Slug, Refers(("judgments",))]
ActorOrSourceRef = Annotated[Slug, Refers(("actors", "sources"))]
AnyRef = Annotated[Slug, Refers(KINDS)]


class ReferenceField(NamedTuple):
    """A field of a model that holds one id, or several."""

    name: str
    key: str
    kinds: tuple[Kind, ...]
    many: bool
    required: bool


class PartField(NamedTuple):
    """A field of a model that holds another model, or several."""

    name: str
    key: str
    model: type[BaseModel]
    many: bool


@cache
def reference_fields(model: type[BaseModel]) -> tuple[ReferenceField, ...]:
    """The fields of `model` that refer to other items, in the order in which they are declared."""
    return tuple(
        ReferenceField(name, field.alias or name, kinds, many, field.is_required())
        for name, field in model.model_fields.items()
        for kinds, many in [_kinds(field)]
        if kinds
    )


@cache
def part_fields(model: type[BaseModel]) -> tuple[PartField, ...]:
    """The fields of `model` that hold other models, in the order in which they are declared."""
    return tuple(
        PartField(name, field.alias or name, part, many)
        for name, field in model.model_fields.items()
        for part, many in [_part(field.annotation)]
        if part is not None
    )


def names(item: BaseModel) -> Iterator[str]:
    """The ids that an item refers to, its parts included, in the order of its keys; an id may come twice."""
    for field in reference_fields(type(item)):
        value = getattr(item, field.name)
        if field.many:
            yield from value
        elif isinstance(value, str):
            # A question may be due on a date as well as by the id of a deadline.
            yield value
    for part in part_fields(type(item)):
        value = getattr(item, part.name)
        if part.many:
            for one in value:
                yield from names(one)
        elif value is not None:
            yield from names(value)


def _kinds(field: FieldInfo) -> tuple[tuple[Kind, ...], bool]:
    for mark in field.metadata:
        if isinstance(mark, Refers):
            return mark.kinds, False
    return _kinds_of(field.annotation, many=False)


def _kinds_of(annotation: Any, *, many: bool) -> tuple[tuple[Kind, ...], bool]:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Refers):
            return mark.kinds, many
    origin = get_origin(annotation)
    for argument in get_args(annotation):
        kinds, inner = _kinds_of(argument, many=many or origin is tuple)
        if kinds:
            return kinds, inner
    return _NO_KINDS, False


_NO_KINDS: Final[tuple[Kind, ...]] = ()


def _part(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    origin = get_origin(annotation)
    for argument in get_args(annotation):
        part, many = _part(argument)
        if part is not None:
            return part, many or origin is tuple
    return None, False
