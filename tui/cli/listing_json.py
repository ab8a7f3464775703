"""A list of briefings for programs."""

from collections.abc import Iterable
from json.encoder import encode_basestring
from pathlib import Path

from tui.cli.shown import escaped, typed_below
from tui.library.catalogue.catalogue import Listed


def json_list(root: Path, briefings: Iterable[Listed]) -> str:
    """The list for programs; of a file of which nothing can be shown, `id` and `as_of` are null."""
    # Laid out as `json_text` would, which takes ten times as long.
    text = encode_basestring
    where = typed_below(root)
    parts = []
    for one in briefings:
        topics = ",\n".join(f"      {text(topic)}" for topic in one.topics)
        topics = f"[\n{topics}\n    ]" if topics else "[]"
        parts.append(
            "  {\n"
            f'    "id": {text(one.id) if one.id else "null"},\n'
            f'    "path": {text(where(one.path))},\n'
            f'    "title": {text(one.title)},\n'
            f'    "topics": {topics},\n'
            f'    "as_of": {text(one.as_of) if one.as_of else "null"},\n'
            f'    "open_questions": {one.open_questions},\n'
            f'    "next_date": {text(one.next_date) if one.next_date else "null"},\n'
            f'    "problems": {one.problems}\n'
            "  }"
        )
    return escaped("[\n" + ",\n".join(parts) + "\n]\n" if parts else "[]\n")
