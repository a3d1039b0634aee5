# `make help` lists what there is. The work is done by the small scripts in bin/.
SHELL := /bin/bash
PY := .venv/bin/python
COMPILE_OPTIONS := --universal --python-version 3.11 --strip-extras --no-header
FLASK := FLASK_SKIP_DOTENV=1 BIBLIONET_ENV=testing $(PY) -m flask --app wsgi

.DEFAULT_GOAL := help
.PHONY: help run test check lock format messages bench audit pictures clean tools

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: ## set everything up and serve the demonstration until Ctrl-C
	@bin/run

test: tools ## set everything up, check, and run the whole suite on SQLite and PostgreSQL
	@$(MAKE) --no-print-directory check
	@bin/test

check: tools ## format, lint, types, import law, message catalogues, installed packages
	$(PY) -m ruff format --check --quiet .
	$(PY) -m ruff check --quiet .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(FLASK) catalogue check
	$(PY) -m pip check --disable-pip-version-check

format: tools ## write the code the way `make check` wants it
	$(PY) -m ruff check --quiet --fix-only .
	$(PY) -m ruff format .

messages: tools ## gather the messages, derive Serbian Latin, compile
	$(FLASK) catalogue update

lock: tools ## pin the packages of requirements*.in anew
	$(PY) -m uv pip compile --quiet --upgrade $(COMPILE_OPTIONS) -o requirements.txt requirements.in
	$(PY) -m uv pip compile --quiet --upgrade $(COMPILE_OPTIONS) -o requirements-dev.txt requirements-dev.in

bench: tools ## measure what pages cost (tests/benchmarks)
	@for file in tests/benchmarks/[a-z]*.py; do $(PY) -m "tests.benchmarks.$$(basename "$$file" .py)" || exit 1; done

audit: ## the long checks (tests/audit); ONLY=lighthouse, ONLY="weights markup" and so on for some of them
	@bin/setup audit
	$(PY) -m pytest -p no:cacheprovider $(if $(ONLY),$(ONLY:%=tests/audit/test_%.py),tests/audit)

pictures: ## accept the key views as they look now (tests/audit/accepted)
	@bin/setup audit
	ACCEPT_PICTURES=1 $(PY) -m pytest -p no:cacheprovider tests/audit/test_pictures.py

clean: ## remove what was made here, except the data in instance/
	rm -rf .venv .ruff_cache .mypy_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.* test-results tests/audit/node/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

tools:
	@bin/setup tests
