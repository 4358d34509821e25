"""The last confinements, taken by the worker itself before it runs the first student cell."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
_HIGH = 200  # above what a program opens by itself
_RESERVE = 64 << 20  # memory beyond the limit, for reporting that the limit was hit

_LIMITS = {
    "cpu": resource.RLIMIT_CPU,
    "file_size": resource.RLIMIT_FSIZE,
    "files": resource.RLIMIT_NOFILE,
    "core": resource.RLIMIT_CORE,
    "threads": getattr(resource, "RLIMIT_NPROC", resource.RLIMIT_CORE),
}


class _Program(ctypes.Structure):
    """`struct sock_fprog` of <linux/filter.h>."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def quiet_stdio() -> None:
    """Point the file descriptors 0, 1 and 2 at nothing; `sys` keeps its own streams."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.close(null)
    sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open for good


def move_up(descriptor: int) -> int:
    """A duplicate of a descriptor out of the way of programs, closed on exec."""
    import fcntl

    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, _HIGH)
    os.close(descriptor)
    return moved


def limit(limits: Mapping[str, int]) -> None:
    """Set the rlimits that `limits` names; unknown names are a fault of ours (KeyError)."""
    for name, value in limits.items():
        if name == "memory":
            resource.setrlimit(resource.RLIMIT_AS, (value, value + _RESERVE))
        else:
            resource.setrlimit(_LIMITS[name], (value, value))


@contextmanager
def reserve() -> Iterator[None]:
    """Lift the memory limit a little, so that a MemoryError can be reported at all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def filter_system_calls(program: bytes) -> None:
    """Load a BPF program for the rest of this process's life (see `autograder.sandbox.seccomp`).

    Raises:
        OSError: the kernel refuses.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program, len(program))
    fprog = _Program(len(program) // 8, ctypes.addressof(buffer))
    for request in (
        (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(fprog), 0, 0),
    ):
        if libc.prctl(*request) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


def peak_memory() -> int:
    """The most memory that was resident so far, in bytes; 0 where it is not known."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0
