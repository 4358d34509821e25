"""How long one epoch of a small network takes: course_lib, scikit-learn, Keras, products alone.

The network is 784-128-64-10 with ReLU, trained by Adam on the 60,000 images of Fashion-MNIST in
float32, in batches of 128. Each contender lives in a process of its own; they take turns, an
epoch each, so that a machine that is busy for a while slows all of them. The first turn warms up
and is not counted; the time is the median of the others. All are measured from the first batch
of an epoch to its last, with their loss recorded and no other metric. One long file, since each
process is this same file, started with the name of its contender.

    python benchmarks/epoch.py                          as for the table in README.md
    python benchmarks/epoch.py --samples 10000          quicker, with fewer images
    python benchmarks/epoch.py --only course_lib floor
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_lib import datasets

SIZES = [784, 128, 64, 10]
BATCH_SIZE = 128
LEARNING_RATE = 0.001
SEED = 1957
ONE_THREAD = dict.fromkeys(["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"], "1")
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow", "CUDA_VISIBLE_DEVICES": "-1"}

Images = NDArray[np.floating[Any]]
Labels = NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Task:
    """Data for all contenders, and how many epochs to train: one to warm up, the rest timed."""

    X: Images
    y: Labels
    X_test: Images
    y_test: Labels
    epochs: int
    source: str


def load_task(samples: int, epochs: int) -> Task:
    """Fashion-MNIST as float32 rows from 0 to 1, or data of the same shape where it is absent."""
    try:
        (x, y), (x_test, y_test) = datasets.load_fashion_mnist(full=True)
        source = "Fashion-MNIST"
    except datasets.DatasetNotFound:
        (x, y), (x_test, y_test) = synthetic_images()
        source = "synthetic images (Fashion-MNIST is not installed)"
    X, X_test = (images.reshape(-1, 784).astype(np.float32) / 255 for images in (x, x_test))
    labels, test_labels = y.astype(np.int64), y_test.astype(np.int64)
    return Task(X[:samples], labels[:samples], X_test, test_labels, epochs, source)


def synthetic_images() -> tuple[datasets.ImagesAndLabels, datasets.ImagesAndLabels]:
    """Ten patterns under much noise, in the sizes of Fashion-MNIST."""
    rng = np.random.default_rng(SEED)
    patterns = rng.integers(0, 256, (10, 28, 28))
    sets = []
    for n in (60_000, 10_000):
        y = rng.integers(0, 10, n).astype(np.uint8)
        noise = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
        sets.append(((0.1 * patterns[y] + 0.9 * noise).astype(np.uint8), y))
    return sets[0], sets[1]


class Turn:
    """One contender's side of taking turns: wait for a line, run an epoch, print its seconds."""

    def begin(self) -> None:
        sys.stdin.readline()
        self.start = time.perf_counter()

    def end(self) -> None:
        print(time.perf_counter() - self.start, flush=True)


def course_lib_(task: Task, turn: Turn) -> float:
    from course_lib.network import mlp
    from course_lib.objectives import softmax_crossentropy
    from course_lib.optimizers import Adam
    from course_lib.training import Callback, accuracy, evaluate, fit

    class TakeTurns(Callback):
        def on_train_begin(self, network: object) -> None:
            turn.begin()

        def on_epoch_end(self, network: object, history: dict[str, list[float]]) -> bool:
            turn.end()
            if len(history["loss"]) < task.epochs:
                turn.begin()
            return False

    rng = np.random.default_rng(SEED)
    network = mlp(SIZES, rng, dtype=np.float32)
    fit(
        network,
        task.X,
        task.y,
        softmax_crossentropy,
        Adam(LEARNING_RATE),
        rng,
        epochs=task.epochs,
        batch_size=BATCH_SIZE,
        callbacks=[TakeTurns()],
    )
    return evaluate(network, task.X_test, task.y_test, softmax_crossentropy, [accuracy])["accuracy"]


def scikit_learn(task: Task, turn: Turn) -> float:
    import sklearn
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier(
        SIZES[1:-1],
        batch_size=BATCH_SIZE,
        learning_rate_init=LEARNING_RATE,
        alpha=0.0,
        random_state=SEED,
    )
    with sklearn.config_context(assume_finite=True):  # partial_fit would look for NaN each time
        for _ in range(task.epochs):
            turn.begin()
            model.partial_fit(task.X, task.y, classes=np.arange(10))
            turn.end()
    return float(model.score(task.X_test, task.y_test))


def keras_(task: Task, turn: Turn) -> float:
    import keras

    class TakeTurns(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch: int, logs: object = None) -> None:
            turn.begin()

        def on_epoch_end(self, epoch: int, logs: object = None) -> None:
            turn.end()

    keras.utils.set_random_seed(SEED)
    hidden = [keras.layers.Dense(n, activation="relu") for n in SIZES[1:-1]]
    model = keras.Sequential([keras.Input(SIZES[:1]), *hidden, keras.layers.Dense(SIZES[-1])])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(LEARNING_RATE), loss)
    options = {"epochs": task.epochs, "batch_size": BATCH_SIZE, "verbose": 0}
    model.fit(task.X, task.y, callbacks=[TakeTurns()], **options)
    outputs = model.predict(task.X_test, batch_size=1000, verbose=0)
    return float(np.mean(outputs.argmax(axis=1) == task.y_test))


