"""Says which committed notebooks are not what their sources give, without executing anything."""

from __future__ import annotations

import sys

from autograder import build, release
from autograder.course import open_course


def main() -> int:
    course = open_course()
    stale = [
        *(f"solution of {unit}" for unit in course.units if not build.is_fresh(unit, course)),
        *(f"release of {unit}" for unit in course.units if not release.is_fresh(unit, course)),
    ]
    for one in stale:
        print(f"stale: {one}; run `make build`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
