"""The errors that autograder raises on purpose, each with its exit code on the command line.

    AutograderError              1   something of ours went wrong, said in one line
    ├── UsageError               2   the caller asked for something that cannot be done
    │   ├── UnknownUnit          2
    │   ├── UnknownExercise      2
    │   ├── OutputInUse          2   another run writes into the same folder
    │   └── GradebookError       2   the gradebook cannot be opened or is no database
    ├── SandboxUnavailable       2   the machine cannot isolate student code
    └── UnreadableSubmission     1   a file is no notebook: one row in the results, no more

A student's failure is not an error: it is a `Verdict`.
"""

from __future__ import annotations


class AutograderError(Exception):
    """Base of all errors raised on purpose; its text is one line for a person."""

    exit_code = 1


class UsageError(AutograderError):
    """The command or function was called with something that cannot work."""

    exit_code = 2


class OutputInUse(UsageError):
    """Another process writes its results into the same folder."""


class UnknownUnit(UsageError):
    """No unit of that name exists in the course."""


class UnknownExercise(UsageError):
    """No exercise of that identifier exists in the course."""


class GradebookError(UsageError):
    """The gradebook cannot be opened, or holds something else."""


class SandboxUnavailable(AutograderError):
    """Student code cannot be isolated on this machine; the text says what to install."""

    exit_code = 2


class UnreadableSubmission(AutograderError):
    """A submitted file cannot be read as a notebook; the text says why."""
