"""A View to Markdown, HTML, JSON, YAML, CSV and iCalendar.

Every exporter is a pure function from a View to a text, or to several. What may not leave has to be gone from the View
by then: callers pass `released(view).view` (`tui.analysis.release`).
"""

from tui.export.formats import FORMATS, Exporter, export

__all__ = ["FORMATS", "Exporter", "export"]
