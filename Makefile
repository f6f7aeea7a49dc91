# Every target makes the environment it needs, once. `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
STUBS := requirements-stubs-rp2.txt requirements-stubs-esp32.txt
TOOLS := tests/tools/requirements.txt
MICROPYTHON := simulator/runners/micropython

.DEFAULT_GOAL := help
.PHONY: help setup demo test lessons exhaustive lint format sweep bench schema names docs validation footprint tick clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## make the environment: .venv, Node and the official MicroPython, all by locked versions

$(READY): requirements.txt requirements-node.txt $(STUBS) $(TOOLS) pyproject.toml $(MICROPYTHON)/package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Marshrut needs Python 3.11 or newer. Try: make PYTHON=python3.12 setup"; exit 3; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
		|| { echo "Python cannot make a virtual environment. Try: sudo apt install python3-venv"; exit 3; }
	@echo "Installing into $(VENV) (once; about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt \
		|| echo "Node could not be installed from PyPI; one on this computer will be used if there is one."
	@for port in rp2 esp32; do \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade \
			--target $(VENV)/stubs/$$port -r requirements-stubs-$$port.txt || exit; done
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation \
		--upgrade --target $(VENV)/tools -r $(TOOLS)
	@$(BIN)/python -m marshrut.simulator.runners.micropython.install
	@touch $@

demo: $(READY)  ## drive the reference program round the track on both interpreters; picture and replay in out/demo
	@$(BIN)/python -m marshrut.host_tools.demo

test: $(READY)  ## the tests, under ten minutes on two cores
	@$(BIN)/python -m pytest -q -n 3 --dist loadfile -m "not slow"

lessons: $(READY)  ## check every lesson: its files, its pages in each language, and what its programs do; SEEDS=20 for more
	@$(BIN)/marshrut unit check --seeds $(or $(SEEDS),2) --lang en

exhaustive: $(READY)  ## the cases of slow tests that CI leaves out: about half an hour
	@$(BIN)/python -m pytest -q -n 4 -m rare

lint: $(READY)  ## style, types and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python tests/architecture/check_types.py
	@$(BIN)/python tests/architecture/check_board_types.py

format: $(READY)  ## rewrite the files in the house format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

sweep: $(READY)  ## the reference and the failing programs on 50 seeds of every variant; lessons on 20
	@$(BIN)/python tests/programs/sweep.py
	@$(MAKE) --no-print-directory lessons SEEDS=20

bench: $(READY)  ## what a simulated minute takes: CPU, frames, memory, case by case; kept by JSON=file; PROFILE=sumo: where it goes
	@$(BIN)/python tests/bench/run.py $(if $(JSON),--json $(JSON)) $(if $(PROFILE),--profile "$(PROFILE)")

schema: $(READY)  ## write the JSON Schemas of the result document and of units again
	@$(BIN)/python -m marshrut.simulator.result.schema
	@$(BIN)/python -m marshrut.host_tools.lessons.schema

names: $(READY)  ## write the table of every name, board by board, again
	@$(BIN)/python -m marshrut.simulator.board_names

docs: $(READY)  ## write the reference of the runtime and the editors' stubs again, from its docstrings
	@$(BIN)/python -m marshrut.host_tools.reference

validation: $(READY)  ## compare the simulator with formulas and with MuJoCo, and write docs/validation.md again
	@$(BIN)/python -m tests.validation.page

footprint: $(READY)  ## what the runtime takes of flash and heap; another one by RUNTIME=folder
	@$(BIN)/python -m marshrut.host_tools.footprint $(RUNTIME)

tick: $(READY)  ## what a control tick takes on an RP2040, estimated from counted bytecodes and calls
	@$(BIN)/python -m marshrut.host_tools.tick

clean:  ## delete what was made, the environment too
	rm -rf $(VENV) out build *.egg-info $(MICROPYTHON)/node_modules
