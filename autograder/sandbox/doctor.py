"""Says truthfully what this machine can do to isolate student code, and what to do if it cannot."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import SandboxUnavailable
from autograder.sandbox import bubblewrap, seccomp

_LANDLOCK_CREATE_RULESET = 444
_LANDLOCK_VERSION = 1


@dataclass(frozen=True)
class Fact:
    """One thing found out: what it is about, whether it is as it should be, and a sentence.

    `advice` says what to do; it is empty when nothing needs to be done. A fact that is not
    `needed` may be false, and grading works all the same.
    """

    name: str
    ok: bool
    text: str
    advice: str = ""
    needed: bool = True


@dataclass(frozen=True)
class Availability:
    """All facts about the sandbox on this machine."""

    facts: tuple[Fact, ...]

    @property
    def usable(self) -> bool:
        """Whether notebooks can be graded in isolation here."""
        return all(fact.ok for fact in self.facts if fact.needed)


def available() -> Availability:
    """Find out, by really starting a jail; takes a fraction of a second, raises nothing."""
    if sys.platform != "linux":
        text = f"this is {sys.platform}; the sandbox needs Linux"
        advice = "Grade in a Linux virtual machine, WSL 2 or a container that allows namespaces."
        return Availability((Fact("system", False, text, advice),))
    facts = (_binary(), _seccomp(), _jail(), _user(), _landlock(), _cgroup())
    return Availability((Fact("system", True, f"Linux {platform.release()}"), *facts))


def _binary() -> Fact:
    found = [f"{path} ({v})" for path in bubblewrap.candidates() if (v := bubblewrap.version(path))]
    if found:
        return Fact("bubblewrap", True, "found: " + ", ".join(found))
    named = os.environ.get(bubblewrap.VARIABLE)
    text = f"{bubblewrap.VARIABLE} names {named}, which does not run" if named else "not found"
    advice = f"Unset {bubblewrap.VARIABLE}." if named else bubblewrap.INSTALL
    return Fact("bubblewrap", False, text, advice)


def _seccomp() -> Fact:
    if not seccomp.supported():
        known = ", ".join(seccomp.MACHINES)
        text = f"no filter is known for {platform.machine()}, only for {known}"
        return Fact("seccomp", False, text, "Grade on a machine of a known architecture.")
    if not _status("Seccomp"):
        text = "the kernel is built without seccomp"
        return Fact("seccomp", False, text, "Use a distribution's kernel.")
    return Fact("seccomp", True, f"system calls are filtered ({platform.machine()})")


def _jail() -> Fact:
    try:
        bwrap = bubblewrap.working()
    except SandboxUnavailable as error:
        return Fact("jail", False, str(error), _namespace_advice())
    return Fact("jail", True, f"a jail starts with {bwrap} (user namespaces work)")


def _namespace_advice() -> str:
    """What usually stands in the way, as far as this machine tells."""
    switches = {
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "0",
        "/proc/sys/kernel/unprivileged_userns_clone": "1",
    }
    for place, wanted in switches.items():
        if _read(place) not in ("", wanted):
            name = place.removeprefix("/proc/sys/").replace("/", ".")
            return f"As administrator: sysctl -w {name}={wanted}"
    if _read("/proc/sys/user/max_user_namespaces") == "0":
        return "As administrator: sysctl -w user.max_user_namespaces=10000"
    if Path("/.dockerenv").exists() or Path("/run/.containerenv").exists():
        return (
            "This is a container: start it with --security-opt seccomp=unconfined "
            "--security-opt systempaths=unconfined --cap-add SYS_ADMIN, or grade outside of it."
        )
    return bubblewrap.INSTALL


def _user() -> Fact:
    if os.geteuid() != 0:
        return Fact("user", True, f"the grader is an ordinary user (uid {os.geteuid()})")
    text = "the grader is root; the sandbox gives that up before it starts"
    advice = "An ordinary user is enough to grade, and safer."
    return Fact("user", False, text, advice, needed=False)


def _landlock() -> Fact:
    libc = ctypes.CDLL(None, use_errno=True)
    version = int(libc.syscall(_LANDLOCK_CREATE_RULESET, None, 0, _LANDLOCK_VERSION))
    if version > 0:
        return Fact("landlock", True, f"the kernel offers Landlock, version {version}")
    return Fact("landlock", False, "the kernel offers no Landlock; not needed", needed=False)


def _cgroup() -> Fact:
    controllers = _read("/sys/fs/cgroup/cgroup.controllers").split()
    if "memory" in controllers:
        return Fact("cgroup", True, "cgroup v2 counts memory")
    text = "no cgroup v2 memory controller: each process is limited by itself, which is enough here"
    return Fact("cgroup", False, text, needed=False)


def _status(name: str) -> str:
    lines = _read("/proc/self/status").splitlines()
    return next((line for line in lines if line.startswith(f"{name}:")), "")


def _read(place: str) -> str:
    try:
        return Path(place).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
