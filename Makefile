# The two commands of the README are `make run` and `make test`. Both make their own environment in .venv;
# nothing outside this folder is written, and root is not needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export PYTHONUTF8 := 1

.PHONY: run test test-clients lint check bench bench-serving lock clean
.DEFAULT_GOAL := run

run: $(VENV)/run.stamp
	$(BIN)/kg build
	$(BIN)/kg serve --port $(PORT) $(if $(CORPUS),--corpus $(CORPUS))

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto

# Clients that need node and a Chromium (CHROMIUM, else one of the path); their packages stay in tests/clients.
test-clients: $(VENV)/dev.stamp
	cd tests/clients && npm ci --no-audit --no-fund --silent
	KG_CLIENTS=1 $(BIN)/python -m pytest tests/clients

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check kg tests
	$(BIN)/ruff check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m kg.terms.generate --check
	$(BIN)/python -m kg.ingest.recordschema --check

check: lint test

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench

# The peer has an environment of its own: its needs are not ours.
bench-serving: $(VENV)/dev.stamp
	$(PYTHON) -m venv $(VENV)/peer
	$(VENV)/peer/bin/python -m pip --disable-pip-version-check --quiet install "rdflib-endpoint>=0.6" uvicorn
	$(BIN)/python -m tests.bench.serving $(VENV)/peer/bin/python

# Hashes, no addresses: the lock says what is installed, not where from.
lock: $(VENV)/dev.stamp
	$(PIP) install pip-tools
	$(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-header --extra lock -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-header --extra lock --extra dev -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) tests/clients/node_modules .kg .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("award-kg needs Python 3.11 or newer, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
