"""The seccomp programs deny what the policy says, on both architectures; run by a small machine."""

from __future__ import annotations

import errno
import struct
from typing import Any

import pytest

from autograder.sandbox.policy import DENIED, DENIED_LATER
from autograder.sandbox.seccomp import (
    MACHINES,
    NUMBERS,
    first_filter,
    second_filter,
    supported,
)

ALLOWED = 0x7FFF0000
KILLED = 0x80000000
THREAD_FLAGS = 0x3D0F00  # what a C library asks of clone for a thread
FORK_FLAGS = 0x1200011
MACHINE_NAMES = sorted(MACHINES)


def decide(program: bytes, audit: int, number: int, argument: int = 0) -> int:
    """Run a BPF program on one system call, as the kernel does."""
    data = struct.pack("=IIQQ", number, audit, 0, argument) + bytes(40)
    code = list(struct.iter_unpack("=HBBI", program))
    at, loaded = 0, 0
    while True:
        operation, if_true, if_false, operand = code[at]
        at += 1
        if operation == 0x20:
            (loaded,) = struct.unpack_from("=I", data, operand)
        elif operation == 0x06:
            return int(operand)
        else:
            tests = {
                0x15: loaded == operand,
                0x25: loaded > operand,
                0x35: loaded >= operand,
                0x45: bool(loaded & operand),
            }
            at += if_true if tests[operation] else if_false


def refusal(error: int) -> int:
    return 0x00050000 | error


def number_of(name: str, machine: str) -> int | None:
    return NUMBERS[name][MACHINES[machine].column]


NAMES = [name for group in DENIED for name in group.names]
LATER = [name for group in DENIED_LATER for name in group.names]


@pytest.mark.parametrize("machine", MACHINE_NAMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_denied_call_fails_from_the_start(machine: str, name: str) -> None:
    number = number_of(name, machine)
    if number is not None:
        decision = decide(first_filter(machine), MACHINES[machine].audit, number)
        assert decision in (refusal(errno.EPERM), refusal(errno.ENOSYS))


@pytest.mark.parametrize("machine", MACHINE_NAMES)
@pytest.mark.parametrize("name", LATER)
def test_starting_a_program_fails_only_later(machine: str, name: str) -> None:
    number, audit = number_of(name, machine), MACHINES[machine].audit
    assert number is not None
    assert ALLOWED == decide(first_filter(machine), audit, number)
    assert refusal(errno.EPERM) == decide(second_filter(machine), audit, number)


@pytest.mark.parametrize("machine", MACHINE_NAMES)
@pytest.mark.parametrize(
    ("flags", "decision"),
    [
        (THREAD_FLAGS, ALLOWED),
        (FORK_FLAGS, refusal(errno.EPERM)),
        (17, refusal(errno.EPERM)),
        (0x10000000, refusal(errno.EPERM)),
    ],
    ids=["thread", "fork", "plain fork", "namespace"],
)
def test_clone_makes_threads_only(machine: str, flags: int, decision: int) -> None:
    number = number_of("clone", machine)
    assert number is not None
    assert decision == decide(first_filter(machine), MACHINES[machine].audit, number, flags << 0)


@pytest.mark.parametrize("machine", MACHINE_NAMES)
def test_clone3_is_answered_as_by_an_older_kernel(machine: str) -> None:
    assert refusal(errno.ENOSYS) == decide(first_filter(machine), MACHINES[machine].audit, 435)


@pytest.mark.parametrize("number", [0x40000000, 0x40000029, 453, 470, 0xFFFFFFFF])
@pytest.mark.parametrize("program", [first_filter, second_filter])
def test_calls_beyond_the_list_do_not_exist(program: Any, number: int) -> None:
    decision = decide(program("x86_64"), MACHINES["x86_64"].audit, number)
    assert refusal(errno.ENOSYS) == decision


@pytest.mark.parametrize("program", [first_filter, second_filter])
def test_a_call_of_another_architecture_ends_the_process(program: Any) -> None:
    assert KILLED == decide(program("x86_64"), 0x40000003, 39)


@pytest.mark.parametrize("machine", MACHINE_NAMES)
@pytest.mark.parametrize("program", [first_filter, second_filter])
def test_an_ordinary_call_is_allowed(machine: str, program: Any) -> None:
    getpid = {"x86_64": 39, "aarch64": 172}[machine]
    assert ALLOWED == decide(program(machine), MACHINES[machine].audit, getpid)


@pytest.mark.parametrize("machine", MACHINE_NAMES)
def test_a_program_fits_into_what_the_kernel_takes(machine: str) -> None:
    assert len(first_filter(machine)) // 8 <= 4096
    assert len(first_filter(machine)) <= 4096  # what a pipe holds at least


def test_every_denied_call_has_its_numbers() -> None:
    assert {*NAMES, *LATER, "clone", "clone3"} == set(NUMBERS)


def test_an_unknown_machine_has_no_filter() -> None:
    assert not supported("riscv64")
    with pytest.raises(KeyError):
        first_filter("riscv64")


def test_the_numbers_are_those_of_libseccomp() -> None:
    pyseccomp = pytest.importorskip("pyseccomp", reason="libseccomp is not installed")
    architectures = {"x86_64": pyseccomp.Arch.X86_64, "aarch64": pyseccomp.Arch.AARCH64}
    for machine, architecture in architectures.items():
        column = MACHINES[machine].column
        theirs = {name: pyseccomp.resolve_syscall(architecture, name) for name in NUMBERS}
        ours = {name: numbers[column] for name, numbers in NUMBERS.items()}
        assert {name: n if n >= 0 else None for name, n in theirs.items()} == ours
