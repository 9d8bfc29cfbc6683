# `make site` builds the site from source_texts/ into site/; `make test` runs the tests.
# Both create what they need in .venv/ first. PYTHON=python3.12 chooses another interpreter.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: site serve test test-slow fuzz lint chromium gallery table-pictures man lock clean

site: $(INSTALLED)
	$(BIN)/hexapla build

serve: $(INSTALLED)
	$(BIN)/mkdocs serve

# Tests start many processes, so compiled modules are kept, also where the environment asks for none.
test: export PYTHONDONTWRITEBYTECODE :=
test: export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/pycache
test: lint chromium
	$(BIN)/pytest -n 2 --dist loadgroup --no-loadscope-reorder -m "not slow"

test-slow: $(INSTALLED) chromium
	$(BIN)/pytest -m "slow or hypothesis" --hypothesis-profile thorough

# Texts and files that a machine makes up, guided by coverage; atheris comes for a few systems only.
SECONDS_EACH ?= 300
fuzz: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python tests/fuzz.py segment -max_total_time=$(SECONDS_EACH)
	$(BIN)/python tests/fuzz.py read -max_total_time=$(SECONDS_EACH)
	$(BIN)/python tests/fuzz.py packed -max_total_time=$(SECONDS_EACH)

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# A browser for the tests that look at pages: one on the PATH, else one that can be installed.
chromium: $(INSTALLED)
	$(BIN)/python tests/chromium.py

# The pictures of docs/gallery.md, taken anew from the specimens.
gallery: chromium
	$(BIN)/python tests/gallery.py

# The pictures of docs/guide/table-profiles.md; needs LibreOffice and Poppler.
table-pictures: $(INSTALLED)
	PYTHONPATH=tests $(BIN)/python tests/table_pictures.py

# The manual page that the wheel installs, written anew from the command's help.
man: $(INSTALLED)
	$(BIN)/python .ci/man_page.py

$(INSTALLED): requirements.lock pyproject.toml packaging/hexapla/pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hexapla needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . ./packaging/hexapla
	touch $@

# Choose versions anew within the bounds of pyproject.toml; needs uv. The group holds what the other extras ask for.
lock:
	uv pip compile pyproject.toml --upgrade --extra site --group dev --universal --python-version 3.11 \
	  --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) site build dist
