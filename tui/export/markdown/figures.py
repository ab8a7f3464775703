"""Figures: numbers with their dates, in one table."""

from tui.analysis.view import View
from tui.export.markdown.blocks import bullets, entry, heading, table
from tui.export.markdown.escape import inline
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.wording import amount, via
from tui.model.edtf import describe
from tui.model.figure import Figure


def figures(view: View, footnotes: Footnotes) -> list[str]:
    """Every figure by series and date; a column without entries is left out, and notes stand below."""
    rows = [_row(one, view, footnotes) for one in view.figures]
    if not rows:
        return []
    header = ["Figure", "Value", "Date", "Via", "Source"]
    shown = [index for index in range(len(header)) if any(row[index] for row in rows)]
    body = [[row[index] for index in shown] for row in rows]
    notes = bullets(entry(_note(one)) for one in view.figures if one.note)
    return [heading(2, "Figures"), table([header[index] for index in shown], body), *([notes] if notes else [])]


def _note(figure: Figure) -> str:
    return f"Note on {inline(f'{figure.name} ({describe(figure.date)}): {figure.note}')}"


def _row(figure: Figure, view: View, footnotes: Footnotes) -> list[str]:
    return [
        inline(figure.name),
        amount(figure),
        describe(figure.date),
        via(view, figure.via, figure.sources).removeprefix("via "),
        footnotes.marks(figure.sources),
    ]
