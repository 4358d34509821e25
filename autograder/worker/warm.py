"""The warm process: imports once what notebooks import, and forks a worker for each job.

It runs no student code itself. A job arrives on a socket as one message that carries five file
descriptors: the job, the results, the complaints, the lifeline and the status (see `isolation`).
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import struct
import sys
import threading
import traceback
from pathlib import Path
from typing import NoReturn

from autograder.probes import protocol
from autograder.worker import confine, isolation
from autograder.worker.main import Worker, read_job
from autograder.worker.outputs import Recorder

SCRATCH = struct.Struct("=QQ")
"""What the message itself says: bytes and files that the private /tmp may hold."""


def main(control: int) -> NoReturn:
    """Import, say so, and serve jobs until the socket's other end is closed."""
    prepare()
    with socket.socket(fileno=control) as channel:
        channel.send(protocol.READY.encode())
        while True:
            message, descriptors, _, _ = socket.recv_fds(channel, SCRATCH.size, 5)
            if not message:
                os._exit(0)
            if os.fork() == 0:
                _job(channel, message, descriptors)
            for descriptor in descriptors:
                os.close(descriptor)


def prepare() -> None:
    """Do once what every job would do again: imports, a shell, fonts."""
    from autograder.worker.shell import Shell

    Shell.start(Recorder(0, 0))
    draw_once()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel collects our children
    gc.collect()
    gc.freeze()


def draw_once() -> None:
    """Draw a picture that nobody sees, if Matplotlib is there: it finds its fonts meanwhile."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        figure, axes = pyplot.subplots()
        axes.set(title="Text $x^2$", xlabel="x")
        figure.canvas.draw()
        pyplot.close(figure)


def may_fork() -> bool:
    """Whether this process has one thread only: a fork would lose the locks of the others."""
    return threading.active_count() == 1 and len([*Path("/proc/self/task").iterdir()]) == 1


def _job(channel: socket.socket, message: bytes, descriptors: list[int]) -> NoReturn:
    """In the fork: isolate, and run the job as a worker that was started for it would."""
    code = protocol.EXIT_BROKEN
    try:
        channel.close()
        job, results, complaints, lifeline, status = descriptors
        os.dup2(complaints, 2)
        os.close(complaints)
        if not may_fork():
            raise RuntimeError("the warm process has started threads and can no longer fork")
        size, inodes = SCRATCH.unpack(message)
        isolation.isolate(lifeline, status, "/tmp/work", size, inodes)  # noqa: S108  # private
        gc.unfreeze()
        whole = read_job(job)
        os.close(job)
        Worker(whole, confine.move_up(results)).run()
        code = 0
    except MemoryError:
        code = protocol.EXIT_OUT_OF_MEMORY
    except BaseException:  # noqa: BLE001  # whatever it is, the process ends here
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)
