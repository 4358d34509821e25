"""From a student's untrusted file to a plan of execution in which only the answers are theirs."""

from autograder.submission.plan import CellStep, ProbeStep, Sanitised, Step, sanitise, without
from autograder.submission.reading import read
from autograder.submission.template import CourseCell, Release, load_release, release_of

__all__ = [
    "CellStep",
    "CourseCell",
    "ProbeStep",
    "Release",
    "Sanitised",
    "Step",
    "load_release",
    "read",
    "release_of",
    "sanitise",
    "without",
]
