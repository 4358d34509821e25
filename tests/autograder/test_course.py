"""The course's folder, settings and secret."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from autograder.course import PUBLIC_SEED, Course, Limits, exercise_seed, open_course
from autograder.errors import UnknownUnit, UsageError


@pytest.fixture(autouse=True)
def no_secret_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUTOGRADER_SECRET", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "course.toml").write_text('name = "nets"\n', encoding="utf-8")
    for unit in ("02_mlp", "01_perceptron"):
        folder = tmp_path / "solutions" / unit
        folder.mkdir(parents=True)
        (folder / f"{unit}.py").touch()
    return tmp_path


def write_settings(root: Path, text: str) -> None:
    (root / "course.toml").write_text(text, encoding="utf-8")


def test_the_course_is_found_from_a_folder_inside_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "solutions" / "02_mlp")
    assert open_course() == Course(root=root.resolve(), name="nets")


def test_outside_of_a_course_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"no course\.toml in .* or above it"):
        open_course()


def test_a_given_folder_must_be_a_course(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not the folder of a course"):
        open_course(tmp_path)


def test_units_are_listed_in_the_order_of_the_course(root: Path) -> None:
    (root / "solutions" / "notes").mkdir()
    (root / "solutions" / "notes" / "notes.py").touch()
    (root / "solutions" / "01_perceptron" / "helper.py").touch()
    assert open_course(root).units == ("01_perceptron", "02_mlp")


def test_a_unit_has_a_source_a_solution_and_a_release(root: Path) -> None:
    course = open_course(root)
    solutions = course.root / "solutions" / "02_mlp"
    assert course.source("02_mlp") == solutions / "02_mlp.py"
    assert course.solution("02_mlp") == solutions / "02_mlp.ipynb"
    assert course.release("02_mlp") == course.root / "notebooks" / "02_mlp" / "02_mlp.ipynb"


@pytest.mark.parametrize("path", ["source", "solution", "release"])
@pytest.mark.parametrize("name", ["03_costs", "../01_perceptron", ""])
def test_an_unknown_unit_is_refused(root: Path, path: str, name: str) -> None:
    with pytest.raises(UnknownUnit, match="the course has: 01_perceptron, 02_mlp"):
        getattr(open_course(root), path)(name)


def test_an_empty_file_gives_the_defaults(root: Path) -> None:
    write_settings(root, "")
    assert open_course(root).limits == Limits(
        cell_seconds=10.0, submission_seconds=60.0, memory_bytes=2 * 1024**3
    )


def test_limits_are_read(root: Path) -> None:
    write_settings(root, "[limits]\ncell_seconds = 2.5\nsubmission_seconds = 30\nmemory_mib = 512")
    assert open_course(root).limits == Limits(2.5, 30.0, 512 * 1024**2)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ("name = ", "is not valid TOML"),
        ("name = 3", "name must be a text, not 3"),
        ('name = " "', "name must be a text"),
        ("limits = 3", "limits must be a table"),
        ("[limits]\ncell_seconds = 0", "limits.cell_seconds must be a positive number, not 0"),
        ("[limits]\nmemory_mib = true", "limits.memory_mib must be a positive number, not True"),
        ("[limits]\nmemory_mib = '2'", "limits.memory_mib must be a positive number, not '2'"),
        ("[limits]\nsubmission_seconds = inf", "limits.submission_seconds must be a positive"),
        ("[limits]\nsubmission_seconds = nan", "limits.submission_seconds must be a positive"),
        ("[limits]\ncell_second = 1", "unknown setting limits.cell_second; known are: limits.cell"),
        ("units = []", "unknown setting units; known are: name, limits"),
    ],
)
def test_a_wrong_setting_is_named(root: Path, settings: str, complaint: str) -> None:
    write_settings(root, settings)
    with pytest.raises(UsageError) as error:
        open_course(root)
    assert complaint in str(error.value)
    assert error.value.exit_code == 2


def test_settings_that_cannot_be_read_are_reported(root: Path) -> None:
    (root / "course.toml").unlink()
    (root / "course.toml").mkdir()
    with pytest.raises(UsageError, match="cannot read"):
        open_course(root)


def test_the_course_of_this_repository_opens() -> None:
    assert "01_perceptron" in open_course(Path(__file__).parents[2]).units


def test_the_first_use_creates_a_secret_for_its_owner_only(root: Path) -> None:
    secret = open_course(root).secret()
    file = root / ".autograder" / "secret"
    assert len(secret) == 64
    assert secret == file.read_text(encoding="ascii").strip()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [file] == list(file.parent.iterdir())


def test_the_secret_stays_the_same(root: Path) -> None:
    assert open_course(root).secret() == open_course(root).secret()


def test_processes_that_create_the_secret_at_once_agree(root: Path) -> None:
    course = open_course(root)
    with ThreadPoolExecutor(8) as pool:
        secrets = list(pool.map(lambda _: course.secret(), range(16)))
    assert len(set(secrets)) == 1


def test_the_environment_s_secret_goes_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUTOGRADER_SECRET", "  a-long-secret-of-the-class  ")
    assert open_course(root).secret() == "a-long-secret-of-the-class"
    assert not (root / ".autograder").exists()


def test_a_short_secret_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUTOGRADER_SECRET", "1234")
    with pytest.raises(UsageError, match="AUTOGRADER_SECRET is shorter than 16 characters"):
        open_course(root).secret()


def test_an_emptied_secret_file_is_refused(root: Path) -> None:
    (root / ".autograder").mkdir()
    (root / ".autograder" / "secret").touch()
    with pytest.raises(UsageError, match="secret is shorter than 16 characters"):
        open_course(root).secret()


def test_a_secret_that_cannot_be_stored_says_what_to_do(root: Path) -> None:
    (root / ".autograder").touch()
    with pytest.raises(UsageError, match="set AUTOGRADER_SECRET to a long random text instead"):
        open_course(root).secret()


def test_seeds_are_repeatable_and_differ() -> None:
    arguments = [
        (secret, unit, exercise)
        for secret in (PUBLIC_SEED, 7, "1957", "a-long-secret-of-the-class")
        for unit in ("01_perceptron", "02_mlp")
        for exercise in ("ltu", "add-bias")
    ]
    seeds = [exercise_seed(*one) for one in arguments]
    assert seeds == [exercise_seed(*one) for one in arguments]
    assert len(set(seeds)) == len(seeds)
    assert all(0 <= seed < 2**63 for seed in seeds)
