"""The words in which supervisor and worker speak, known to both sides.

A job is one frame on the worker's standard input:

    {"seed": int, "filters": [array of bytes, ...], "limits": {name: int}, "steps": [step, ...]}

and a step is one of

    {"kind": "cell", "index": int, "source": str}
    {"kind": "probe", "exercise": str, "probe": str, "name": str, "cases": [(arg, ...), ...]}

The worker answers with frames on its result pipe, in this order: "ready"; for each step
"cell-started" and "cell-finished", or "probe-started" and "probe-finished", with the step's number
in the job ("step"); "done". A finished cell carries "error" (None, or a dict of "type", "message"
and "line") and "outputs" (nbformat 4), a finished probe "observations"; both "peak", the most
memory in bytes that was resident so far.
"""

from __future__ import annotations

from typing import Final

READY: Final = "ready"
DONE: Final = "done"
STARTED: Final = {"cell": "cell-started", "probe": "probe-started"}
FINISHED: Final = {"cell": "cell-finished", "probe": "probe-finished"}

EXIT_OUT_OF_MEMORY: Final = 97
"""The worker's exit code when memory does not even suffice to report so."""

EXIT_BROKEN: Final = 98
"""The worker's exit code when its own functions no longer work (student code patched them)."""

PACKAGE: Final = "course_lib"
"""The library of which a job may show modules."""
