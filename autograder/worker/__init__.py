"""Runs one job beside student code: cells and probes in, plain data out.

This is the process inside the sandbox. It imports only the standard library, NumPy, IPython and
`autograder.probes`, holds nothing worth stealing and is not believed: what it reports is checked
by the supervisor. Student code shares its interpreter and may break it; that costs the student's
own result and nothing else.
"""
