"""What the HTML pages share: templates that escape, a strict policy, highlighted code."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from pygments import highlight  # type: ignore[import-untyped]  # Pygments has no types
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]  # as above
from pygments.lexers import PythonLexer  # type: ignore[import-untyped]  # as above

from autograder.text import number, one_line, plain, shorten

LONGEST_CODE = 20_000  # characters of one answer that a page shows
LONGEST_VALUE = 1_500  # characters of an input, or of what came back
_TEMPLATES = PackageLoader("autograder")
_LEXER, _FORMATTER = PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)


def render(template: str, style: tuple[str, ...], script: str = "", **values: Any) -> str:
    """The page made of a template, style sheets and at most one script, all in one file.

    The page's content security policy lets nothing in but exactly this style and this script, by
    their digests: no other script, style attribute, image, font, frame, form or request. All text
    is made plain and escaped unless the code here made it `Markup`.
    """
    environment = _environment()
    css = "".join(_source(name) for name in ("page.css", *style))
    js = _source(script) if script else ""
    ours = {"style": Markup(css), "script": Markup(js)}  # noqa: S704  # files beside this one
    return environment.get_template(template).render(policy=_policy(css, js), **ours, **values)


@lru_cache(maxsize=4096)  # whole classes hand in the same placeholder and the same short answers
def highlighted(code: str) -> Markup:
    """Python source as escaped HTML with a `span` for each token that has a colour."""
    text = shorten(plain(code).rstrip(), LONGEST_CODE)
    return Markup(highlight(text, _LEXER, _FORMATTER))  # noqa: S704  # it escapes every token


def prose(text: str) -> Markup:
    """A sentence as escaped HTML, with what stands between backticks set as code.

    >>> prose("`w` is < 0")
    Markup('<code>w</code> is &lt; 0')
    """
    parts = shorten(plain(text), LONGEST_VALUE).split("`")
    if len(parts) % 2 == 0:  # a backtick without a partner
        return escape("`".join(parts))
    code = Markup("<code>{}</code>").format
    return Markup("").join(code(part) if i % 2 else part for i, part in enumerate(parts))


def _policy(css: str, js: str) -> str:
    script = f"script-src '{_digest(js)}'; " if js else ""
    return (
        f"default-src 'none'; style-src '{_digest(css)}'; {script}base-uri 'none'; "
        "form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=_TEMPLATES,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": number,
        "highlighted": highlighted,
        "one_line": one_line,
        "prose": prose,
        "value": lambda text: shorten(plain(text), LONGEST_VALUE),
    }
    return environment


def _visible(value: Any) -> Any:
    """Every text that a template prints is made plain first, so that no template can forget it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return plain(value)
    return value


@cache
def _source(name: str) -> str:
    return _TEMPLATES.get_source(_environment(), name)[0]
