# Every verb of daily work. `make` alone prints them.
BIN := .venv/bin
CODE := inburgering monitoring tests manage.py
TEMPLATES = $(shell find templates -name '*.html' 2>/dev/null)
TOOLS := docker/installeren.sh tests/requirements.txt
# What of pytest itself a table of the law does not need: half the time of its run.
BARE := -p no:logging -p no:warnings -p no:unraisableexception -p no:threadexception
MANAGE := DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py

.PHONY: help run test test-wet e2e check fix bench vijandig requirements demo docs

help: ## print the verbs
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: ## serve the demo municipality on this machine; Ctrl-C stops it
	@docker/installeren.sh
	@VENV=.venv exec docker/starten.sh demo

test: ## run every test on every database that is here
	@$(TOOLS)
	@$(BIN)/python -m tests.draai

test-wet: ## run the book of the law alone (seconds)
	@$(TOOLS)
	@env -u PYTHONDONTWRITEBYTECODE PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 $(BIN)/python -W error -m pytest -q $(BARE) tests/wet

e2e: ## run the journeys in the browser
	@$(TOOLS)
	@$(BIN)/python -m tests.draai browser

check: ## look at style, types, floors, migrations, pins and pages; change nothing
	@$(TOOLS)
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(if $(TEMPLATES),@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES))
	$(if $(TEMPLATES),@$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES))
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) schets --check
	$(BIN)/python -m tests.eisen --check

fix: ## let the tools mend what they can
	@$(TOOLS)
	$(BIN)/ruff check --fix $(CODE); $(BIN)/ruff format $(CODE)
	$(if $(TEMPLATES),@$(BIN)/djade --target-version 5.2 $(TEMPLATES); $(BIN)/djhtml --tabwidth 2 $(TEMPLATES))

bench: ## measure on 100,000 cases, beside the same work in plain SQL
	@$(TOOLS)
	@$(BIN)/python -m tests.bench

vijandig: ## send ten thousand hostile uploads and typed values (VIJANDIG=500: fewer)
	@$(TOOLS)
	@$(BIN)/python -m tests.vijandig --aantal $${VIJANDIG:-10000}

requirements: ## compile the pins anew, as of a week ago
	@$(TOOLS)
	@$(BIN)/python -m tests.eisen

demo: ## throw the demo municipality away and make it anew
	@docker/installeren.sh
	@VENV=.venv docker/starten.sh demo-anew

docs: ## write the pages that come out of the tables
	@$(TOOLS)
	$(MANAGE) schets
