"""What runs beside student code, and the plain data in which it reports.

The only part of the package that the sandbox shows, with the worker; it imports nothing else of it.
"""

from autograder.probes.call import PROBES, Probe, observe, observe_target
from autograder.probes.frames import Frames, frame
from autograder.probes.limits import MESSAGE, VALUE, Limits, TooMuch, WireError
from autograder.probes.materials import is_material
from autograder.probes.observation import OUTCOMES, Observation, Outcome
from autograder.probes.plain import Foreign, Plain, fresh, same, snapshot, type_name
from autograder.probes.wire import dumps, loads

__all__ = [
    "MESSAGE",
    "OUTCOMES",
    "PROBES",
    "VALUE",
    "Foreign",
    "Frames",
    "Limits",
    "Observation",
    "Outcome",
    "Plain",
    "Probe",
    "TooMuch",
    "WireError",
    "dumps",
    "frame",
    "fresh",
    "is_material",
    "loads",
    "observe",
    "observe_target",
    "same",
    "snapshot",
    "type_name",
]
