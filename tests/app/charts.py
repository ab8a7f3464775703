"""A chart alone on a screen, for tests of what it draws and where its cursor goes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.analysis.view import View
from tui.app.widgets.chart import Chart


class ChartApp(App[None]):
    """Shows one chart over the whole screen, and remembers what was opened."""

    CSS = "#chart { width: 1fr; height: 1fr; }"

    def __init__(self, chart: type[Chart], view: View) -> None:
        super().__init__()
        self.chart = chart(id="chart")
        self.view = view
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.chart

    def on_mount(self) -> None:
        self.chart.show(self.view)

    def on_chart_opened(self, message: Chart.Opened) -> None:
        self.opened.append(message.id)


class Drawn:
    """A chart on its screen."""

    def __init__(self, app: ChartApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.chart = app.chart
        self.pilot = pilot

    async def move(self, *where: str) -> str:
        """Move the cursor, and look."""
        for one in where:
            self.chart.move(one)
        return await self.look()

    async def look(self) -> str:
        """What stands on the screen."""
        await self.pilot.pause()
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def click(self, words: str) -> None:
        """Click on the first place where these words stand."""
        lines = (await self.look()).splitlines()
        y = next(index for index, line in enumerate(lines) if words in line)
        await self.pilot.click(offset=(lines[y].index(words) + 1, y))
        await self.pilot.pause()


@asynccontextmanager
async def drawn(chart: type[Chart], view: View, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Drawn]:
    """A chart of a View in a terminal of that size."""
    app = ChartApp(chart, view)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Drawn(app, pilot)
