"""Dates as briefings write them: EDTF levels 0 and 1 (Library of Congress; ISO 8601-2:2019)."""

from tui.model.edtf.date import EDTF
from tui.model.edtf.days import EARLIEST, LATEST, Day, ordinal
from tui.model.edtf.errors import EDTFError
from tui.model.edtf.parse import Precision
from tui.model.edtf.words import describe, describe_when

__all__ = ["EARLIEST", "EDTF", "LATEST", "Day", "EDTFError", "Precision", "describe", "describe_when", "ordinal"]
