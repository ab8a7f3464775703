"""Figures: numbers with their dates, in a table; a series of several is drawn too."""

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, time
from tui.export.html.series import series
from tui.export.wording import amount, via
from tui.model.figure import Figure


def figures(view: View, notes: Notes) -> Element | None:
    """Every figure by series and date."""
    if not view.figures:
        return None
    by_series: dict[tuple[str, str | None], list[Figure]] = {}
    for one in view.figures:
        by_series.setdefault((one.name, one.unit), []).append(one)
    several = [found for found in by_series.values() if len(found) > 1]
    drawn = [series(found, number) for number, found in enumerate(several, 1)]
    header = ("Figure", "Value", "Date", "Source")
    table = element(
        "table",
        element("caption", "Every figure, by series and date."),
        element("thead", element("tr", [element("th", one, scope="col") for one in header])),
        element("tbody", [_row(one, view, notes) for one in view.figures]),
    )
    scrolled = element("div", table, class_="scrolled", role="region", aria_label="Figures", tabindex="0")
    return element(
        "section", element("h2", "Figures"), element("div", drawn, class_="panels") if drawn else None, scrolled
    )


def _row(figure: Figure, view: View, notes: Notes) -> Element:
    through = via(view, figure.via, figure.sources)
    remarks: list[Node] = [element("span", f" {one}", class_="quiet") for one in (through, figure.note) if one]
    return element(
        "tr",
        element("th", figure.name, scope="row"),
        element("td", amount(figure), remarks),
        element("td", time(figure.date)),
        element("td", notes.marks(figure.sources)),
    )
