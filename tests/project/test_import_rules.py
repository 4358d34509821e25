"""Who may import whom: the rule holds, and its reader is not easily fooled."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from import_rules import UNKNOWN, Tree, broken_rules, imports_of, sources
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]

WAYS_TO_IMPORT = {
    "plainly": "import autograder.sandbox",
    "under another name": "import autograder.sandbox as numpy",
    "a name in it": "from autograder.sandbox import run",
    "from its package": "from autograder import sandbox",
    "relative": "from .sandbox import run",
    "relative, from the package": "from . import sandbox",
    "in a function": "def f():\n    import autograder.sandbox",
    "in an async method": "class A:\n    async def f(self):\n        import autograder.sandbox",
    "under a condition": "if False:\n    import autograder.sandbox",
    "for types only": "if TYPE_CHECKING:\n    from autograder.sandbox import Box",
    "in a try": "try:\n    import autograder.sandbox\nexcept ImportError:\n    pass",
    "by name": "import importlib\nimportlib.import_module('autograder.sandbox')",
    "by name, renamed": "from importlib import import_module as m\nm('autograder.sandbox')",
    "by name, relative": "importlib.import_module('.sandbox', 'autograder')",
    "by name, relative to here": "importlib.import_module('.sandbox', __package__)",
    "by keyword": "importlib.import_module(name='.sandbox', package='autograder')",
    "by the builtin": "f = lambda: __import__('autograder.sandbox')",
    "by resolving a name": "pkgutil.resolve_name('autograder.sandbox:run')",
    "by running it": "runpy.run_module('autograder.sandbox')",
}

WAYS_TO_HIDE = {
    "computed": "importlib.import_module('autograder.' + name)",
    "formatted": "importlib.import_module(f'{__name__}.{name}')",
    "through a variable": "f = importlib.import_module\nf('autograder.sandbox')",
    "through a variable, renamed": "from importlib import import_module as m\ng = m\ng('x')",
    "through the builtin": "f = __import__\nf('autograder.sandbox')",
    "from a path": "importlib.util.spec_from_file_location('x', 'sandbox.py')",
    "run from a path": "from runpy import run_path\nrun_path('sandbox.py')",
}


def real_tree(**changes: str) -> Tree:
    """The project with lines added: `real_tree(autograder__judge="import x")`."""
    files = sources()
    for name, line in changes.items():
        module = Path(name.replace("__", "/"))
        path = module / "__init__.py" if module / "__init__.py" in files else module
        path = path if path.suffix else path.with_suffix(".py")
        files[path] = f"{files.get(path, '')}\n{line}\n"
    return Tree.of(files)


def added(**changes: str) -> list[str]:
    """What the rules say of the added lines."""
    before = broken_rules(real_tree())
    return [sentence for sentence in broken_rules(real_tree(**changes)) if sentence not in before]


def test_every_import_of_the_project_is_allowed() -> None:
    assert [] == broken_rules(real_tree())


@pytest.mark.parametrize("source", WAYS_TO_IMPORT.values(), ids=WAYS_TO_IMPORT)
def test_an_import_is_seen_however_it_is_written(source: str) -> None:
    names = [one.name for one in imports_of("autograder.judge", source)]
    assert any(name.startswith("autograder.sandbox") for name in names)


@pytest.mark.parametrize("source", WAYS_TO_HIDE.values(), ids=WAYS_TO_HIDE)
def test_an_import_of_something_unnamed_is_seen(source: str) -> None:
    assert UNKNOWN in [one.name for one in imports_of("autograder.judge", source)]


def test_a_relative_import_in_a_package_starts_in_the_package() -> None:
    (module, name) = imports_of("autograder.probes", "from .call import probe", package=True)
    assert ["autograder.probes.call", "autograder.probes.call.probe"] == [module.name, name.name]


def test_two_dots_lead_out_of_the_package() -> None:
    (module, name) = imports_of("autograder.probes.call", "from .. import judge")
    assert ["autograder", "autograder.judge"] == [module.name, name.name]


@pytest.mark.parametrize("source", WAYS_TO_IMPORT.values(), ids=WAYS_TO_IMPORT)
def test_the_judge_may_not_import_the_sandbox(source: str) -> None:
    assert "autograder.judge: is pure and may not reach autograder.sandbox" in added(
        autograder__judge=source
    )


@pytest.mark.parametrize("module", ["autograder.judge", "autograder.diagnosis"])
@pytest.mark.parametrize("target", ["sandbox", "gradebook", "engine"])
def test_what_is_pure_may_not_reach_the_outside(module: str, target: str) -> None:
    sentence = f"{module}: is pure and may not reach autograder.{target}"
    assert sentence in added(**{module.replace(".", "__"): f"import autograder.{target}"})


def test_a_detour_is_no_way_out() -> None:
    said = added(
        autograder__judge="import autograder.far", autograder__far="from . import gradebook"
    )
    assert "autograder.judge: is pure and may not reach autograder.gradebook" in said


def test_a_star_may_be_anything_of_the_package() -> None:
    said = added(autograder__judge="from autograder import *")
    assert "autograder.judge: is pure and may not reach autograder.gradebook" in said


@pytest.mark.parametrize("module", ["autograder__worker__new", "autograder__probes__new"])
@pytest.mark.parametrize(
    "name", ["autograder.exercises", "autograder.judge", "course_lib.perceptron"]
)
def test_what_runs_beside_students_may_import_nothing_of_the_course(module: str, name: str) -> None:
    (sentence,) = added(**{module: f"def f():\n    import {name}"})
    assert sentence.endswith(f"runs beside student code and may not import {name}")


def test_the_worker_may_import_the_probes() -> None:
    assert [] == added(autograder__worker__new="from autograder.probes import wire, call")


@pytest.mark.parametrize("name", ["autograder.check", "pandas", "sklearn.datasets", "tensorflow"])
def test_the_library_may_import_nothing_more(name: str) -> None:
    (sentence,) = added(course_lib__new=f"import {name}")
    assert f"course_lib.new:2: course_lib may not import {name}" == sentence


def test_the_library_may_import_what_it_stands_on() -> None:
    line = "import math, numpy, scipy.special, matplotlib.pyplot, tqdm, course_lib.losses"
    assert [] == added(course_lib__new=line)


def test_the_library_may_not_import_keras_at_the_top() -> None:
    assert added(course_lib__new="import keras") != []


def test_keras_may_be_imported_in_one_function() -> None:
    assert [] == broken_rules(Tree.of({Path("course_lib/a.py"): "def f():\n    import keras"}))


def test_keras_in_a_second_function_is_refused() -> None:
    source = "def f():\n    import keras\ndef g():\n    from keras import datasets"
    (sentence,) = broken_rules(Tree.of({Path("course_lib/a.py"): source}))
    assert "course_lib.a: Keras has one function already; g is another" == sentence


@pytest.mark.parametrize("execution", ["sandbox", "engine"])
def test_only_the_command_line_joins_execution_and_gradebook(execution: str) -> None:
    line = f"from autograder import gradebook, {execution}"
    sentence = "autograder.new: only autograder.cli may join execution and gradebook"
    assert [sentence] == added(autograder__new=line)
    assert [] == added(autograder__cli=line)


def test_nothing_imports_the_command_line() -> None:
    said = added(autograder__new="from autograder.cli import main")
    assert "autograder.new:2: only autograder.__main__ may import autograder.cli" in said


def test_a_unit_is_imported_by_its_name_in_one_place_only() -> None:
    line = "import importlib\nimportlib.import_module(name)"
    assert [] == added(autograder__exercises=line)
    assert [f"autograder.new:3: imports {UNKNOWN}"] == added(autograder__new=line)


def test_every_library_that_is_imported_is_a_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    direct = {canonicalize_name(Requirement(one).name) for one in project["dependencies"]}
    of_ours = {"autograder", "course_lib", UNKNOWN, *sys.stdlib_module_names}
    imported = {one.name.partition(".")[0] for ones in real_tree().imports.values() for one in ones}
    origins = packages_distributions()
    undeclared = [
        name
        for name in sorted(imported - of_ours)
        if direct.isdisjoint(map(canonicalize_name, origins.get(name, [])))
    ]
    assert [] == undeclared
