# `make` alone lists the targets. Everything lives in .venv and instance/: deleting both undoes it.

PYTHON ?= python3
BIN := .venv/bin
# The addresses of `make run` are on this machine only.
PORT ?= 8000
# A quiet pip that asks nothing and does not look for a newer itself.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
UV ?= uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --custom-compile-command 'make constraints'
BUILD_BACKEND := printf 'hatchling>=1.25\neditables>=0.5\n'
QUICK := not browser and not proof and not slow

.DEFAULT_GOAL := help
.PHONY: help run test check proof constraints clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The lists of a registry end after two weeks, so a demo region older than one is made anew.
run: .venv/ready-run ## install, make the demo region, and serve the page, the wallet and the registry
	@test -n "$$(find instance/made -mtime -7 2>/dev/null)" || { rm -rf instance/region \
	    && $(BIN)/badge-registry demo instance/region && touch instance/made; }
	@$(BIN)/badge-wallet serve --demo instance --port $(PORT)

test: .venv/ready-dev ## everything that CI runs; sets up what it needs by itself
	@sh tools/system-packages
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python -m pytest -n $(or $(JOBS),2)

check: .venv/ready-dev lint ## format, lint, types, floors and the fast tests: under a minute
	@$(BIN)/python -m pytest -m '$(QUICK)' --hypothesis-profile quick -n $(or $(JOBS),2)

.PHONY: lint
lint: .venv/ready-dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy

proof: .venv/ready-dev ## the long runs: all kills, all mutants, foreign programs, both databases
	@sh tools/system-packages
	@$(BIN)/python -m pytest --proof

constraints: ## lock every dependency with its hashes, after pyproject.toml changed (needs uv)
	@$(BUILD_BACKEND) | $(LOCK) pyproject.toml - --all-extras -o constraints.txt
	@$(BUILD_BACKEND) | $(LOCK) pyproject.toml - --extra images --extra pdf \
	    -c constraints.txt -o constraints-run.txt

clean: ## remove what make, the tests and the demo wrote
	@rm -rf .venv instance build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment is ready once for a given pyproject.toml and list of constraints. The list
# for developers holds all of the list for running, at the same versions.
.venv/ready-run: pyproject.toml constraints-run.txt
	@$(call install,constraints-run.txt)

.venv/ready-dev: pyproject.toml constraints.txt
	@$(call install,constraints.txt)
	@touch .venv/ready-run

define install
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo 'Python 3.11 or newer is needed. Name it: make PYTHON=python3.12'; exit 1; }
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	echo 'Installing the packages of $(1) into .venv'
	$(PIP) install --require-hashes -r $(1)
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@
endef
