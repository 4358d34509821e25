"""Says which imports break the rule of docs/adr/0001: who may import whom.

The sources are read, not run, so that an import counts wherever it stands: at the top, in a
function, under a condition, relative, or by name through importlib. Run it from anywhere; it
prints one line per broken rule and ends with exit code 1 if there is one.
"""

from __future__ import annotations

import ast
import functools
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("autograder", "course_lib")

LIBRARY_NEEDS = {"numpy", "scipy", "matplotlib", "tqdm", "course_lib", *sys.stdlib_module_names}
BESIDE_STUDENTS = ("autograder.worker", "autograder.probes")
PURE = ("autograder.judge", "autograder.diagnosis")
EXECUTION = ("autograder.sandbox", "autograder.engine")
GRADEBOOK = ("autograder.gradebook",)
COMMANDS = ("autograder.cli", "autograder.__main__")
# The only place that imports a module whose name the source does not spell out: a unit by its name.
BY_NAME = ("autograder.exercises",)

UNKNOWN = "a module whose name is not written out"
IMPORTERS = {"import_module", "__import__", "run_module", "resolve_name"}
LOADERS = {"run_path", "spec_from_file_location", "SourceFileLoader"}


@dataclass(frozen=True)
class Import:
    """One imported name (`UNKNOWN` if it is computed), its line, and the function it stands in."""

    name: str
    line: int
    function: str = ""


