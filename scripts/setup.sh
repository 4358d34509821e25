#!/bin/sh
# Finds a Python that can make the environment, and hands over to setup.py.
# PYTHON=/path/to/python names one to try first.
set -u
cd "$(dirname "$0")/.." || exit 1

# Prints the interpreter itself (not a virtual environment around it), or says what it lacks.
probe='
import sys
version = "%d.%d.%d" % sys.version_info[:3]
if sys.version_info < (3, 11):
    sys.exit("is Python %s, older than 3.11" % version)
if sys.version_info >= (3, 14):
    sys.exit("is Python %s, newer than TensorFlow has packages for" % version)
try:
    import ensurepip, venv
except ImportError:
    sys.exit("is Python %s without venv and ensurepip (Debian: apt install python%d.%d-venv)"
             % (version, sys.version_info[0], sys.version_info[1]))
print(sys._base_executable or sys.executable)
'

tried=
for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
    [ -n "$candidate" ] || continue
    if ! command -v "$candidate" >/dev/null 2>&1; then
        answer='is not there'
    elif answer=$("$candidate" -I -c "$probe" 2>&1); then
        exec "$answer" -I scripts/setup.py
    fi
    tried="$tried
  $candidate $(printf '%s\n' "$answer" | tail -n 1)"
done

cat >&2 <<END
set-up: found no Python 3.11, 3.12 or 3.13 that can make a virtual environment. Tried:$tried
Install one (Debian, Ubuntu: apt install python3 python3-venv · Fedora: dnf install python3.13
· macOS: brew install python@3.13), or name one: make PYTHON=/path/to/python3.11
END
exit 1
