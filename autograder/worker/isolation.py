"""Puts a forked process into namespaces of its own, before it runs the first student cell.

The warm process forks for each job. The fork becomes three: a *watcher*, which stays outside the
new namespaces and ends everything in them when it is told to; the *first* process of the new
process namespace, which only waits (when it ends, the kernel ends all others there); and the
*worker*. Nothing that the worker can do reaches the watcher, the warm process or another job.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import stat
import struct
from pathlib import Path
from typing import NoReturn

_NEW_NAMESPACES = 0x1000_0000 | 0x0002_0000 | 0x2000_0000 | 0x0800_0000 | 0x0400_0000 | 0x4000_0000
"""CLONE_NEWUSER, NEWNS (mounts), NEWPID, NEWIPC, NEWUTS and NEWNET of <linux/sched.h>."""

_MS_NOSUID, _MS_NODEV, _MS_NOEXEC = 2, 4, 8
_MS_BIND, _MS_REC, _MS_PRIVATE = 1 << 12, 1 << 14, 1 << 18
_PRIVATE = "/tmp"  # noqa: S108  # the worker's own, not the machine's
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP = 1, 4, 24
_CAPABILITY_VERSION_3 = 0x2008_0522

libc = ctypes.CDLL(None, use_errno=True)


def isolate(lifeline: int, status: int, scratch: str, size: int, inodes: int) -> None:
    """Return in a new process that is alone with itself; the calling process never returns.

    Args:
        lifeline: a descriptor at whose end of file everything ends.
        status: where the worker's exit code is written (4 bytes) when it has ended.
        scratch: the working folder below /tmp, which is empty, private and of limited size.
        size: bytes that /tmp may hold.
        inodes: files and folders that /tmp may hold.

    Raises:
        OSError: the kernel refuses a step.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    check(libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")
    _enter_namespaces()
    first = os.fork()
    if first:
        _watch(first, lifeline, status)
    os.close(lifeline)
    os.close(status)
    _set_up_mounts(scratch, size, inodes)
    check(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")
    worker = os.fork()
    if worker:
        _wait_for(worker)
    check(libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")
    drop_capabilities()


def _enter_namespaces() -> None:
    user, group = os.getuid(), os.getgid()
    check(libc.unshare(_NEW_NAMESPACES), "unshare")
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")


def _set_up_mounts(scratch: str, size: int, inodes: int) -> None:
    """A fresh /proc, which shows this job only, and an empty place to write.

    What the jail shows below that place (a course may lie there) is bound into it again.
    """
    mount("none", "/", None, _MS_REC | _MS_PRIVATE)
    shown = {place: os.open(place, os.O_PATH) for place in _mounts_below(_PRIVATE)}
    mount("proc", "/proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)
    options = f"mode=0755,size={size},nr_inodes={inodes}"
    mount("tmpfs", _PRIVATE, "tmpfs", _MS_NOSUID | _MS_NODEV, options)
    for place, descriptor in shown.items():
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            Path(place).mkdir(parents=True)
        else:
            Path(place).parent.mkdir(parents=True, exist_ok=True)
            Path(place).touch()
        mount(f"/proc/self/fd/{descriptor}", place, None, _MS_BIND | _MS_REC)
        os.close(descriptor)
    Path(scratch).mkdir()
    os.chdir(scratch)


def _mounts_below(folder: str) -> list[str]:
    """Where something is mounted below `folder`; not what is mounted inside of that again."""
    lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    places = [line.split()[4].encode().decode("unicode_escape") for line in lines]
    found: list[str] = []
    for place in sorted(place for place in places if place.startswith(f"{folder}/")):
        if not any(place.startswith(f"{outer}/") for outer in found):
            found.append(place)
    return found


def _watch(first: int, lifeline: int, status: int) -> NoReturn:
    """Wait for the end of the new namespaces, or bring it about when the lifeline ends."""
    ended = os.pidfd_open(first)
    poll = select.poll()
    poll.register(lifeline, select.POLLIN | select.POLLHUP)
    poll.register(ended, select.POLLIN)
    if ended not in dict(poll.poll()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(first, signal.SIGKILL)
    _, how = os.waitpid(first, 0)
    with contextlib.suppress(OSError):  # nobody reads it any more
        os.write(status, struct.pack("=i", os.waitstatus_to_exitcode(how)))
    os._exit(0)


def _wait_for(worker: int) -> NoReturn:
    """Collect every process that ends here, until it is the worker; pass its exit code on."""
    while True:
        process, how = os.wait()
        if process == worker:
            code = os.waitstatus_to_exitcode(how)
            os._exit(code if code >= 0 else 128 - code)


def mount(source: str, target: str, kind: str | None, flags: int, data: str = "") -> None:
    """Ask the kernel for one mount.

    Raises:
        OSError: it failed.
    """
    result = libc.mount(
        source.encode(),
        target.encode(),
        kind.encode() if kind else None,
        ctypes.c_ulong(flags),
        data.encode(),
    )
    check(result, f"mount on {target}")


def drop_capabilities() -> None:
    """Give up every capability, in the new user namespace too, and the way to get one back.

    Raises:
        OSError: the kernel refuses.
    """
    for number in range(64):
        if libc.prctl(_PR_CAPBSET_DROP, number, 0, 0, 0) != 0:
            break  # the kernel knows no more capabilities
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    check(libc.capset(header, bytes(24)), "capset")


def check(result: int, what: str) -> None:
    """Turn a system call's -1 into an OSError that names it."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
