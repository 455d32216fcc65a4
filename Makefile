# The two commands of this course, and the smaller ones they are made of.
#   make course           install, build, serve on http://127.0.0.1:8000   (PORT=8001, OPEN=0)
#   make test             everything that CI runs

PORT ?= 8000
OPEN ?= 1
PYTHON ?= python3
WORKERS ?= 2

BIN := .venv/bin
# Node may come from PyPI, in .venv; what runs below finds it, and jupyter, there.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# A notebook must see the same machine everywhere.
export PYTHONHASHSEED := 0
export PYDEVD_DISABLE_FILE_VALIDATION := 1
# Compiled Python is kept, whatever the machine's habit: pytest would otherwise rewrite every test at every run.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help course setup compile notebooks build serve offline test test-fast fast-scripts fast-core fast-rest lint style scripts unit nbval chromium firefox grammalecte browser bench \
        requirements clean

help: ## what can be typed here
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

course: ## install everything here, build the course, serve it (PORT=8000, OPEN=1)
	@$(PYTHON) scripts/bootstrap.py --port $(PORT)
	@$(BIN)/denouement build
	@exec $(BIN)/denouement serve --port $(PORT) $(if $(filter 0 non no,$(OPEN)),--no-open)

setup:
	@$(PYTHON) scripts/bootstrap.py

compile: setup ## book/ -> the data of every question, chart, lab
	@$(BIN)/denouement compile

notebooks: setup ## book/ -> notebooks/, exercises/, solutions/ (committed)
	@$(BIN)/denouement notebooks

build: setup ## the static site, in _build/html (nothing to do: says so at once)
	@$(BIN)/denouement build

serve: build ## serve the site again
	@exec $(BIN)/denouement serve --port $(PORT) $(if $(filter 0 non no,$(OPEN)),--no-open)

offline: build ## one zip for a USB stick, in _build/offline
	@$(BIN)/denouement offline

test: chromium firefox lint build unit nbval browser ## everything that CI runs; never skips

test-fast: style grammalecte compile ## no kernel, no browser, no walk of a whole grid: within 20 s
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target fast-core fast-rest fast-scripts

fast-scripts:
	@node --test --test-reporter=dot $(filter-out %.thorough.test.js,$(NODE_TESTS))

# Two halves, one process each, and each reads its own: workers of one pytest would all read everything first.
FAST_CORE := $(addprefix tests/unit/,assessments charts exercises grading interviews labs models questions)
FAST_PYTEST := DENOUEMENT_EXAMPLES=fast $(BIN)/python -m pytest -p no:nbval -p no:xdist -m "not kernel and not thorough"

fast-core:
	@$(FAST_PYTEST) $(FAST_CORE)

fast-rest:
	@$(FAST_PYTEST) tests/unit tests/notebooks $(addprefix --ignore=,$(FAST_CORE))

lint: style grammalecte ## style, types of the scripts, freshness of the notebooks, French
	@$(BIN)/denouement notebooks --check
	@$(BIN)/denouement proofread

style: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@node_modules/.bin/tsc -p web/jsconfig.json

NODE_TESTS = $(or $(shell find web/tests -name '*.test.*js'),$(error no script test under web/tests))

scripts: compile
	@node --test --test-reporter=dot $(NODE_TESTS)

unit: scripts grammalecte ## pytest without a browser, after the scripts' own tests
	@$(BIN)/python -m pytest tests -m "not browser" -n $(WORKERS) --dist loadfile

nbval: compile ## every committed notebook, run again and compared
	@$(BIN)/python scripts/check_notebooks.py --workers $(WORKERS) notebooks exercises solutions

grammalecte: setup
	@$(BIN)/python -m scripts.grammalecte

chromium: setup
	@$(PYTHON) -m scripts.chromium

firefox: setup
	@$(PYTHON) -m scripts.firefox

browser: chromium firefox build ## the site in a real Chromium, and the exercises in Firefox too
	@$(BIN)/python -m pytest tests -m browser

bench: chromium build ## weight and speed beside Jupyter Book's default build; build times
	@$(BIN)/python -m bench

requirements: ## resolve requirements.in again and pin the result (a developer's task)
	@$(PYTHON) scripts/requirements.py

clean: ## remove what is generated and not committed; what is installed stays
	rm -rf _build src/denouement/data src/denouement/site/static src/denouement/widgets/static
	rm -rf .pytest_cache .ruff_cache .cache
