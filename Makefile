# Every target sets up what it needs; `make help` lists them.
# PYTHON=…     the interpreter to make .venv with (default: the first of 3.11, 3.12, 3.13)
# LAB_DIR=…    the folder that JupyterLab shows (default: notebooks)
# LAB_ARGS=…   options for JupyterLab, such as --no-browser --port 8899
# TEST_ARGS=…  options for pytest, such as -k perceptron

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
export PYTHON
# One thread each for the linear algebra: several processes run at once, and a sum whose order
# depends on the number of threads does not repeat to the last digit.
export OPENBLAS_NUM_THREADS := 1

python := .venv/bin/python
ready := .venv/set-up.txt
# An environment that was moved, or whose Python is gone, is made again.
moved := $(shell test -x $(python) && grep -qsxF "root = $$(pwd -P)" $(ready) || echo moved)

.PHONY: help setup grade test nbval lab build lint bench lock clean moved

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## /  make \1	/p' Makefile

setup: $(ready)  ## make .venv from requirements.lock; every other target does it by itself
	@:

grade: $(ready)  ## grade the sample class and compare the result with what is known to be right
	@$(python) samples/make_class.py
	@$(python) -m autograder grade samples/class --output grading --seed 2026 || test $$? -eq 1
	@$(python) samples/compare.py grading

test: $(ready)  ## run all tests, and nbval
	@$(python) -m pytest -n 2 --dist loadfile $(TEST_ARGS)
	@$(MAKE) --no-print-directory nbval

nbval: $(ready)  ## run the solutions and compare every cell with its stored output
	@$(python) -m pytest -n 2 --dist loadfile --nbval --nbval-current-env \
		--nbval-sanitize-with tests/notebooks/sanitize.cfg solutions/*/*.ipynb

lab: $(ready)  ## open the notebooks in JupyterLab
	@$(python) -m jupyterlab --notebook-dir "$(or $(LAB_DIR),notebooks)" $(LAB_ARGS)

build: $(ready)  ## build both notebooks of every unit from solutions/*/*.py
	@$(python) -m autograder build
	@$(python) -m autograder release

lint: $(ready)  ## check style, format and types
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy

bench: $(ready)  ## run the benchmarks
	@found=; for benchmark in benchmarks/*.py; do \
		[ -f "$$benchmark" ] || continue; found=yes; $(python) "$$benchmark" || exit; \
	done; [ "$$found" ] || echo "no benchmarks yet: benchmarks/ holds no *.py"

lock: $(ready)  ## bring requirements.lock up to date with pyproject.toml (LOCK_ARGS=--upgrade for newer versions)
	@sh scripts/lock.sh $(LOCK_ARGS)

clean:  ## remove results and caches, but not .venv
	@rm -rf grading autograded .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -path ./.venv -prune -o -type d -name __pycache__ -exec rm -rf {} +

$(ready): requirements.lock pyproject.toml scripts/setup.sh scripts/setup.py $(moved)
	@sh scripts/setup.sh
