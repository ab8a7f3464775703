"""What this reader has read, bookmarked and noted: kept with the reader, and never in a briefing's file.

It is one SQLite file, `reader.sqlite`, in the platform's state folder: on Linux `$XDG_STATE_HOME/brief`, else
`~/.local/state/brief`; on macOS `~/Library/Application Support/brief`. The folder and its files are the user's alone
(0700, 0600). Beside it stand its `-wal` and `-shm` (SQLite's own), `reader.lock`, which is held while it is opened,
`reader.sqlite.before-…` (a copy, made before another version was made of it) and `reader.sqlite.damaged-…` (what could
not be read). None of these is ever deleted.

The tables of version 1, which stands in `PRAGMA user_version`; a time is in UTC, as `2025-09-19T12:00:00Z`:

| table | a row is | columns |
|---|---|---|
| `seen` | something that was read | `briefing`, `item`, `fingerprint` (16 bytes of `tui.analysis.fingerprint`) |
| `visit` | the last time a briefing was read | `briefing`, `at`, `as_of` (its date then), `before` (its earlier date) |
| `place` | where a briefing was left | `briefing`, `pane`, `item` |
| `bookmark` | a bookmark | `briefing`, `item`, `label`, `at` |
| `note` | the note on an item | `briefing`, `item`, `label`, `text`, `private` (0 or 1), `at` |
| `choice` | a remembered choice | `name`, `value` |

`briefing` is a briefing's id, `item` an item's, "" for the bottom line.
"""
