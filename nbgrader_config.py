"""Tells nbgrader how this course is laid out; `autograder release` reads the same settings.

Where the folders are, what students find in place of an answer, and which files never travel
with a notebook.
"""

import tomllib
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821  # traitlets defines it for this file

root = Path(__file__).resolve().parent
course = tomllib.loads((root / "course.toml").read_text(encoding="utf-8"))

c.CourseDirectory.course_id = course["name"]
c.CourseDirectory.root = str(root)
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"
c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"

# nbgrader copies every other file of a source folder into the release and over each submission.
# The text sources hold the answers: they must never be among them. nbgrader matches these with
# glob, to which "*.py" does not mean ".hidden.py"; hence the second pattern.
c.CourseDirectory.ignore = ["*.py", ".*", "__pycache__", "*.pyc", "feedback", "*~", "*.db"]

# What stands where an answer was. `autograder.check` knows it and answers kindly.
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError()"}
c.ClearSolutions.text_stub = "YOUR ANSWER HERE"

# `nbgrader autograde` also draws the pictures, which our own grading leaves out: give it time.
c.Execute.kernel_name = "python3"
c.Execute.timeout = 120
c.Execute.startup_timeout = 120
c.Execute.iopub_timeout = 60  # after its default of 4 s a busy machine loses a whole notebook
