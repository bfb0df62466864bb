"""Timing whole processes side by side: each round runs every command once, and the medians are compared."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Command(NamedTuple):
    """A process to time: its arguments, and what it has in its environment beside ours."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = {}
    said: str = ""
    """What it reads from its standard input."""
    before: Callable[[], object] = lambda: None
    """What is done before each run, and not timed."""


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of a timed process: without what keeps Python from using its compiled modules."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**ours, "NO_COLOR": "1", "COLUMNS": "80", "TERM": "xterm", **extra}


def output(command: Command) -> str:
    """Run a command and give what it prints; its exit code must be 0."""
    ran = subprocess.run(
        command.arguments,
        capture_output=True,
        text=True,
        input=command.said,
        env=environment(command.environment),
        check=False,
    )
    if ran.returncode:
        raise SystemExit(f"{' '.join(command.arguments)}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def _run(command: Command) -> None:
    """Run a command that was tried before; what it prints goes nowhere, as reading it takes time of its own."""
    subprocess.run(
        command.arguments,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        input=command.said,
        env=environment(command.environment),
        check=True,
    )


def medians(commands: Mapping[str, Command], rounds: int) -> dict[str, float]:
    """Give the median time of each command in milliseconds; the first round is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            command.before()
            start = time.perf_counter()
            _run(command)
            if number:
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: median(all_) for name, all_ in times.items()}


def peak_memory(command: Command) -> float:
    """Give the peak memory of a command in MB; only where the system tells (Linux, macOS)."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    import sys

    ran = Command([sys.executable, "-c", code, *command.arguments], command.environment, command.said)
    return int(output(ran)) / (1024 if sys.platform != "darwin" else 1024 * 1024)
