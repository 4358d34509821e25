"""What student code tries to do to the machine: each attempt is a cell of one shared run."""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import Protocol

import pytest

from autograder.sandbox.seccomp import MACHINES, NUMBERS

MACHINE = MACHINES.get(platform.machine())
NUMBER = {name: both[MACHINE.column if MACHINE else 0] for name, both in NUMBERS.items()}

PREAMBLE = """
import ctypes, os, signal, socket, subprocess, sys, threading
libc = ctypes.CDLL(None, use_errno=True)

def call(name, *args):
    "Call a function of the C library; an error becomes an OSError."
    if getattr(libc, name)(*args) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

def system_call(number, *args):
    call("syscall", ctypes.c_long(number), *[ctypes.c_long(arg) for arg in args])
"""

WRITES = {
    "the_root": "open('/planted', 'w')",
    "the_settings": "open('/etc/planted', 'w')",
    "the_devices": "open('/dev/planted', 'w')",
    "shared_memory": "open('/dev/shm/planted', 'w')",
    "the_worker": "import autograder.worker.main as m; open(m.__file__, 'a')",
    "the_probes": "import autograder.probes as p; open(p.__file__, 'a')",
    "the_library": "import course_lib; open(course_lib.__path__[0] + '/planted.py', 'w')",
    "the_packages": "import numpy; open(numpy.__file__, 'a')",
    "the_interpreter": "open(os.__file__, 'a')",
    "the_kernels_settings": "open('/proc/sys/kernel/core_pattern', 'w').write('|/tmp/x')",
    "a_new_folder": "os.mkdir('/planted')",
    "the_jails_own_places": "os.rename('/opt/grader', '/opt/moved')",
}
SOCKETS = {
    "tcp": "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "tcp_v6": "socket.socket(socket.AF_INET6, socket.SOCK_STREAM)",
    "udp": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "unix": "socket.socket(socket.AF_UNIX).connect('/run/dbus/system_bus_socket')",
    "unix_abstract": "socket.socket(socket.AF_UNIX).connect('\\0name')",
    "netlink": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "raw": "socket.socket(socket.AF_INET, socket.SOCK_RAW)",
    "a_web_page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1')",
}
PROCESSES = {
    "fork": "os.fork()",
    "forkpty": "os.forkpty()",
    "vfork": f"system_call({NUMBER['vfork']})",
    "clone": f"system_call({NUMBER['clone']}, 17, 0, 0, 0, 0)",
    "clone3": f"system_call({NUMBER['clone3']}, 0, 0)",
    "spawn": "os.posix_spawn(sys.executable, [sys.executable], {})",
    "exec": "os.execv('/proc/self/exe', ['python'])",
    "exec_of_the_loader": "os.execv('/lib64/ld-linux-x86-64.so.2', ['ld', '/proc/self/exe'])",
    "execveat": f"system_call({NUMBER['execveat']}, 0, 0, 0, 0, 0)",
    "subprocess": "subprocess.run(['true'])",
    "multiprocessing": "import multiprocessing as m; m.get_context('fork').Process().start()",
    "a_shell_line": "!id",
    "a_shell_cell": "%%bash\nid",
    "a_captured_shell_line": "x = !id",
    "a_script_cell": "%%script sh\nid",
    "a_percent_line": "%sx id",
    "pip": "%pip install numpy",
}
KERNEL = {
    "ptrace": "call('ptrace', 16, 1, 0, 0)",
    "reading_another_process": f"system_call({NUMBER['process_vm_readv']}, 1, 0, 0, 0, 0, 0)",
    "writing_another_process": f"system_call({NUMBER['process_vm_writev']}, 1, 0, 0, 0, 0, 0)",
    "memory_files": "os.memfd_create('x')",
    "shared_segments": "call('shmget', 0, 4096, 0o1600)",
    "io_uring": f"system_call({NUMBER['io_uring_setup']}, 8, 0)",
    "bpf": f"system_call({NUMBER['bpf']}, 0, 0, 0)",
    "keys": f"system_call({NUMBER['keyctl']}, 0, -3, 1)",
    "userfaultfd": f"system_call({NUMBER['userfaultfd']}, 0)",
    "perf_events": f"system_call({NUMBER['perf_event_open']}, 0, 0, -1, -1, 0)",
    "user_namespace": "call('unshare', 0x10000000)",
    "mount_namespace": "call('unshare', 0x00020000)",
    "entering_a_namespace": "call('setns', os.open('/proc/1/ns/net', os.O_RDONLY), 0)",
    "mount": "call('mount', b'none', b'/tmp', b'tmpfs', 0, None)",
    "remount": "call('mount', None, b'/', None, 32 | 4096, None)",
    "unmount": "call('umount2', b'/proc', 2)",
    "change_of_root": "os.chroot('/tmp')",
    "another_architecture": "system_call(0x40000000 + 39)",
    "a_call_newer_than_the_list": "system_call(460)",
    "the_clock": "import time; time.clock_settime(time.CLOCK_REALTIME, 0)",
    "becoming_root": "os.setuid(0)",
    "a_device": "os.mknod('/tmp/disk', 0o60600, os.makedev(254, 0))",
}
LIMITS = {
    "a_file_that_is_too_large": "open('big', 'wb').truncate(1 << 30)",
    "too_many_files": "kept = [open('/dev/null') for _ in range(10_000)]",
    "more_memory_for_itself": (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40))"
    ),
    "more_than_the_scratch_folder_holds": (
        "for n in range(200):\n    open(f'part{n}', 'wb').write(bytes(1 << 20))"
    ),
}
FINE = {
    "a_file_in_the_scratch_folder": "open('notes.txt', 'w').write('x'); open('notes.txt').read()",
    "a_module_of_its_own": "open('mine.py', 'w').write('x = 1')\nimport mine; mine.x",
    "a_thread": "t = threading.Thread(target=list); t.start(); t.join()",
    "an_await": "import asyncio\nawait asyncio.sleep(0)",
    "a_figure": "%matplotlib inline\nimport matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()",
    "scipy": "import scipy.linalg; scipy.linalg.svd([[1.0]])",
    "a_bar": "from tqdm.auto import tqdm; list(tqdm(range(2)))",
    "timing": "%timeit -n 1 -r 1 1 + 1",
}
GROUPS = {
    "write": WRITES,
    "socket": SOCKETS,
    "process": PROCESSES,
    "kernel": KERNEL,
    "fine": FINE,
    "limit": LIMITS,  # last: they leave the scratch folder full
}
CELLS = {f"{group} {name}": cell for group, some in GROUPS.items() for name, cell in some.items()}
DENIED = ("PermissionError", "OSError")


