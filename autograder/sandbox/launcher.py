"""Starts bubblewrap as an ordinary user when the grader is root; run as a script, by itself.

Isolation is only as good as the user it starts from, so bubblewrap should not be started by root.
But an ordinary user may not be able to reach what the jail has to show: an interpreter below root's
home directory, a checkout in a private folder. So this process, still root, makes itself a mount
namespace that nobody else sees, covers /tmp in it with a small tmpfs, and binds every source there
under a number: /tmp/0, /tmp/1 ... Then it gives up its privileges for good and becomes bubblewrap,
which binds from those places. (Handing bubblewrap open directories with `--ro-bind-fd` does not do:
it resolves the descriptor to a path and walks that path again, without the right to.)

It imports nothing of the package, so that it starts fast and needs no search path. Its one argument
is a JSON object: "sources" (paths), "argv" (the command, naming sources by their new places),
"user" (the uid and gid to become).
"""

from __future__ import annotations

import ctypes
import json
import os
import stat
import sys
from pathlib import Path
from typing import NoReturn

STAGE = "/tmp"  # noqa: S108  # covered with a tmpfs of our own
_CLONE_NEWNS = 0x00020000
_MS_NOSUID, _MS_NODEV, _MS_BIND, _MS_REC, _MS_PRIVATE = 2, 4, 4096, 16384, 1 << 18


def main(plan: str) -> NoReturn:
    """Do what the module says; never returns.

    Raises:
        OSError: the kernel refuses a step (a container that forbids mounts, say).
    """
    wanted = json.loads(plan)
    libc = ctypes.CDLL(None, use_errno=True)
    stage(libc, wanted["sources"])
    os.chdir("/")
    os.setgroups([])
    os.setresgid(*[wanted["user"]] * 3)
    os.setresuid(*[wanted["user"]] * 3)
    os.execve(wanted["argv"][0], wanted["argv"], {})  # noqa: S606  # what this script is for


def stage(libc: ctypes.CDLL, sources: list[str]) -> None:
    """Bind each source under its number, in a mount namespace of our own."""
    check(libc.unshare(_CLONE_NEWNS), "unshare")
    mount(libc, "none", "/", None, _MS_REC | _MS_PRIVATE)
    held = [os.open(source, os.O_PATH) for source in sources]  # some may lie under the stage
    mount(libc, "tmpfs", STAGE, "tmpfs", _MS_NOSUID | _MS_NODEV, "mode=0755,size=1m")
    for number, descriptor in enumerate(held):
        place = f"{STAGE}/{number}"
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            Path(place).mkdir()
        else:
            Path(place).touch()
        mount(libc, f"/proc/self/fd/{descriptor}", place, None, _MS_BIND | _MS_REC)
        os.close(descriptor)


def mount(
    libc: ctypes.CDLL, source: str, target: str, kind: str | None, flags: int, data: str = ""
) -> None:
    """Ask the kernel for one mount.

    Raises:
        OSError: it failed.
    """
    encoded = kind.encode() if kind else None
    result = libc.mount(
        os.fsencode(source), os.fsencode(target), encoded, ctypes.c_ulong(flags), data.encode()
    )
    check(result, f"mount on {target}")


def check(result: int, what: str) -> None:
    """Turn a system call's -1 into an OSError that names it."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


if __name__ == "__main__":
    main(sys.argv[1])
