"""Proving a quote against its source's stored text: text in, result out, never a fuzzy match."""

from tui.analysis.proof.match import prove
from tui.analysis.proof.source_text import SourceText
from tui.analysis.proof.state import DiffKind, DiffWord, Passage, Proof, ProofState
from tui.analysis.proof.word_diff import word_diff

__all__ = ["DiffKind", "DiffWord", "Passage", "Proof", "ProofState", "SourceText", "prove", "word_diff"]
