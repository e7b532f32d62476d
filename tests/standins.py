"""Stand-ins for the extractor. They travel to worker processes, so they are classes and functions of a module."""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError
from kg.model.document import Document
from kg.pipeline.workers import Work


@dataclass(frozen=True)
class Echo:
    """Says of a document its id and length, after the number of it has been noted in ``log``.

    Words of a text change what happens: FAIL raises, REFUSE raises an error of ours, DIE ends the process, STOP
    interrupts the program, SLOW takes a while.
    """

    log: Path | None = None

    def __call__(self) -> Work:
        return self._say

    def _say(self, document: Document) -> bytes:
        if self.log:
            with self.log.open("a", encoding="utf-8") as log:
                log.write(f"{document.id}\n")
        if "FAIL" in document.text:
            raise ValueError("cannot do this")
        if "REFUSE" in document.text:
            raise DataError("refused", where=document.id)
        if "DIE" in document.text:
            os._exit(3)
        if "STOP" in document.text:
            os.kill(os.getppid(), signal.SIGINT)
        if "SLOW" in document.text:
            time.sleep(0.3)
        return json.dumps({"doc": document.id, "characters": len(document.text)}).encode()


@dataclass(frozen=True)
class NoRegistry:
    """Cannot be made."""

    def __call__(self) -> Work:
        raise DataError("there is no registry")


@dataclass(frozen=True)
class Dead:
    """Ends its process before it is made."""

    def __call__(self) -> Work:
        os._exit(3)
