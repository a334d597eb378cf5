# What a contributor needs. `make example` and `make test` are the two commands of the README.
PYTHON ?= $(shell command -v python3.12 || command -v python3)
BIN = .venv/bin

.PHONY: example test unit lint golden golden-renew fuzz bench pins wheel release clean

## Install, read the example pages into example.ledger, and show what one of the speakers said.
example: .venv/main
	$(BIN)/onrecord add examples/pages --ledger example.ledger
	$(BIN)/onrecord articles --ledger example.ledger
	$(BIN)/onrecord who Brenning --ledger example.ledger
	$(BIN)/onrecord check --ledger example.ledger

## Install what tests need, then lint, type-check and run the tests, with the lines of each module that none runs.
test: .venv/test lint
	$(BIN)/python -m pytest -n 2 --cov

## The tests that run no model, on one core.
unit: .venv/test
	$(BIN)/python -m pytest -m "not model"

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

## Compare all exports of the cases, the examples and PolNeAR dev with the digests kept (needs the data).
golden: .venv/test
	$(BIN)/python -m tests.golden

golden-renew: .venv/test
	$(BIN)/python -m tests.golden --renew

## Put 10,000 inputs that nobody would write through the whole way: some ten minutes on two cores (fuzz-findings/ has what broke).
fuzz: .venv/test
	$(BIN)/python -m tests.fuzz --inputs 10000 --seed $(or $(SEED),1) --processes 2

## Print every figure of the README (needs the data; see benchmarks/README.md).
bench: .venv/benchmarks
	$(BIN)/python -m benchmarks

## Build wheel and sdist, and try the wheel alone in a new environment: a minute.
wheel: .venv/release
	$(BIN)/python -m release try

## What must pass before a release: docs/how-to/release.md.
release: .venv/release
	$(BIN)/python -m release check

## Renew the pinned versions.
pins: .venv/release
	$(BIN)/uv pip compile --universal --all-extras --no-annotate --no-emit-index-url --quiet \
	    --output-file constraints.txt pyproject.toml

.venv/main: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/test: .venv/main
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[test]'
	touch $@

.venv/release: .venv/main
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[release]'
	touch $@

.venv/benchmarks: .venv/test
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[test,benchmarks]'
	touch $@

clean:
	rm -rf .venv *.ledger
