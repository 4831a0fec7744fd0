# Two commands for a new machine: `make demo` and `make test`. Each sets up `.venv` first, once.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check floors env bench docs golden constraints clean
.DEFAULT_GOAL := demo

demo: env  ## the whole job on the bundled damaged site, offline
	@$(BIN)/listmend demo

test: env  ## every test
	@$(BIN)/pytest -n 2 --dist loadfile

check: env  ## style, types, walls between packages, the wheel in an empty environment
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.packaging

floors: env  ## the tests with the oldest release of each dependency that pyproject.toml allows
	@$(BIN)/python -m tests.floors

bench: env  ## speed against the libraries one by one, and where the time goes
	@$(BIN)/python -m bench

env: $(READY)

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "listmend needs Python 3.11 or newer with venv (Debian: apt install python3-venv)"; exit 2; }
	@echo "setting up $(VENV) with $$($(PYTHON) --version), once; about a minute"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
	@echo "$(VENV) is ready"

constraints:  ## pin every dependency again, with hashes
	@$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group dev --all-extras --upgrade pyproject.toml --output-file constraints.txt

docs: env  ## the generated parts of the docs
	@$(BIN)/python -m scraper.site_files.schema
	@$(BIN)/python -m docs.reference

golden: env  ## the rows of captured pages that have none yet, for review
	@$(BIN)/python -m tests.golden.captured

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
