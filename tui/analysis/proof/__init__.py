"""Proving a quote against its source's stored text: text in, result out, never a fuzzy match."""

from typing import TYPE_CHECKING, Any

from tui.analysis.proof.state import DiffKind, DiffWord, Passage, Proof, ProofState

if TYPE_CHECKING:
    from tui.analysis.proof.match import prove
    from tui.analysis.proof.source_text import SourceText

__all__ = ["DiffKind", "DiffWord", "Passage", "Proof", "ProofState", "SourceText", "prove"]


def __getattr__(name: str) -> Any:
    """What proves is imported when it is first asked for: where seals stand for the texts, nothing of it is needed."""
    from importlib import import_module  # noqa: PLC0415

    module = {"prove": "match", "SourceText": "source_text"}.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
