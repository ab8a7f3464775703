"""Figures: numbers with their dates, in one table."""

from tui.analysis.view import View
from tui.export.markdown.blocks import heading, table
from tui.export.markdown.escape import inline
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.wording import amount, via
from tui.model.edtf import describe
from tui.model.figure import Figure


def figures(view: View, footnotes: Footnotes) -> list[str]:
    """Every figure by series and date; a column without entries is left out."""
    rows = [_row(one, view, footnotes) for one in view.figures]
    if not rows:
        return []
    header = ["Figure", "Value", "Date", "Via", "Note", "Source"]
    shown = [index for index in range(len(header)) if any(row[index] for row in rows)]
    body = [[row[index] for index in shown] for row in rows]
    return [heading(2, "Figures"), table([header[index] for index in shown], body)]


def _row(figure: Figure, view: View, footnotes: Footnotes) -> list[str]:
    return [
        inline(figure.name),
        amount(figure),
        describe(figure.date),
        via(view, figure.via, figure.sources).removeprefix("via "),
        inline(figure.note or ""),
        footnotes.marks(figure.sources),
    ]
