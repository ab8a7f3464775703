"""Times as they are kept: in UTC, to the second."""

from datetime import UTC, datetime


def now() -> datetime:
    """The time it is, in UTC."""
    return datetime.now(UTC)


def written(time: datetime) -> str:
    """A time as it is kept: `2025-09-19T12:00:00Z`."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(text: str) -> datetime:
    """A time that was kept; the beginning of 1970 where another program has written what is none."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def stamp() -> str:
    """The time it is as a part of a file's name: `20250919T120000Z`."""
    return now().strftime("%Y%m%dT%H%M%SZ")
