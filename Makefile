# make kg     installs into .venv and builds seeds/ into outputs/
# make test   installs what tests need and runs every check
# make check  the same; `.ci/run` calls it too: there is one list of steps

PYTHON ?= python3
PY := .venv/bin/python
# A virtual environment without pip of its own (Debian without python3-venv) is filled by the pip outside it.
PIP = $$($(PY) -c 'import pip' 2>/dev/null && echo $(PY) -m pip || echo $(PYTHON) -m pip --python $(PY))
INSTALL = $(PIP) install --quiet --disable-pip-version-check --constraint constraints.txt
SOURCES := $(shell find kg ontology seeds -type f ! -name '*.pyc')
WHEN_GONE := $(if $(wildcard outputs/graph.html),,FORCE)

.PHONY: kg test check clean FORCE

kg: .venv/built
	@echo "outputs/graph.html      the graph, to be opened in a browser"
	@echo "outputs/graph.ttl       the same as Turtle; try: $(PY) -m kg query outputs attendance"
	@echo "outputs/statements.jsonl and the other tables; try: $(PY) -m kg stats outputs"

.venv/built: .venv/installed $(SOURCES) $(WHEN_GONE)
	$(PY) -m kg build seeds --output outputs
	@touch $@

test: check

check: .venv/tools
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m kg check
	$(PY) -m pytest -n 2 --dist loadfile

.venv/tools: .venv/installed
	@echo 'installing what the tests need into .venv'; $(INSTALL) --editable '.[test]'
	@touch $@

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv .venv || $(PYTHON) -m venv --clear --without-pip .venv
	@echo 'installing into .venv'; $(INSTALL) --editable .
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
