"""All pages escape, carry a strict policy, and have colours that everybody can read."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from autograder import pages
from autograder.text import plain

STYLE = (Path(pages.__file__).parent / "templates" / "page.css").read_text(encoding="utf-8")
SCHEMES = re.findall(r":root \{([^}]*--paper[^}]*)\}", STYLE)
TEXTS = ("ink", "soft", "link", "right", "partly", "wrong", "none")
TOKENS = ("ink", "keyword", "string", "comment", "digit", "name")


def _colours(scheme: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", scheme))


def _luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2.2."""
    full = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
    channels = (int(full[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _text(code: str) -> str:
    """What a reader sees of highlighted code."""
    page = BeautifulSoup(f"<pre>{pages.highlighted(code)}</pre>", "html.parser")
    return page.get_text().rstrip("\n")


def test_there_is_a_scheme_for_light_for_dark_and_for_paper() -> None:
    assert 3 == len(SCHEMES)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "print"])
def test_text_has_the_contrast_that_wcag_asks_for(scheme: str) -> None:
    colours = _colours(scheme)

    pairs = [(text, ground) for text in TEXTS for ground in ("paper", "panel")]
    pairs += [(token, "code") for token in TOKENS]
    poor = [(t, g) for t, g in pairs if _contrast(colours[t], colours[g]) < 4.5]
    assert [] == poor


def test_code_is_escaped_and_coloured() -> None:
    html = str(pages.highlighted("def f():\n    return '<b>&'  # <i>"))

    assert '<span class="k">def</span>' in html
    assert "<b>" not in html
    assert "<i>" not in html


def test_code_reads_the_same_after_highlighting() -> None:
    code = 'if x<1 and y>2:\n\tprint(f\'{x!r:>{w}}\', """a\n b""")'

    assert code == _text(code)


def test_endless_code_is_cut() -> None:
    assert len(pages.highlighted("x = 1\n" * 10**5)) < 20 * pages.LONGEST_CODE


@pytest.mark.parametrize("text", ["((" * 9000, "'\\" * 9000, '"""' * 6000, "\x1b[" * 9000])
def test_code_that_is_no_python_is_shown_as_it_is(text: str) -> None:
    assert plain(text)[:1000] == _text(text)[:1000]


def test_the_policy_allows_the_pages_own_style_and_script_only() -> None:
    page = pages.render("report.html", ("report.css",), "report.js", reports=[], feedback_folder="")

    soup: Any = BeautifulSoup(page, "html.parser")
    policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for rule, tag in (("style-src", "style"), ("script-src", "script")):
        (element,) = soup.find_all(tag)
        digest = base64.b64encode(hashlib.sha256(element.string.encode()).digest()).decode()
        assert f"'sha256-{digest}'" == rules.pop(rule)
    assert {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"} == rules
