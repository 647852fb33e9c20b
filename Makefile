# Maillage. `make` alone lists what it can do; Python 3.11 or later and make are all it needs.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# Tests run on every core; JOBS=0 runs them in one process, PYTEST_ARGS adds options and paths.
JOBS ?= auto
PYTEST_ARGS ?=

BIN := .venv/bin
CODE := graph queries importers api tests scripts bench
ASSETS := api/static/vendor/LICENSES.txt
TEST_ASSETS := tests/vendor/axe.min.js
export PYTHON

.PHONY: help install dev assets serve browser neo4j test bench check schema format lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: .venv/.installed ## .venv with the command maillage and its locked dependencies

dev: .venv/.installed-dev ## the same, with what tests and checks need

assets: $(ASSETS) ## the pages' scripts and styles, served by Maillage itself

serve: .venv/.installed $(ASSETS) ## set up, import the data and start: HOST=, PORT=, MAILLAGE_STORE=
	$(BIN)/maillage import bundle data/vocabularies data/territories data/frameworks
	$(BIN)/maillage import fiche data/fiches/*.yaml
	exec $(BIN)/maillage serve --host $(HOST) --port $(PORT)

browser: .venv/.installed-dev ## a headless Chromium for the tests, its path in .browser
	@$(BIN)/python scripts/prepare_browser.py

neo4j: .venv/.installed-dev ## a Neo4j server for the tests, kept in .neo4j
	@$(BIN)/python -m scripts.prepare_neo4j

test: .venv/.installed-dev $(ASSETS) $(TEST_ASSETS) browser neo4j ## set up and run every test: JOBS=, PYTEST_ARGS=
	@$(BIN)/pytest -n $(JOBS) --dist worksteal $(PYTEST_ARGS)

bench: .venv/.installed-dev neo4j ## measure beside named alternatives and write bench/RESULTS.md (half an hour)
	@$(BIN)/python -m bench.everything

check: .venv/.installed-dev ## ruff, mypy --strict, direction of dependencies
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports

schema: .venv/.installed-dev ## write the snapshot of the GraphQL schema again
	$(BIN)/python -c 'from api.graphql.schema import schema; print(schema.as_str())' > api/graphql/schema.graphql

format: .venv/.installed-dev ## put the code in the project's style
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

lock: ## write the lock files again from pyproject.toml; UPGRADE=1 takes the newest versions
	@sh scripts/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## forget everything that make brought or built
	rm -rf .venv .uv node_modules api/static/vendor tests/vendor .browser .neo4j dist
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find graph queries importers api tests scripts -name __pycache__ -prune -exec rm -rf {} +

# Stamps: a second call finds its work done. The set for development holds the other one.
INSTALLER := pyproject.toml scripts/install.sh scripts/uv.sh requirements-uv.lock

.venv/.installed: $(INSTALLER) requirements.lock requirements-build.lock
	@sh scripts/install.sh runtime
	@rm -f .venv/.installed-dev
	@touch $@

.venv/.installed-dev: $(INSTALLER) requirements.lock requirements-build.lock requirements-dev.lock
	@sh scripts/install.sh dev
	@touch .venv/.installed $@

ASSET_SOURCES := package.json package-lock.json .npmrc scripts/prepare_assets.py

$(ASSETS): $(ASSET_SOURCES) | .venv/.installed
	@$(BIN)/python scripts/prepare_assets.py

$(TEST_ASSETS): $(ASSET_SOURCES) | .venv/.installed-dev $(ASSETS)
	@$(BIN)/python scripts/prepare_assets.py --dev
