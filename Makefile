# Two commands do all set-up on a fresh machine: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PORT ?= 8000

.PHONY: site test serve check bench lighthouse lint lock clean

site: $(VENV)/runtime  ## check the data and build _site/
	$(RUN) build.py build
	@echo "Se webbplatsen: make serve, och öppna sedan http://127.0.0.1:$(PORT)/"

serve: $(VENV)/runtime  ## show the site here and rebuild it when a file changes
	$(RUN) build.py serve --port $(PORT)

check: $(VENV)/runtime  ## check the data without building
	$(RUN) build.py check

test: lint  ## prove everything, in a real browser too
	$(RUN) -m tests.browser.install
	$(RUN) -m pytest -n auto

lint: $(VENV)/development
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/zizmor --offline --no-progress --quiet .github/workflows
	$(VENV)/bin/actionlint -shellcheck $(VENV)/bin/shellcheck -pyflakes=
	$(VENV)/bin/shellcheck .github/scripts/*.sh
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-issue-forms \
		$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

bench: $(VENV)/development  ## measure building against a peer, and the explorer's key strokes against a plain scan
	$(RUN) -m bench
	$(RUN) -m bench.spreadsheet
	$(RUN) -m tests.browser.install
	$(RUN) -m bench.explorer

lighthouse: $(VENV)/development  ## Lighthouse on each kind of page of the built site, as on a phone
	$(RUN) -m tests.browser.install
	$(RUN) -m bench.lighthouse

lock: $(VENV)/development  ## choose the newest versions anew, with hashes
	$(RUN) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --upgrade pyproject.toml --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header -o requirements/runtime.txt
	$(VENV)/bin/uv pip compile --quiet --upgrade pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header -c requirements/runtime.txt -o requirements/development.txt

clean:
	rm -rf $(VENV) .cache _preview _site _site.new _site.old tests/browser/node_modules bench/lighthouse/node_modules bench/search/node_modules

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 eller senare behövs. Ange vilken med: make site PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "Pythons venv saknas. På Debian och Ubuntu: sudo apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime: requirements/runtime.txt | $(VENV)/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/development: requirements/development.txt | $(VENV)/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@ $(VENV)/runtime
