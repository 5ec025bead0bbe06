# Époque: `make run` starts it, `make test` checks it. Both set up what is missing first.
# ARGS goes to the app: make run ARGS="--collection ~/trial.epoque"

BIN := .venv/bin
# Some machines ask for no byte code; then every process would compile every module of ours anew.
export PYTHONDONTWRITEBYTECODE :=
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null \
	&& echo $$p && break; done)
NO_PYTHON = Époque needs Python 3.11, 3.12, 3.13 or 3.14 and found none of them. \
	Install one, or name it: make PYTHON=/path/to/python3.12 run

run: .venv/ready-to-run
	@$(BIN)/python main.py $(ARGS)

test: check
	$(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not alone and not course"
	$(BIN)/pytest -q -m alone

check: .venv/ready-to-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

# The loop while writing: everything but the window, under a minute.
fast: .venv/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/pytest -q -n 2 tests/decks tests/db tests/sim tests/tools

# A real session through the real window, offscreen; the pictures go to docs/screens/.
demo screenshots: .venv/ready-to-test
	$(BIN)/python -m tests.journeys.demo docs/screens

bench: .venv/ready-to-test
	$(BIN)/python -m bench $(ARGS)

# Collect the words to translate, then compile the translations.
i18n: .venv/ready-to-test
	$(BIN)/python -m tools.translations

# What cards say of their experiments, run again with each card's settings: some minutes.
cards: .venv/ready-to-test
	$(BIN)/pytest -q -n 2 --dist loadfile -m course

# What db/statements/ says, as the SQL that the app runs.
sql: .venv/ready-to-test
	$(BIN)/python -m tools.statements

# docs/course-coverage.md: which notes teach each fact.
course: .venv/ready-to-test
	$(BIN)/python -m tools.course_coverage

# docs/study-simulation.md: 300 days of a simulated learner on the whole course; minutes.
study: .venv/ready-to-test
	$(BIN)/python -m tools.study_simulation

# What the app knows of the experiments, from their declarations.
catalogue: .venv/ready-to-test
	$(BIN)/python -m sim contents --write

# The tiles of the Lab, from a small run of every experiment.
thumbnails: .venv/ready-to-test
	$(BIN)/python -m tools.thumbnails

# The axes that predictions are drawn on; only what is new is run.
axes: .venv/ready-to-test
	$(BIN)/python -m tools.typical_axes

# constraints.txt and docs/licences.md, from what .venv holds.
pins: .venv/ready-to-test
	$(BIN)/python -m tools.pins
	$(BIN)/python -m tools.licences

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready-to-run .venv/ready-to-test: pyproject.toml constraints.txt
	@$(if $(PYTHON),,$(error $(NO_PYTHON)))
	@$(PYTHON) -m tools.setup_machine $(@:.venv/ready-to-%=%)

.PHONY: axes cards run test check fast demo screenshots bench catalogue i18n sql course study pins clean thumbnails