class Tried(Protocol):
    def error(self, cell: int) -> str: ...


@pytest.fixture(scope="module")
def tried(attack: Callable[..., Tried]) -> Tried:
    """All attempts, in one jail."""
    return attack(PREAMBLE, *CELLS.values(), names=())


def error(tried: Tried, name: str) -> str:
    return tried.error(1 + list(CELLS).index(name))


@pytest.mark.parametrize("name", WRITES)
def test_nothing_can_be_written_outside_the_scratch_folder(tried: Tried, name: str) -> None:
    assert error(tried, f"write {name}") in DENIED


@pytest.mark.parametrize("name", SOCKETS)
def test_no_socket_can_be_opened(tried: Tried, name: str) -> None:
    expected = "urllib.error.URLError" if name == "a_web_page" else "PermissionError"
    assert error(tried, f"socket {name}") == expected


@pytest.mark.parametrize("name", PROCESSES)
def test_no_process_can_be_started(tried: Tried, name: str) -> None:
    expected = "OSError" if name == "clone3" else "PermissionError"
    assert error(tried, f"process {name}") == expected


@pytest.mark.parametrize("name", KERNEL)
def test_a_system_call_that_no_exercise_needs_fails(tried: Tried, name: str) -> None:
    assert error(tried, f"kernel {name}") in DENIED


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_cannot_be_passed(tried: Tried, name: str) -> None:
    assert error(tried, f"limit {name}") in ("OSError", "ValueError", "PermissionError")


@pytest.mark.parametrize("name", FINE)
def test_what_an_honest_notebook_does_works(tried: Tried, name: str) -> None:
    assert error(tried, f"fine {name}") == ""