def floor(task: Task, turn: Turn) -> float:
    """The matrix products of an epoch and nothing else: no program with this BLAS is faster."""
    rng = np.random.default_rng(SEED)
    weights = [rng.standard_normal(s).astype(np.float32) for s in pairwise(SIZES)]
    arrays = [rng.standard_normal((BATCH_SIZE, n)).astype(np.float32) for n in SIZES[1:]]
    for _ in range(task.epochs):
        turn.begin()
        for start in range(0, len(task.X), BATCH_SIZE):
            X = task.X[start : start + BATCH_SIZE]
            layers = [X, *(a[: len(X)] for a in arrays)]
            for a, W in zip(layers, weights, strict=False):
                a @ W  # forward
            for a, d_z in pairwise(layers):
                a.T @ d_z  # gradients of the weights
            for d_z, W in zip(layers[2:], weights[1:], strict=False):
                d_z @ W.T  # gradients of the hidden layers
        turn.end()
    return float("nan")


@dataclass(frozen=True)
class Contender:
    """Who takes part: the function that trains, and its process's environment."""

    name: str
    train: Callable[[Task, Turn], float]
    packages: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)

    def title(self) -> str:
        versions = (f"{name} {importlib.metadata.version(name)}" for name in self.packages)
        return ", ".join([self.name, *versions]) if self.packages else self.name


CONTENDERS = {
    "course_lib": Contender("course_lib", course_lib_, ["numpy"], ONE_THREAD),
    "scikit-learn": Contender("MLPClassifier", scikit_learn, ["scikit-learn"], ONE_THREAD),
    "keras": Contender("Model.fit", keras_, ["keras", "tensorflow-cpu"], QUIET),
    "floor": Contender("matrix products alone", floor, ["numpy"], ONE_THREAD),
}


@dataclass
class Result:
    """What was measured of one contender."""

    title: str
    seconds: list[float]
    accuracy: float

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def race(names: Sequence[str], samples: int, epochs: int) -> dict[str, Result]:
    """Let the contenders take turns, an epoch each, `epochs` times after one to warm up."""
    processes = {name: start(name, samples, epochs) for name in names}
    try:
        turns = [
            {name: take_turn(process) for name, process in processes.items()}
            for _ in range(1 + epochs)
        ]
        return {
            name: Result(
                CONTENDERS[name].title(),
                [turn[name] for turn in turns[1:]],
                answer(process),
            )
            for name, process in processes.items()
        }
    finally:
        for process in processes.values():
            process.kill()
            process.communicate()


def start(name: str, samples: int, epochs: int) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--samples", str(samples), "--epochs", str(epochs)]
    return subprocess.Popen(
        [*command, "--contender", name],
        env=os.environ | CONTENDERS[name].environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def take_turn(process: subprocess.Popen[str]) -> float:
    """Let a contender run one epoch; its seconds."""
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    return answer(process)


def answer(process: subprocess.Popen[str]) -> float:
    """The next number that a contender prints."""
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise SystemExit(f"a contender ended early: {process.args!r}")
    return float(line)


def table(results: dict[str, Result]) -> list[str]:
    """A Markdown table of the results, each compared with the first."""
    first = next(iter(results.values()))
    lines = [
        "| contender | seconds per epoch | range | against course_lib | test accuracy |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for result in results.values():
        low, high = min(result.seconds), max(result.seconds)
        accuracy = "" if np.isnan(result.accuracy) else f"{result.accuracy:.1%}"
        lines.append(
            f"| {result.title} | {result.median:.2f} | {low:.2f} to {high:.2f} "
            f"| {result.median / first.median:.2f} | {accuracy} |"
        )
    return lines


def claims(results: dict[str, Result]) -> list[str]:
    """What the course would like to say of its library, and whether this run bears it out."""
    ours, lines = results["course_lib"], []
    for name, factor, claim in [
        ("scikit-learn", 1, "no more time than scikit-learn"),
        ("keras", 3, "at most a third of Keras's time"),
    ]:
        if name in results:
            peer = results[name]
            lines.append(f"{claim}: {_said(factor * ours.median <= peer.median)}")
            equal = abs(ours.accuracy - peer.accuracy) <= 0.01
            lines.append(f"as accurate as {name}, within a point: {_said(equal)}")
    if {"keras", "floor"} <= results.keys():
        share = results["floor"].median / results["keras"].median
        lines.append(f"the matrix products alone take {share:.2f} of Keras's time")
    return lines


def _said(kept: bool) -> str:
    return "yes" if kept else "NO"


def machine() -> str:
    """The kind of processor, how many threads it has for us, and how busy it was."""
    try:
        information = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        models = [line.split(":", 1)[1].strip() for line in information if "model name" in line]
    except OSError:
        models = []
    model = models[0] if models else platform.machine()
    load = f", load {os.getloadavg()[0]:.1f} before the run" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} processors{load}; Python {platform.python_version()}"


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=60_000, help="training images to use")
    parser.add_argument("--epochs", type=int, default=5, help="epochs to time, after a first one")
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS))
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    options = parsed(arguments)
    task = load_task(options.samples, 1 + options.epochs)
    if options.contender:
        print(CONTENDERS[options.contender].train(task, Turn()), flush=True)
        return
    names = [name for name in CONTENDERS if name in options.only]
    today = dt.datetime.now(dt.UTC).date()
    print(f"{today}, {machine()}")
    print(f"{len(task.X)} images of {task.source}, median of {options.epochs} epochs\n")
    results = race(names, options.samples, options.epochs)
    print("\n".join(table(results)))
    if "course_lib" in results:
        print("\n" + "\n".join(claims(results)))


if __name__ == "__main__":
    main()
