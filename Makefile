# The front door, no logic: every target sets the environment up first if it is not there yet.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
CORPUS ?= data/sample
ARTICLES ?=
NAME ?=
FROM ?=
BENCHMARKS ?=
# In a container everybody is root; JupyterLab asks to be told so.
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: rebuild test test-slow test-all lab corpus measure bench lint clean lock picture

rebuild: $(READY)  ## build the reports of CORPUS; its articles come from ARTICLES where they are kept elsewhere
	@$(BIN)/python -m helpers.pipeline --corpus "$(CORPUS)" $(if $(ARTICLES),--articles "$(ARTICLES)")

test: $(READY)  ## the quick tests: within three minutes
	@$(BIN)/python -m pytest -q -m "not slow" -n auto

test-slow: $(READY)  ## the rest, which kill builds and fill disks: within a quarter of an hour
	@$(BIN)/python -m pytest -q -m slow -n auto --dist loadgroup --durations=12

test-all: test test-slow  ## both

lab: $(READY)  ## JupyterLab on the notebooks
	@$(BIN)/jupyter lab --notebook-dir=. --ip=127.0.0.1 $(AS_ROOT) notebooks/01_cleaning.ipynb

corpus: $(READY)  ## begin data/NAME from a folder of articles
	@$(BIN)/python -m helpers.corpus --name "$(NAME)" --from "$(FROM)"

measure: $(READY)  ## every benchmark found in BENCHMARKS and all hand coding; writes data/measured.json
	@$(BIN)/python -m helpers.measure $(if $(BENCHMARKS),--benchmarks "$(BENCHMARKS)")

bench: $(READY)  ## how long builds and articles take, against their bounds
	@$(BIN)/python -m helpers.bench

lint: $(READY)
	@$(BIN)/ruff check .

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Counterpoint needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	@echo "Setting up $(VENV) from requirements.txt: one to three minutes and about 1 GB, once."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock:  ## compile the lock again from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.txt

clean:  ## remove what builds leave and the environment
	rm -rf $(VENV) outputs/*/ outputs/.builds outputs/.drafts outputs/.failed outputs/.memory outputs/.bench

picture: $(READY)  ## draw the README's picture again from the last build of data/palmyra-2016
	@$(BIN)/python -m helpers.reports.picture outputs/palmyra-2016 data/palmyra-2016/board.svg
