# Two commands matter: `make run` and `make test`. Both build the environment they need first.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help env run test bench drill tamper lock messages plan kinds format clean

PORT ?= 8765
DATA ?=
BIN := .venv/bin
RUN_READY := .venv/ready-to-run
TEST_READY := .venv/ready-to-test
WORDS_READY := .venv/words-compiled
CATALOGUES := $(wildcard answerable/locale/*/*/LC_MESSAGES/django.po)

help: ## show this list
	@echo "Answerable: make run starts it, make test checks it. All commands:"
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

env: $(RUN_READY) $(WORDS_READY) ## build the private environment in .venv (the others call it)

$(RUN_READY): requirements.lock pyproject.toml tools/env tools/build_hook.py
	@tools/env run
	@touch $@ $(WORDS_READY)

$(TEST_READY): requirements-dev.lock $(RUN_READY)
	@tools/env test
	@touch $@

$(WORDS_READY): $(RUN_READY) $(CATALOGUES)
	@$(BIN)/python -m tools.messages --compile
	@touch $@

run: env ## start it on this machine (PORT=8765, DATA=folder)
	@exec $(BIN)/answerable run --host 127.0.0.1 --port $(PORT) $(if $(DATA),--data "$(DATA)")

test: env $(TEST_READY) ## run every check and test (what CI runs)
	@tools/packages
	@exec $(BIN)/python -m tools.check

bench: env $(TEST_READY) ## print one JSON line per figure
	@exec $(BIN)/python -m benchmarks

drill: env $(TEST_READY) ## kill it in the middle of appends, on each database: nothing acknowledged may be lost
	@exec $(BIN)/python -m benchmarks.drill

tamper: env $(TEST_READY) ## change every byte of a log in each database: nothing may go unnoticed
	@exec $(BIN)/python -m benchmarks.tamper

messages: env ## bring the German catalogues up to date with code and templates
	@exec $(BIN)/python -m tools.messages --update

plan: env ## write the table of rooms in docs/house.md anew
	@$(BIN)/python -m tools.plan

kinds: env ## write the table of entries in docs/entries.md anew
	@$(BIN)/python -m tools.kinds

format: env $(TEST_READY) ## let ruff format and fix what it can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

lock: ## write the locked dependencies anew (UPGRADE=1 takes newer versions)
	@tools/lock $(if $(UPGRADE),--upgrade)

clean: ## remove the environment, caches and built files
	rm -rf .venv build dist htmlcov tests/browser/out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f .coverage .coverage.*
	find answerable/locale -name '*.mo' -delete 2>/dev/null || true
	find answerable tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
