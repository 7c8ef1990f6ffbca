# Needs python3 (3.11 or newer) and make; everything else is installed into .venv, pinned and checked by hash.
# Every target can be repeated: what is already there is not made again.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ONRECORD := $(BIN)/onrecord
INPUT  ?= seeds/
OUT    ?= out/
JOBS   ?= 1
FUZZ_MINUTES ?= 20
PYTEST_ARGS ?= -n 2 --dist worksteal

PIP  := $(BIN)/python -m pip --disable-pip-version-check --no-input
HASHED := -qq --require-hashes --no-deps --no-build-isolation
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --strip-extras

# Many processes start here, and none should compile the modules anew.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: help graph test lint spark mutations audit gate gate-seeds bench fuzz docs picture bundle lock wheel clean

help:
	@echo "make graph   read the five seed articles into out/ and say where the page is (INPUT=folder/ for others)"
	@echo "make test    run the tests          make lint    ruff and mypy"
	@echo "make gate    hold quality floors    make bench   print speeds, side by side"
	@echo "make gate-seeds   the floors on the five seed articles alone"
	@echo "make fuzz    any bytes, any text, any tampering, for 20 minutes (FUZZ_MINUTES=n for others)"
	@echo "make spark   test the engine for many machines (installs Spark, needs Java 17)"
	@echo "make mutations   break promises one at a time and see that tests notice"
	@echo "make bundle  bundle the modules of the page anew, after a change in them (needs npm)"
	@echo "make audit   look the pinned dependencies up among known vulnerabilities (asks PyPI or OSV)"
	@echo "make docs    write the sessions it shows anew and build the documentation into site/"
	@echo "make picture take pictures of the page, the README's among them"
	@echo "make lock    compile requirements/*.txt anew    make clean   remove what was made"

graph: $(VENV)/.runtime
	@$(ONRECORD) build $(INPUT) -o $(OUT) --jobs $(JOBS)

test: $(VENV)/.dev
	@$(PYTHON) scripts/system.py chromium rapper graphology
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check graph scripts tests
	$(BIN)/ruff format --check graph scripts tests
	$(BIN)/mypy
	$(BIN)/python scripts/check_page.py
	$(BIN)/python scripts/bundle.py --check

spark: $(VENV)/.spark
	@$(PYTHON) scripts/system.py java
	$(BIN)/python -m pytest tests/engines

audit:
	@$(PYTHON) scripts/audit.py

mutations: $(VENV)/.dev
	$(BIN)/python scripts/mutate.py

gate: $(VENV)/.dev
	$(BIN)/python scripts/gate.py

gate-seeds: $(VENV)/.dev
	$(BIN)/python scripts/gate.py --seeds

bench: $(VENV)/.dev
	$(BIN)/python scripts/bench.py

fuzz: $(VENV)/.dev
	ONRECORD_FUZZ_MINUTES=$(FUZZ_MINUTES) $(BIN)/python -m pytest tests/test_fuzz.py tests/test_tampering.py tests/test_growth.py tests/test_killed.py tests/test_hostile.py $(PYTEST_ARGS)

docs: $(VENV)/.dev
	$(BIN)/python scripts/sessions.py
	$(BIN)/python scripts/docs.py
	$(BIN)/mkdocs build --strict --quiet
	@echo "Documentation: site/index.html"

picture: graph $(VENV)/.dev
	$(BIN)/python scripts/screenshots.py $(OUT)network.html --folder .cache/screenshots --readme docs/network.png

bundle: $(VENV)/.dev
	$(BIN)/python scripts/bundle.py

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --no-isolation

lock: $(VENV)/.dev
	$(LOCK) pyproject.toml -o requirements/runtime.txt
	$(LOCK) pyproject.toml --extra dev --extra docs -c requirements/runtime.txt -o requirements/dev.txt
	$(LOCK) requirements/build.in -c requirements/dev.txt -o requirements/build.txt
	$(LOCK) pyproject.toml --extra spark -c requirements/dev.txt -o requirements/spark.txt
	$(LOCK) requirements/audit.in -c requirements/dev.txt -o requirements/audit.txt
	$(BIN)/python scripts/licences.py

clean:
	rm -rf out site dist build .cache .hypothesis .pytest_cache .mypy_cache .ruff_cache
	@echo "kept $(VENV): remove it by hand to install everything anew"

$(VENV)/.build: requirements/build.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3 cannot make a virtual environment: on Debian, apt-get install python3-venv"; exit 1; }
	@echo "Installing the build backend …"
	@$(PIP) install $(HASHED) -r requirements/build.txt
	@touch $@

$(VENV)/.runtime: $(VENV)/.build requirements/runtime.txt pyproject.toml
	@echo "Installing the dependencies (some minutes the first time) …"
	@$(PIP) install $(HASHED) --only-binary :all: -r requirements/runtime.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.spark: $(VENV)/.dev requirements/spark.txt
	@echo "Installing Spark …"
	@$(PIP) install $(HASHED) -r requirements/spark.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@echo "Installing what tests and documentation need …"
	@$(PIP) install $(HASHED) -r requirements/dev.txt
	@touch $@
