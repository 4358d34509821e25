"""What a piece of untrusted source text says at its top level, without running it."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator

_LONGEST = 20_000  # characters; for some texts the parser needs quadratic time
_PYTHON_MAGICS = frozenset({"time", "capture", "prun"})  # cell magics whose body is Python
_LINE_MAGIC = re.compile(r"^([ \t]*)(?:[%!?].*|[\w.%]+\?{1,2}[ \t]*)$", re.MULTILINE)
_ASSIGNED_MAGIC = re.compile(r"^([\w, \t]+=[ \t]*)[%!].*$", re.MULTILINE)
_DEFINITION = re.compile(
    r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|^(\w+)[ \t]*(?::[^=\n]*)?=(?!=)", re.MULTILINE
)
_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def text_key(source: str) -> str:
    r"""`source` without blank lines and white space at line ends, to compare texts by.

    >>> text_key("a = 1  \n\nb = 2\n") == text_key("a = 1\nb = 2")
    True
    """
    return "\n".join(line.rstrip() for line in source.splitlines() if line.strip())


def code_key(source: str) -> str:
    r"""A key that is equal for programs that differ only in layout, comments and docstrings.

    Text that is no Python is compared as text.

    >>> code_key("def f():\n    'Doc.'\n    pass  # here") == code_key("def f():\n  pass")
    True
    """
    tree = _parsed(source)
    if tree is None:
        return text_key(source)
    for node in ast.walk(tree):
        if isinstance(node, _DEFINITIONS) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
    try:
        return ast.dump(tree)
    except RecursionError:
        return text_key(source)


def bound_names(source: str) -> frozenset[str]:
    r"""The names that running `source` binds at its top level, as far as the text tells.

    Magic and shell lines are passed over; in text that is broken otherwise, lines that look
    like a definition count.

    >>> sorted(bound_names("%matplotlib inline\nimport os.path\nif os:\n    a, b = 1, 2"))
    ['a', 'b', 'os']
    >>> sorted(bound_names("def broken(:\n    pass"))
    ['broken']
    """
    tree = _parsed(source)
    if tree is None:
        return frozenset(a or b for a, b in _DEFINITION.findall(source))
    return frozenset(_names(tree))


def _parsed(source: str) -> ast.Module | None:
    if len(source) > _LONGEST:
        return None
    for text in (source, _without_magics(source)):
        try:
            with warnings.catch_warnings():  # invalid escapes are the student's affair
                warnings.simplefilter("ignore")
                return ast.parse(text)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            continue  # each of them is the parser's refusal of a hostile or broken text
    return None


def _without_magics(source: str) -> str:
    """`source` with IPython's magic and shell lines replaced by Python that binds the same."""
    if source.lstrip().startswith("%%"):
        first, _, source = source.lstrip().partition("\n")
        magic = first[2:].split(maxsplit=1)
        if not magic or magic[0] not in _PYTHON_MAGICS:
            return ""
    return _LINE_MAGIC.sub(r"\1pass", _ASSIGNED_MAGIC.sub(r"\1None", source))


def _names(tree: ast.Module) -> Iterator[str]:
    todo: list[ast.AST] = list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, _DEFINITIONS):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.AnnAssign) and node.value is None:
            continue  # an annotation alone binds nothing
        elif not isinstance(node, _OWN_SCOPE):
            todo.extend(ast.iter_child_nodes(node))
