"""What the models say of their fields, read from the source where it is asked for."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


def field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The docstring below each field of a model, by the key that the field has in a file; inherited ones too.

    Pydantic could gather them with `use_attribute_docstrings`, but would parse the source at every start for them.
    """
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one is not BaseModel:
            found |= _of_class(one)
    fields = model.model_fields
    return {fields[name].alias or name: text for name, text in found.items() if name in fields}


def _of_class(model: type[BaseModel]) -> dict[str, str]:
    (definition,) = ast.parse(dedent(inspect.getsource(model))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    found = {}
    for field, after in pairwise(body):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found
