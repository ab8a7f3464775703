"""A View as a briefing that stands alone."""

import re
from decimal import Decimal
from typing import Final

import yaml

from tui.analysis.seal import holds, to_carry
from tui.analysis.view import View
from tui.export.content import PROVEN, Values, sources_of, texts_left_behind, values_of
from tui.model.kinds import KINDS
from tui.model.seal import Seal

_WIDTH: Final = 100
_FOLDED_FROM: Final = 80
_LISTS: Final = frozenset({*KINDS, "seals"})


def export(view: View) -> str:
    """An already released View as a briefing in YAML, with every shared actor and source that it uses.

    It has what the author wrote and no more, so that loading it gives an equal View; only the paths of stored texts
    are gone, since the bundle does not carry the texts. In their stead it has the seals that hold, under `seals`, so
    that what was proven and locked is `sealed` wherever the bundle is read. `as_of` is the View's date. Where the
    bottom line is withheld, the sentence that says so stands in its place, as a briefing has to have one.
    """
    content = _content(view)
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


def left_out(view: View) -> tuple[str, ...]:
    """Sentences on what of an already released View the bundle does not carry."""
    sealed = {one.quote for one in _seals(view)}
    proven = [
        one.attribution == "on-record"
        for one in view.quotes
        if one.id not in sealed and one.id in view.proofs and view.proofs[one.id].proof.state in PROVEN
    ]
    found = [*texts_left_behind(view)]
    if open_ones := sum(proven):
        goes = "1 proven quote goes" if open_ones == 1 else f"{open_ones} proven quotes go"
        found.append(f"{goes} without a seal: `brief lock` in the library seals what can be sealed")
    if veiled := len(proven) - open_ones:
        goes = "1 quote on background goes" if veiled == 1 else f"{veiled} quotes on background go"
        found.append(f"{goes} without a seal, which would tell whose words they are")
    return tuple(found)


def _seals(view: View) -> list[Seal]:
    """The seals that hold of what goes out: a reprint whose origin stays behind, say, is no longer what was sealed."""
    sources = {one.id: one for one in view.sources}
    return [
        to_carry(proof.seal)
        for quote in view.briefing.quotes
        for proof in [view.proofs.get(quote.id)]
        if proof is not None and proof.seal is not None and holds(proof.seal, quote, sources.get(quote.source))
    ]


def _content(view: View) -> Values:
    content: Values = {"format": view.briefing.format} | values_of(view.briefing)
    content |= {"as_of": str(view.date), "bottom_line": view.bottom_line or view.withheld}
    if view.sources:
        content["sources"] = sources_of(view.sources)
    content["seals"] = [one.model_dump() for one in _seals(view)]
    return {key: value for key, value in content.items() if key not in _LISTS or value}


class _Dumper(yaml.SafeDumper):
    """Writes text so that this project's loader reads it back as it was.

    The emitter in pure Python: that of libyaml folds lines in other places.
    """

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the name is PyYAML's
        """Every value is written out."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists below their keys."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if ODD.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    elif len(text) > _FOLDED_FROM:
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    digits = _digits(number)
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in digits else 'int'}", digits)


def _digits(number: Decimal) -> str:
    """The number as the format writes it, digit for digit: at most 12 of them after the point."""
    if number == number.to_integral_value():
        return str(int(number))
    plain = f"{number:f}"
    if len(plain.partition(".")[2]) <= 12:
        return plain
    digits = "".join(map(str, number.as_tuple().digits)).lstrip("0")
    whole = max(1, len(digits) - 12)
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:whole]}.{digits[whole:] or 0}e{number.adjusted() - whole + 1:+}"


# White space that ends a line for one YAML parser and not for another, or that a block would not show.
ODD: Final = re.compile("[\t\r\x85\u2028\u2029\ufeff]|^ | $| \n|\n ")

# Dates stand without quotes, as people write them: every scalar is read as the text it is.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _number)
