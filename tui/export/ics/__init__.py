"""iCalendar (RFC 5545, with the names of calendars of RFC 7986): what has a date, for a calendar program.

Events are VEVENTs; a question that is due on a date of its own is a VTODO, and one that is due with a deadline is told
in that deadline's VEVENT. Every component has the same UID whenever and wherever it is written, so that a calendar
program which takes a file again changes its entries and doubles none. DTSTAMP is the date of the View.
"""
