"""Finding the actor that `--for` names."""

from tui.analysis.view import View
from tui.cli.failure import WRONG_USAGE, Failure
from tui.load.suggest import nearest


def actor_named(written: str, view: View) -> str:
    """The id of the actor with this id, name or alias, whatever the case of its letters.

    Raises Failure where there is none, or where a name is that of several; the nearest is then proposed.
    """
    if any(one.id == written for one in view.actors):
        return written
    names = _names(view)
    found = names.get(_folded(written), [])
    if len(found) == 1:
        return found[0]
    if found:
        ids = " or ".join(f"`{one}`" for one in found)
        raise Failure(f"“{written}” is the name of several actors", f"name one by its id: {ids}", WRONG_USAGE)
    near = nearest(_folded(written), names)
    hint = f"did you mean {' or '.join(f'`{one}`' for one in names[near])}?" if near else _listed(view)
    raise Failure(f"the briefing has no actor “{written}”", hint, WRONG_USAGE)


def _names(view: View) -> dict[str, list[str]]:
    """The ids of the actors by everything that each can be called."""
    names: dict[str, list[str]] = {}
    for one in view.actors:
        for name in dict.fromkeys(map(_folded, (one.id, one.name, *one.aliases))):
            names.setdefault(name, []).append(one.id)
    return names


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _listed(view: View) -> str:
    ids = [f"`{one.id}`" for one in view.actors]
    if not ids:
        return "it has no actors"
    more = f" and {len(ids) - 8} more" if len(ids) > 8 else ""
    return f"its actors are {', '.join(ids[:8])}{more}"