@dataclass
class Finder(ast.NodeVisitor):
    """Collects the imports of one module."""

    package: str
    found: list[Import] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, node: ast.AST) -> None:
        line = getattr(node, "lineno", 0)
        self.found.append(Import(name, line, ".".join(self.functions)))

    def visit_Import(self, node: ast.Import) -> None:
        for one in node.names:
            self.add(one.name, node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        start = self.absolute("." * node.level + (node.module or ""), self.package)
        self.add(start, node)
        for one in node.names:
            self.add(f"{start}.{one.name}", node)
            if one.name in IMPORTERS | LOADERS:
                self.aliases[one.asname or one.name] = one.name

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.functions.append(node.name)
        self.generic_visit(node)
        self.functions.pop()

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815 - the name is the visitor's protocol

    def visit_Call(self, node: ast.Call) -> None:
        if self.called(node.func) in IMPORTERS:
            self.add(self.argument(node), node)
            node.func = ast.Constant(value=None)
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if self.called(node) in IMPORTERS | LOADERS:
            self.add(UNKNOWN, node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in IMPORTERS | LOADERS:
            self.add(UNKNOWN, node)
        self.generic_visit(node)

    def called(self, function: ast.expr) -> str:
        if isinstance(function, ast.Name):
            return self.aliases.get(function.id, function.id)
        return function.attr if isinstance(function, ast.Attribute) else ""

    def argument(self, call: ast.Call) -> str:
        """The module that `import_module(name, package)` imports, as far as it is written out."""
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        texts = [value.value if isinstance(value, ast.Constant) else None for value in values[:2]]
        name = texts[0] if texts and isinstance(texts[0], str) else None
        if name is None or not name.startswith("."):
            return (name or UNKNOWN).partition(":")[0]
        anchor = texts[1] if len(texts) == 2 and isinstance(texts[1], str) else self.package
        return self.absolute(name, anchor)

    def absolute(self, name: str, package: str) -> str:
        bare = name.lstrip(".")
        up = len(name) - len(bare)
        if up == 0:
            return bare
        parts = package.split(".")
        return ".".join([*parts[: len(parts) - up + 1], *([bare] if bare else [])])


@functools.cache
def imports_of(module: str, source: str, *, package: bool = False) -> tuple[Import, ...]:
    """All imports of a module, in the order of the source."""
    finder = Finder(module if package else module.rpartition(".")[0])
    finder.visit(ast.parse(source))
    return tuple(finder.found)


def within(name: str, *places: str) -> bool:
    """Whether a dotted name is one of the places or lies inside one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


@dataclass(frozen=True)
class Tree:
    """Every module of both packages with what it imports."""

    imports: Mapping[str, tuple[Import, ...]]

    @classmethod
    def of(cls, sources: Mapping[Path, str]) -> Tree:
        """Read sources given by their paths below the project's folder."""
        imports = {}
        for path, source in sources.items():
            package = path.name == "__init__.py"
            module = ".".join((path.parent if package else path.with_suffix("")).parts)
            imports[module] = imports_of(module, source, package=package)
        return cls(imports)

    def targets(self, module: str) -> set[str]:
        """Modules of ours that are loaded when this one is: imported ones, with their packages."""
        loaded = set()
        for one in self.imports.get(module, ()):
            names = [one.name]
            if one.name.endswith(".*"):
                names = [name for name in self.imports if within(name, one.name.removesuffix(".*"))]
            for name in names:
                parts = name.split(".")
                loaded |= {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
        return {name for name in loaded if within(name, *PACKAGES)}

    def reach(self, module: str) -> set[str]:
        """Everything of ours that importing a module loads, directly or not."""
        seen: set[str] = set()
        waiting = [module]
        while waiting:
            fresh = self.targets(waiting.pop()) - seen
            seen |= fresh
            waiting.extend(fresh)
        return seen


def broken_rules(tree: Tree) -> list[str]:
    """One sentence for each import, or chain of imports, that is not allowed."""
    rules = (library, beside_students, pure, joined, commands, by_name)
    return [sentence for rule in rules for sentence in rule(tree)]


def library(tree: Tree) -> Iterator[str]:
    """course_lib stands on four libraries; Keras only where one function downloads a data set."""
    keras = set()
    for module, one in _imports(tree, "course_lib"):
        top = one.name.partition(".")[0]
        if top == "keras" and one.function:
            keras.add((module, one.function))
        elif top not in LIBRARY_NEEDS and one.name != UNKNOWN:
            yield f"{module}:{one.line}: course_lib may not import {one.name}"
    for module, function in sorted(keras)[1:]:
        yield f"{module}: Keras has one function already; {function} is another"


def beside_students(tree: Tree) -> Iterator[str]:
    """What runs beside student code knows nothing of the course but itself."""
    for module, one in _imports(tree, *BESIDE_STUDENTS):
        ours = within(one.name, *PACKAGES) and one.name != "autograder"
        if ours and not within(one.name, *BESIDE_STUDENTS):
            yield f"{module}:{one.line}: runs beside student code and may not import {one.name}"


def pure(tree: Tree) -> Iterator[str]:
    """The judge and the diagnosis reach neither execution nor gradebook, by no detour."""
    for module in filter(lambda name: within(name, *PURE), tree.imports):
        for name in sorted(tree.reach(module)):
            if within(name, *EXECUTION, *GRADEBOOK):
                yield f"{module}: is pure and may not reach {name}"


def joined(tree: Tree) -> Iterator[str]:
    """Only the command line brings execution and gradebook together."""
    for module in filter(lambda name: not within(name, *COMMANDS), tree.imports):
        reached = {module} | tree.reach(module)
        both = [any(within(name, *side) for name in reached) for side in (EXECUTION, GRADEBOOK)]
        if all(both):
            yield f"{module}: only autograder.cli may join execution and gradebook"


def commands(tree: Tree) -> Iterator[str]:
    """Nothing stands above the command line but `python -m autograder`."""
    for module, one in _imports(tree, *PACKAGES):
        if within(one.name, *COMMANDS) and not within(module, *COMMANDS):
            yield f"{module}:{one.line}: only autograder.__main__ may import {one.name}"


def by_name(tree: Tree) -> Iterator[str]:
    """A computed name could be any module, so it has one place."""
    for module, one in _imports(tree, *PACKAGES):
        if one.name == UNKNOWN and module not in BY_NAME:
            yield f"{module}:{one.line}: imports {UNKNOWN}"


def _imports(tree: Tree, *places: str) -> Iterator[tuple[str, Import]]:
    for module in filter(lambda name: within(name, *places), tree.imports):
        for one in tree.imports[module]:
            yield module, one


def sources() -> dict[Path, str]:
    """The Python files of both packages, by their paths below the project's folder."""
    files = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in files}


def main() -> int:
    broken = broken_rules(Tree.of(sources()))
    print("\n".join(broken) or "every import is allowed")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
