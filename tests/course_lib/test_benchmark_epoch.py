"""The benchmark runs and fills its table; how fast anything was is not looked at."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "epoch.py"


def run(*options):
    command = [sys.executable, str(SCRIPT), "--samples", "300", "--epochs", "2", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_contenders_take_turns_and_are_put_into_a_table():
    process = run("--only", "course_lib", "floor")
    assert 0 == process.returncode, process.stderr
    rows = re.findall(
        r"^\| (course_lib|matrix products alone), numpy .*\|$", process.stdout, re.MULTILINE
    )
    assert ["course_lib", "matrix products alone"] == rows
    assert re.search(r"\| 1\.00 \| \d+\.\d% \|", process.stdout)


def test_a_contender_that_does_not_exist_is_refused():
    process = run("--only", "abacus")
    assert 2 == process.returncode
    assert "invalid choice: 'abacus'" in process.stderr
