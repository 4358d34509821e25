"""Builds the seccomp filters of the policy as classic BPF programs, without a C library.

A program is a list of `struct sock_filter` (<linux/filter.h>); bubblewrap loads the first from a
file descriptor, the worker loads the second by `prctl`. The numbers below are those of
<asm/unistd.h>; a test compares them with libseccomp's.
"""

from __future__ import annotations

import errno
import platform
import struct
import sys
from collections.abc import Iterable
from typing import NamedTuple

from autograder.sandbox.policy import DENIED, DENIED_LATER, NEEDED_TO_ISOLATE, Denied

_INSTRUCTION = struct.Struct("=HBBI")
_LOAD, _EQUAL, _ABOVE, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x35, 0x45, 0x06
_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in `struct seccomp_data`

_CLONE_THREAD = 0x00010000
_X32 = 0x40000000  # the 32-bit calls of x86-64 begin here; nothing of ours uses them
_NEWEST = 452  # fchmodat2; later calls are answered as by an older kernel


class Machine(NamedTuple):
    """A processor architecture as the kernel's audit knows it, and its column in `NUMBERS`."""

    audit: int
    column: int


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}

NUMBERS: dict[str, tuple[int | None, int | None]] = {
    "acct": (163, 89),
    "add_key": (248, 217),
    "adjtimex": (159, 171),
    "bpf": (321, 280),
    "chroot": (161, 51),
    "clock_adjtime": (305, 266),
    "clock_settime": (227, 112),
    "clone": (56, 220),
    "clone3": (435, 435),
    "delete_module": (176, 106),
    "execve": (59, 221),
    "execveat": (322, 281),
    "fanotify_init": (300, 262),
    "finit_module": (313, 273),
    "fork": (57, None),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "init_module": (175, 105),
    "io_setup": (206, 0),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425),
    "ioperm": (173, None),
    "iopl": (172, None),
    "kcmp": (312, 272),
    "kexec_file_load": (320, 294),
    "kexec_load": (246, 104),
    "keyctl": (250, 219),
    "lookup_dcookie": (212, 18),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "modify_ldt": (154, None),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "mq_open": (240, 180),
    "msgget": (68, 186),
    "name_to_handle_at": (303, 264),
    "nfsservctl": (180, 42),
    "open_by_handle_at": (304, 265),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "personality": (135, 92),
    "pidfd_getfd": (438, 438),
    "pivot_root": (155, 41),
    "process_madvise": (440, 440),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "reboot": (169, 142),
    "request_key": (249, 218),
    "semget": (64, 190),
    "setdomainname": (171, 162),
    "sethostname": (170, 161),
    "setns": (308, 268),
    "settimeofday": (164, 170),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "shmget": (29, 194),
    "socket": (41, 198),
    "swapoff": (168, 225),
    "swapon": (167, 224),
    "syslog": (103, 116),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "vfork": (58, None),
    "vhangup": (153, 58),
}
"""System call numbers on x86_64 and aarch64; None where the architecture has no such call."""


def supported(machine: str | None = None) -> bool:
    """Whether a filter can be built for that machine (by default, this one)."""
    return sys.platform == "linux" and (machine or platform.machine()) in MACHINES


def first_filter(machine: str | None = None) -> bytes:
    """The program that holds from the start of the jail: `DENIED`, and only threads may be cloned.

    Raises:
        KeyError: no filter is known for that machine.
    """
    found = MACHINES[machine or platform.machine()]
    program = [
        *_head(found),
        *_fail(NUMBERS["clone3"][found.column], errno.ENOSYS),  # C libraries then use clone
        *_only_threads(NUMBERS["clone"][found.column] or 0),
        *_deny(DENIED, found),
    ]
    return _assemble(program)


def warm_filter(machine: str | None = None) -> bytes:
    """The program for the jail of a warm process: `DENIED` but for what isolation needs.

    Raises:
        KeyError: no filter is known for that machine.
    """
    found = MACHINES[machine or platform.machine()]
    denied = [
        Denied(group.reason, tuple(n for n in group.names if n not in NEEDED_TO_ISOLATE))
        for group in DENIED
    ]
    return _assemble([*_head(found), *_deny(denied, found)])


def second_filter(machine: str | None = None) -> bytes:
    """The program that the worker adds before the first student cell: `DENIED_LATER`.

    Raises:
        KeyError: no filter is known for that machine.
    """
    found = MACHINES[machine or platform.machine()]
    return _assemble([*_head(found), *_deny(DENIED_LATER, found)])


Instruction = tuple[int, int, int, int]
"""Operation, instructions to skip if true, instructions to skip if false, operand."""


def _head(machine: Machine) -> list[Instruction]:
    """Refuse other architectures' calls and calls newer than this list; leave the number loaded."""
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, machine.audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 1, 0, _X32),
        (_ABOVE, 0, 1, _NEWEST),
        (_RETURN, 0, 0, _FAIL | errno.ENOSYS),
    ]


def _fail(number: int | None, error: int) -> list[Instruction]:
    if number is None:
        return []
    return [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _FAIL | error)]


def _only_threads(number: int) -> list[Instruction]:
    return [
        (_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_ANY_BIT, 0, 1, _CLONE_THREAD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _FAIL | errno.EPERM),
    ]


def _deny(denied: Iterable[Denied], machine: Machine) -> list[Instruction]:
    names = [name for group in denied for name in group.names]
    numbers = [NUMBERS[name][machine.column] for name in names]
    return [line for number in numbers for line in _fail(number, errno.EPERM)]


def _assemble(program: list[Instruction]) -> bytes:
    return b"".join(_INSTRUCTION.pack(*line) for line in [*program, (_RETURN, 0, 0, _ALLOW)])
