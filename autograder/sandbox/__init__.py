"""Runs student notebooks where they can do no harm.

    job  = Job((CellStep(0, "def f(x): return x"), ProbeStep("f", "call", "f", ((1,),))))
    done = run(job)                 # a fresh bubblewrap jail; or run(job, kind="none")
    done.observations["f"]          # what was seen, as plain data

`policy` says what a jail allows and denies, `jail` turns that into a command, `launch` and
`supervisor` run it, `transcript` checks what comes back, `doctor` says what this machine can do.
"""

from autograder.errors import SandboxUnavailable
from autograder.sandbox.doctor import Availability, Fact, available
from autograder.sandbox.job import CellStep, Job, ProbeStep, Step
from autograder.sandbox.policy import Policy
from autograder.sandbox.supervisor import Ending, Kind, Run, run
from autograder.sandbox.transcript import CellError, CellResult

__all__ = [
    "Availability",
    "CellError",
    "CellResult",
    "CellStep",
    "Ending",
    "Fact",
    "Job",
    "Kind",
    "Policy",
    "ProbeStep",
    "Run",
    "SandboxUnavailable",
    "Step",
    "available",
    "run",
]
