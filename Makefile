# `make run` and `make test` need git, make and Python 3.11, nothing else.
# PORT=8001 takes another port. PYTHON=/path/to/python makes the environment with
# another Python (after `make clean`, where there is one already).
python := .venv/bin/python

.PHONY: help run test test-next lint format messages lock clean
.DEFAULT_GOAL := help

help: ## list these targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 18

run: ## demo site on http://127.0.0.1:8000 (PORT= changes it)
	@deploy/run.sh

test: ## all tests and checks, on SQLite
	@deploy/test.sh all

test-next: ## unit tests on the newest Wagtail release, in .venv-next
	@deploy/test-next.sh

lint: ## the checks of `make test` without the tests
	@deploy/test.sh checks

format: ## bring the code into the common form
	@deploy/environment.sh dev
	@$(python) -m ruff check --fix .
	@$(python) -m ruff format .
	@deploy/node.sh
	@deploy/node.sh format

messages: ## collect the texts to translate, compile the translations
	@deploy/messages.sh

lock: ## pin requirements*.txt and what runs on Node again (LOCK_OPTIONS=--upgrade for newer versions)
	@deploy/environment.sh dev
	@deploy/lock.sh $(LOCK_OPTIONS)

clean: ## remove what was installed and cached; var/ with the data stays
	rm -rf .venv .venv-next .venv.lock .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -rf tests/node/node_modules clients/typescript/node_modules clients/typescript/dist
	rm -rf examples/frontend/node_modules examples/frontend/site examples/frontend/.astro
