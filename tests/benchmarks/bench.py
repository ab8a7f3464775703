"""Where what is measured stands."""

import os
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.making import make_library
from tests.benchmarks.measuring import environment
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.refresh import refresh


@dataclass(frozen=True, slots=True)
class Bench:
    """Where it all is, and how often each thing is done."""

    folder: Path
    number: int
    rounds: int

    @property
    def library(self) -> Path:
        """The library, which is made where it is not there yet."""
        return make_library(self.folder / f"library-{self.number}", self.number)

    @property
    def cache(self) -> Path:
        """The cache in which the library's catalogue is kept."""
        return self.folder / f"cache-{self.number}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the programs that are measured."""
        return environment(self.cache)

    def warm(self) -> None:
        """See to it that the catalogue is up to date."""
        os.environ["XDG_CACHE_HOME"] = str(self.cache)
        with Catalogue(self.library) as catalogue:
            refresh(self.library, catalogue.connection)
