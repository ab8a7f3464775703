"""The terminal, taken over for the reader and given back as it was, however the reader ends.

Textual's driver for Linux and macOS does most of it. Added is what it leaves open: signals that end a program, being
woken without having been put to sleep, a terminal that has gone away, and the mouse reported in pixels.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
import threading
from contextlib import suppress
from functools import partial
from typing import IO, TYPE_CHECKING, Any, Final

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from types import FrameType

ENDING: Final = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""The signals at which the reader leaves, with 128 and the signal's number as its exit code."""

_FROM_KEYS: Final = (signal.SIGINT, signal.SIGQUIT)
"""Those that a terminal sends to all that runs in it when Ctrl+C or Ctrl+\\ is pressed."""

PATIENCE: Final = 3.0
"""Seconds that the reader has for leaving in order; after them the terminal is given back and the process ended."""

# Of what a program may switch on, all that this one does: reports of the mouse and of focus, pasting in brackets, sizes
# within the input, the keyboard protocol of kitty, the second screen; then lines wrap and the cursor is seen again.
GIVEN_BACK: Final = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2004l\x1b[?2048l\x1b[<u"
    "\x1b[?1049l\x1b[?1004l\x1b[?7h\x1b[?25h\x1b[0m"
)


class _Output:
    """The terminal as a file to write to; once it has gone away, what is written to it is dropped."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.is_gone = False

    def write(self, text: str) -> int:
        if not self.is_gone:
            try:
                return self._file.write(text)
            except (OSError, ValueError):
                self.is_gone = True
        return len(text)

    def flush(self) -> None:
        if not self.is_gone:
            try:
                self._file.flush()
            except (OSError, ValueError):
                self.is_gone = True

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return True


class Terminal(LinuxDriver):
    """Textual's driver, which gives the terminal back in every case in which a program can."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # That stdout is a terminal has been seen to; of stderr nothing is known.
        self._output = _Output(sys.__stdout__ or sys.stdout)
        self._file = self._output  # type: ignore[assignment]
        self._is_watching = False
        self._is_starting = False
        self._first_attributes = _attributes(self.fileno)
        self._deadline: threading.Timer | None = None

    @property
    def is_gone(self) -> bool:
        """Whether nobody is at the terminal any more."""
        return self._output.is_gone or _attributes(self.fileno) is None

    def start_application_mode(self) -> None:
        """Take the terminal over, unless that has been done: SIGCONT comes to programs that were never stopped."""
        # Who wakes a program sends it a SIGCONT, which may come while it is taking the terminal over by itself: its
        # threads would be begun twice, and only one of each would ever end.
        if self._writer_thread is not None or self._is_starting:
            return
        self._is_starting = True
        try:
            self._start()
        finally:
            self._is_starting = False

    def _start(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            self._watch(asyncio.get_running_loop())
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self._writer_thread is None:
            return
        super().stop_application_mode()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
            self._mouse_pixels = False

    def close(self) -> None:
        """Write what is still to be written."""
        writer, self._writer_thread = self._writer_thread, None
        if writer is not None:
            writer.stop()
        if self._deadline is not None:
            # What is left to do once the terminal is given back may take its time.
            self._deadline.cancel()

    def write(self, data: str) -> None:
        """Write to the terminal, while it is taken over."""
        if self._writer_thread is not None:
            super().write(data)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take notice of what would end the process, or print a traceback, without the app's knowing."""
        for one in ENDING:
            signal.signal(one, self._leave)
        loop.set_exception_handler(self._on_loop_error)
        threading.excepthook = partial(self._on_thread_error, loop)
        threading.Thread(target=self._wait_for_hang_up, args=(loop,), name="brief-hang-up", daemon=True).start()

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - whatever it is, the app is told
            if not self.is_gone:
                self._app.call_later(self._app._handle_exception, error)

    def _wait_for_hang_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """Leave when the terminal has gone away: not every session is sent a SIGHUP then."""
        if not hasattr(select, "poll"):
            return
        waiting = select.poll()
        waiting.register(self.fileno, 0)
        if any(event & select.POLLHUP for _, event in waiting.poll()) and not loop.is_closed():
            loop.call_soon_threadsafe(lambda: self._app.exit(return_code=128 + signal.SIGHUP))

    def _on_loop_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Tell the app of an error in a task that nobody waited for; asyncio would print a traceback."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._app._handle_exception(error)

    def _on_thread_error(self, loop: asyncio.AbstractEventLoop, failed: threading.ExceptHookArgs) -> None:
        """Tell the app of an error in a thread of its own; Python would print a traceback."""
        if isinstance(failed.exc_value, Exception) and not loop.is_closed():
            loop.call_soon_threadsafe(self._app._handle_exception, failed.exc_value)

    def _sigtstp_application(self, *_: object) -> None:
        """Go to sleep as any program does; where no shell would wake it, the system lets it go on."""
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._sigcont_application()

    def _leave(self, number: int, _: FrameType | None) -> None:
        """Leave in order when a signal asks for it; at a second one, or where that takes too long, at once."""
        if self._writer_thread is None and number in _FROM_KEYS:
            # The key was meant for the editor that has the terminal now.
            return
        loop = self._app._loop
        if self._deadline is not None or loop is None or loop.is_closed():
            self._end(number)
        self._deadline = threading.Timer(PATIENCE, self._end, (number,))
        self._deadline.daemon = True
        self._deadline.start()
        if loop is not None:
            loop.call_soon_threadsafe(lambda: self._app.exit(return_code=128 + number))

    def _end(self, number: int) -> None:
        """Give the terminal back without the help of anything else, and end the process."""
        if self._writer_thread is not None:
            if self._first_attributes is not None:
                with suppress(termios.error, OSError):
                    termios.tcsetattr(self.fileno, termios.TCSANOW, self._first_attributes)
            with suppress(OSError, ValueError):
                # A terminal that was told to stop the flow takes nothing, and is not waited for.
                if select.select([], [self._output.fileno()], [], 0.5)[1]:
                    os.write(self._output.fileno(), GIVEN_BACK.encode())
        os._exit(128 + number)


def _attributes(descriptor: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(descriptor)
    except termios.error:
        return None
