"""The nearest of the words that were possible."""

from collections.abc import Iterable

# Beyond this, comparing costs more than the suggestion is worth.
_LONGEST = 60
_MOST = 5_000


def nearest(word: str, possible: Iterable[str]) -> str:
    """The possible word that `word` was probably meant to be; "" where none is near."""
    if len(word) > _LONGEST:
        return ""
    folded = word.lower().replace("_", "-")
    words = [one for one in possible if len(one) <= _LONGEST][:_MOST]
    by_folded = {one.lower().replace("_", "-"): one for one in reversed(words)}
    if folded in by_folded:
        return by_folded[folded]
    from difflib import get_close_matches  # noqa: PLC0415 - most files have nothing that is near to something else

    found = get_close_matches(folded, by_folded, n=1, cutoff=0.65)
    return by_folded[found[0]] if found else ""


def did_you_mean(word: str, possible: Iterable[str]) -> str:
    """A hint that asks for the nearest possible word; "" where none is near."""
    meant = nearest(word, possible)
    return f"did you mean `{meant}`?" if meant else ""
