"""Findings about the program's files: what was looked at, how it stands, and the remedy."""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How bad a finding is."""

    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


class Finding(NamedTuple):
    """One thing that was looked at; `remedy` says what to do where it is not good."""

    level: Level
    subject: str
    words: str
    remedy: str = ""


class Examination(NamedTuple):
    """All that was found, in the order in which it was looked at."""

    findings: tuple[Finding, ...]

    @property
    def is_healthy(self) -> bool:
        """True if nothing is a problem; warnings are none."""
        return all(finding.level is not Level.PROBLEM for finding in self.findings)
