"""What nbval may overlook when it runs the solutions again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from nbval.plugin import get_sanitize_patterns

PATTERNS = get_sanitize_patterns((Path(__file__).parent / "sanitize.cfg").read_text("utf-8"))


def sanitized(text: str) -> str:
    for regex, replacement in PATTERNS:
        text = re.sub(regex, replacement, text)
    return text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("took 1.23 s", "took 0.9 s"),
        ("12 ms per loop", "9.7 µs per loop"),
        (
            " 10%|█         | 1/10 [00:01<00:09,  1.00s/it]",
            " 10%|█         | 1/10 [00:02<00:18,  2.00s/it]",
        ),
        ("<object at 0x7f0011223344>", "<object at 0x7f99aabbccdd>"),
    ],
)
def test_times_and_addresses_may_differ(one: str, other: str) -> None:
    assert sanitized(one) == sanitized(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("38 mistakes in 4 epochs", "37 mistakes in 4 epochs"),
        ("cost 0.693 → 0.062", "cost 0.693 → 0.063"),
        ("99.6% of the penguins", "99.5% of the penguins"),
        ("[17, 19, 2, 0]", "[17, 19, 3, 0]"),
        ("2.0", "1.0"),
        ("| a | 0.5 [mm] |", "| a | 0.6 [mm] |"),
    ],
)
def test_results_may_not_differ(one: str, other: str) -> None:
    assert sanitized(one) != sanitized(other)


def test_a_long_line_is_no_trap() -> None:
    line = '<path d="M 10 20 L 30% | 40 [" />' * 20_000
    assert line == sanitized(line)
