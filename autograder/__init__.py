"""The course's grader: checks an answer at once in a notebook, and a whole class in a sandbox.

The way of a submission, module by module:

    course, classroom   the course's folder and settings; who has handed in what
    build, release      text source -> executed solution -> student notebook
    exercises           what each exercise asks: cases, reference, tolerance, mistakes
    submission          untrusted file -> sanitised notebook and a plan of execution
    sandbox             runs the plan in isolation: worker and probes beside the student's code
    probes              what is observed there, and the plain data in which it crosses the boundary
    marking, judge      observations against the reference -> a verdict
    matching            when two pieces of plain data agree
    diagnosis, patterns the mistake behind the failures
    engine, store       all of this for a class, in parallel, taken up again after an interruption
    gradebook           nbgrader's database (database, mastercells, marks are its parts)
    feedback, report    pages for students and for the class (pages, analysis, figures, ...)
    tables, export      CSV files and learning management systems
    check, box          the notebook's front end: the same probes and judge, and the coloured box
    cli, summary        the command line and what it prints; doctor says what the machine can do

A test (`tests/project/test_import_rules.py`) holds who may import whom.
"""
