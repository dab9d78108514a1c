# make        set up .venv, then rebuild what changed: tables, figures, notebooks
# make test   set up .venv, then run the tests
# make lab    set up .venv, then open the notebooks in JupyterLab
# make lint   set up .venv, then check style and types
# make lock   renew requirements.lock from pyproject.toml (needs uv)

PYTHON := .venv/bin/python
READY := .venv/.ready
PYENV := $(or $(PYENV_ROOT),$(HOME)/.pyenv)
CANDIDATES := python3.12 python3.13 python3 python \
	$(wildcard $(PYENV)/versions/3.1[23].*/bin/python) \
	$(wildcard $(HOME)/.local/share/uv/python/cpython-3.1[23].*/bin/python3)
FITS := import ensurepip, sys, venv; sys.exit(not (3, 12) <= sys.version_info[:2] <= (3, 13))

.PHONY: all test lab lint lock

all: $(READY)
	@$(PYTHON) -m analysis run

test: $(READY)
	@$(PYTHON) -m pytest -n 2

lab: $(READY)
	@$(PYTHON) -m jupyterlab notebooks

lint: $(READY)
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy analysis

lock:
	uv pip compile pyproject.toml --universal --python-version 3.12 --all-extras --upgrade \
		--generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock

$(READY): .venv/.locked pyproject.toml
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.locked: requirements.lock
	@if ! $(PYTHON) -c '$(FITS)' 2>/dev/null; then \
		for python in $(CANDIDATES) none; do "$$python" -c '$(FITS)' 2>/dev/null && break; done; \
		if [ "$$python" = none ]; then \
			echo "No Python 3.12 or 3.13 found: install one (Debian, Ubuntu: apt install python3.12-venv; macOS: brew install python@3.12; any system: uv python install 3.12)." >&2; \
			exit 1; \
		fi; \
		"$$python" -m venv --clear .venv; \
	fi
	@echo "Installing the pinned packages into .venv (once; a few minutes) ..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@
