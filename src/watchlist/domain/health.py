"""Findings about the program's files: what was looked at, how it stands, and the remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a finding is."""

    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` says what to do where it is not good."""

    level: Level
    subject: str
    words: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """All that was found, in the order in which it was looked at."""

    findings: tuple[Finding, ...]

    @property
    def is_healthy(self) -> bool:
        """True if nothing is a problem; warnings are none."""
        return all(finding.level is not Level.PROBLEM for finding in self.findings)
