"""What a jail allows and denies: data only, with a reason beside each line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

MIB = 1 << 20


@dataclass(frozen=True)
class Policy:
    """The limits of one run, chosen by the caller.

    Args:
        memory: bytes of address space (NumPy, Matplotlib and IPython take 0.4 GiB before any work).
        total_seconds: wall clock for the whole job, the start included.
        step_seconds: wall clock for one cell or probe.
        start_seconds: wall clock for the worker's start.
        scratch: bytes of files in the jail's private folder.
        inodes: files and folders there (of a warm worker).
        files: open files.
        threads: processes and threads in the jail together, ours included.
        output: characters that one cell may show.
        output_in_all: characters that all cells together may show.
        result_bytes: bytes that the worker may send back in all.
        hide: folders that must not be seen, should they lie inside something that is shown.
    """

    memory: int = 2048 * MIB
    total_seconds: float = 180.0
    step_seconds: float = 30.0
    start_seconds: float = 60.0
    scratch: int = 64 * MIB
    inodes: int = 10_000
    files: int = 256
    threads: int = 64
    output: int = 100_000
    output_in_all: int = 1_000_000
    result_bytes: int = 128 * MIB
    hide: tuple[Path, ...] = ()


class Line(NamedTuple):
    """Command-line words for bubblewrap, and why they are there."""

    words: tuple[str, ...]
    reason: str


ISOLATION = (
    Line(("--unshare-all",), "own pid, network, ipc, uts and cgroup namespaces"),
    Line(("--unshare-user",), "and a user namespace without fail: no way back to a privilege"),
    Line(("--uid", "1000", "--gid", "1000"), "an ordinary user, the same on every machine"),
    Line(("--hostname", "jail"), "the machine's name is nobody's business"),
    Line(("--cap-drop", "ALL"), "no capability even inside the namespaces"),
    Line(("--new-session",), "no terminal to push characters into"),
    Line(("--die-with-parent",), "the end of the supervisor is the end of everything"),
    Line(("--clearenv",), "no variable of the grader's"),
)

PRIVATE = "/tmp"  # noqa: S108  # the jail's own, not the machine's
"""The only place to write: in memory, of limited size, gone afterwards."""

SCRATCH = f"{PRIVATE}/work"
"""The working folder."""

ENVIRONMENT = {
    "HOME": PRIVATE,  # somewhere to write
    "TMPDIR": PRIVATE,
    "PATH": "/nonexistent",  # there is nothing to execute
    "LANG": "C.UTF-8",
    "TZ": "UTC",  # the same dates everywhere
    "PYTHONHASHSEED": "0",  # the same order of sets on every run
    "PYTHONDONTWRITEBYTECODE": "1",  # the places for it are read-only
    "PYTHONUTF8": "1",
    "MPLBACKEND": "Agg",  # no window
    "MPLCONFIGDIR": f"{PRIVATE}/matplotlib",
    "IPYTHONDIR": f"{PRIVATE}/ipython",
    # one thread each: the machine's cores are shared out among submissions
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
}

SYSTEM = {
    "/usr/lib": "shared libraries",
    "/usr/lib32": "shared libraries",
    "/usr/lib64": "shared libraries, the loader",
    "/usr/local/lib": "shared libraries, an interpreter of the image's",
    "/lib": "shared libraries; on most systems a link into /usr",
    "/lib32": "the same",
    "/lib64": "the same; the loader's fixed address",
    "/etc/ld.so.cache": "where the loader finds libraries",
    "/usr/share/zoneinfo": "time zones",
    "/usr/share/datasets": "data sets that the distribution packages",
}
"""Read-only, where they exist; everything else of the machine is absent."""

ROOM = "/opt/grader"
"""Where the jail shows the worker, the probes and the modules that the job may import."""

NOBODY = 65534
"""Who bubblewrap is started as when the grader is root."""


class Denied(NamedTuple):
    """System calls that fail, and why."""

    reason: str
    names: tuple[str, ...]


DENIED = (
    Denied("no network; a connected pair (asyncio needs one) is allowed", ("socket",)),
    Denied("no processes: one kill and one memory limit must reach everything", ("fork", "vfork")),
    Denied(
        "no reading or steering of other processes",
        (
            "ptrace",
            "process_vm_readv",
            "process_vm_writev",
            "kcmp",
            "pidfd_getfd",
            "process_madvise",
            "perf_event_open",
        ),
    ),
    Denied(
        "memory that RLIMIT_AS does not count",
        (
            "memfd_create",
            "memfd_secret",
            "shmget",
            "shmat",
            "shmctl",
            "msgget",
            "semget",
            "mq_open",
            "io_setup",
        ),
    ),
    Denied("no further namespaces", ("unshare", "setns")),
    Denied(
        "no mounts",
        (
            "mount",
            "umount2",
            "pivot_root",
            "chroot",
            "move_mount",
            "open_tree",
            "fsopen",
            "fsconfig",
            "fsmount",
            "fspick",
            "mount_setattr",
            "quotactl",
            "quotactl_fd",
        ),
    ),
    Denied(
        "parts of the kernel with a history of escapes that no exercise needs",
        (
            "io_uring_setup",
            "io_uring_enter",
            "io_uring_register",
            "bpf",
            "userfaultfd",
            "keyctl",
            "add_key",
            "request_key",
            "fanotify_init",
            "name_to_handle_at",
            "open_by_handle_at",
            "lookup_dcookie",
            "personality",
            "modify_ldt",
            "vhangup",
        ),
    ),
    Denied(
        "no administration of the machine",
        (
            "reboot",
            "kexec_load",
            "kexec_file_load",
            "init_module",
            "finit_module",
            "delete_module",
            "swapon",
            "swapoff",
            "acct",
            "syslog",
            "settimeofday",
            "clock_settime",
            "clock_adjtime",
            "adjtimex",
            "sethostname",
            "setdomainname",
            "iopl",
            "ioperm",
            "nfsservctl",
        ),
    ),
)
"""From the start of the jail on; `clone` is filtered by its flags, only threads are allowed."""

NEEDED_TO_ISOLATE = frozenset({"fork", "vfork", "unshare", "mount"})
"""What the warm process may do that its workers, which load `DENIED` as well, may not."""

DENIED_LATER = (
    Denied("no programs but the interpreter that already runs", ("execve", "execveat")),
)
"""From the first student cell on (the jail itself must be able to start the interpreter)."""
