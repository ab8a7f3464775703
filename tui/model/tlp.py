"""The Traffic Light Protocol, version 2.0, of the Forum of Incident Response and Security Teams."""

from enum import StrEnum


class TLP(StrEnum):
    """How far a briefing may be passed on."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber-strict"
    RED = "red"

    @property
    def label(self) -> str:
        """The marking as FIRST writes it: `TLP:AMBER+STRICT`."""
        return "TLP:" + self.value.upper().replace("-", "+")
