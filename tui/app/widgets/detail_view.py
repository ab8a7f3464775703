"""The detail of an item, in which every linked item is a door."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.panes.detail import Blocks, Door, Layout, lay_out
from tui.app.panes.row import CURSOR
from tui.app.panes.text import Piece
from tui.app.widgets.lines import Lines


class DetailView(Lines):
    """A detail, and the door under the cursor."""

    class Followed(Message):
        """A door of `view` was chosen with the mouse; `id` is that of the item behind it."""

        def __init__(self, view: "DetailView", identifier: str) -> None:
            super().__init__()
            self.view = view
            self.id = identifier

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the name is Textual's
        super().__init__(id=id)
        self._blocks: Blocks = ()
        self._laid_out: Layout = lay_out((), 1)
        self._width = 0
        self._door: int | None = None

    def show(self, blocks: Blocks) -> None:
        """Show another detail from its beginning, with no door under the cursor."""
        self._blocks = blocks
        self._door = None
        self._measure()
        self.go_to(0)

    @property
    def blocks(self) -> Blocks:
        """What is shown."""
        return self._blocks

    @property
    def door(self) -> str | None:
        """The id of the item behind the door under the cursor, if there is one on screen."""
        return None if self._door is None else self._laid_out.doors[self._door].id

    @property
    def place(self) -> tuple[int | None, int]:
        """The number of the door under the cursor, and the block at the top."""
        lines = self._laid_out.lines
        return self._door, lines[min(self.top, len(lines) - 1)].block if lines else 0

    def return_to(self, place: tuple[int | None, int]) -> None:
        """Go back to a place in the same detail."""
        door, block = place
        self._door = door if door is not None and door < len(self._laid_out.doors) else None
        self.go_to(self._laid_out.line_of_block(block))
        self._show_door()

    def go_to_anchor(self, anchor: str) -> None:
        """Go to an item that is shown within this detail."""
        line = self._laid_out.anchors.get(anchor)
        if line is None:
            return
        near = (index for index, door in enumerate(self._laid_out.doors) if door.last >= line)
        self._door = next(near, None)
        self.go_to(line - 2)
        self._show_door()

    def enter(self) -> None:
        """Put the cursor on the first door on screen, unless it is on one already."""
        if self._door is None:
            self._door = self._first_on_screen()
            self.refresh()

    def move(self, where: str) -> None:
        """Go `up` or `down` to the next door, or scroll where none is near; or turn pages as in a list."""
        last = max(len(self._laid_out.lines) - self.page, 0)
        half = max(self.page // 2, 1)
        match where:
            case "up" | "down":
                self._step(-1 if where == "up" else 1)
            case "first":
                self._show_from(0, 0)
            case "last":
                self._show_from(last, len(self._laid_out.doors) - 1)
            case _:
                size = self.page if where.startswith("page") else half
                target = self.top + (-size if where.endswith("up") else size)
                self._show_from(min(max(target, 0), last), None)

    def _show_from(self, line: int, door: int | None) -> None:
        self.go_to(line)
        if door is None or not self._is_on_screen(door, line):
            self._door = self._first_on_screen(line)
        else:
            self._door = door
        self.refresh()

    def _step(self, step: int) -> None:
        following = self._following(step)
        if following is not None:
            door = self._laid_out.doors[following]
            distance = door.last - (self.top + self.page - 1) if step > 0 else self.top - door.first
            if distance < self.page:
                self._door = following
                self._show_door()
                return
        self.go_to(self.top + step)

    def _following(self, step: int) -> int | None:
        """The next door in that direction, from the one under the cursor, else from the edge of the screen."""
        doors = self._laid_out.doors
        if self._door is not None and self._is_on_screen(self._door, self.top):
            following = self._door + step
            return following if 0 <= following < len(doors) else None
        if step > 0:
            return next((index for index, one in enumerate(doors) if one.first >= self.top), None)
        edge = self.top + self.page
        return next((index for index in reversed(range(len(doors))) if doors[index].last < edge), None)

    def _first_on_screen(self, top: int | None = None) -> int | None:
        start = self.top if top is None else top
        return next((index for index in range(len(self._laid_out.doors)) if self._is_on_screen(index, start)), None)

    def _is_on_screen(self, door: int, top: int) -> bool:
        """Whether any line of a door is on screen, if `top` is the first line on it."""
        place = self._door_at(door)
        return place is not None and place.last >= top and place.first < top + self.page

    def _door_at(self, index: int) -> Door | None:
        return self._laid_out.doors[index] if 0 <= index < len(self._laid_out.doors) else None

    def _show_door(self) -> None:
        door = self._door_at(self._door) if self._door is not None else None
        if door is not None:
            # What stands above the first door is the beginning of the detail.
            first = 0 if self._door == 0 and door.last < self.page else door.first
            self.bring_into_view(first, door.last)
        self.refresh()

    def _measure(self) -> None:
        # One empty cell at each side.
        self._width = self.scrollable_content_region.width
        self._laid_out = lay_out(self._blocks, self._width - 2)
        self.set_count(len(self._laid_out.lines))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        y += self.top
        width = self.size.width
        # Nothing is drawn for a width that is not yet known.
        if y >= len(self._laid_out.lines) or not self._width:
            return self.draw((), width)
        laid = self._laid_out.lines[y]
        margin = Piece(" ")
        part = next((one for one in laid.parts if one.door == self._door), None) if self.has_focus else None
        if part is not None:
            pieces = [margin, *laid.text]
            if part.mark is not None:
                pieces[1 + part.mark] = Piece(f"{CURSOR} ", "strong")
            return self.draw(tuple(pieces), width, cursor_from=1 + part.first, cursor_to=1 + part.last)
        if laid.door is None or laid.door != self._door or not self.has_focus:
            return self.draw((margin, *laid.whole), width)
        lead = laid.lead
        if lead and y == self._laid_out.doors[laid.door].first:
            lead = (*lead[:-1], Piece(f"{CURSOR} ", "strong"))
        return self.draw((margin, *lead, *laid.text), width, cursor_from=1 + len(lead))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw again when the theme has changed."""
        super().notify_style_update()
        self.refresh()

    def on_resize(self) -> None:
        """Lay out for the new width, with the same block at the top."""
        if self.scrollable_content_region.width == self._width:
            return
        place = self.place
        self._measure()
        self.return_to(place)

    def on_click(self, event: events.Click) -> None:
        """Follow the door under the mouse."""
        offset = event.get_content_offset(self)
        line = None if offset is None else offset.y + self.top
        if line is None or line >= len(self._laid_out.lines):
            return
        laid = self._laid_out.lines[line]
        at = (one.door for one in laid.parts if offset and one.left <= offset.x - 1 < one.right)
        index = next(at, laid.door)
        if index is not None:
            self._door = index
            self.post_message(self.Followed(self, self._laid_out.doors[index].id))
