# Everything one does with Commonhour, each as one word. `make` alone lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
.PHONY: help setup run build test test-outside lint format bench gallery drill-kill drill-rehearsal drill-failover drill-deb deb

HOST ?= 127.0.0.1
PORT ?= 8080

# The same flags for every swift command: with others SwiftPM would compile all of it again. The
# check fails an import of a target that is not declared, which SwiftPM lets pass by itself.
SWIFT_FLAGS := --explicit-target-dependency-import-check error -Xcc -O2

SWIFT_SOURCES := $(wildcard Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources)

help: ## List these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup: ## Install what building and testing needs (Debian packages, test tools in .venv)
	@scripts/setup test
	@scripts/python >/dev/null

# A debug build is shared with the tests and quicker to the first page than a release build, and
# fast enough for one desk. `make bench` and an installation use a release build.
run: ## Build, make the demo network on first use, serve it on 127.0.0.1:8080
	@scripts/setup run
	@swift build $(SWIFT_FLAGS) --product commonhour
	@scripts/serve-demo .build/debug/commonhour --host $(HOST) --port $(PORT)

build: ## Build the program for tests and for trying things out
	@scripts/setup run
	swift build $(SWIFT_FLAGS) --product commonhour

# The tests from outside in several processes, each with a demo and a server of its own.
AT_ONCE := --quiet --numprocesses auto --maxprocesses 4 --dist worksteal

test: ## Run the tests of the code and of the program, from a bare machine on
	@$(MAKE) setup
	@$(MAKE) lint
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --disable-xctest --skip "RehearsalTests|ForecastTests"
	swift test $(SWIFT_FLAGS) --skip-build --disable-xctest --filter "RehearsalTests|ForecastTests"
	@scripts/outside Tests/BlackBox $(AT_ONCE) -m "not slow"
	@scripts/outside Tests/BlackBox $(AT_ONCE) -m "not slow" --on postgres
	@scripts/outside Tests/Browser $(AT_ONCE)
	@echo "All tests passed."

test-outside: ## Run the tests that look at the program from outside and in a browser
	@$(MAKE) setup
	swift build $(SWIFT_FLAGS) --product commonhour
	swift build $(SWIFT_FLAGS) --product lending
	@scripts/outside Tests/BlackBox $(AT_ONCE)
	@scripts/outside Tests/Browser $(AT_ONCE)

lint: ## Check the format of the Swift files
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)

format: ## Put the Swift files into the format
	swift format --in-place --parallel --recursive $(SWIFT_SOURCES)

bench: ## Measure, and print a table of medians and ratios
	@scripts/setup bench
	@Benchmarks/run

gallery: ## Take a picture of every page of every role, to look at: gallery/index.html
	@$(MAKE) setup
	swift build $(SWIFT_FLAGS) --product commonhour
	@PYTHONPATH=Tests/Python "$$(scripts/python)" Tests/Browser/gallery.py $(ARGS)

drill-kill: ## Kill the server and the database under load, 100 times each, and check the books
	@$(MAKE) setup
	swift build $(SWIFT_FLAGS) --product commonhour
	@"$$(scripts/python)" Tests/Drills/kill.py $(ARGS)
	@"$$(scripts/python)" Tests/Drills/kill.py --on postgres --rounds 200 $(ARGS)

drill-rehearsal: ## Rehearse five times as many operations as the tests do, on both databases
	@$(MAKE) setup
	swift build $(SWIFT_FLAGS) --build-tests
	COMMONHOUR_REHEARSAL=long swift test $(SWIFT_FLAGS) --skip-build --disable-xctest \
		--filter "RehearsalTests|ForecastTests"

drill-failover: ## Kill databases, cables and servers under Patroni, and count (as root)
	@scripts/setup drill
	swift build $(SWIFT_FLAGS) --product commonhour
	@"$$(scripts/python)" Tests/Drills/failover.py $(ARGS)

drill-deb: ## Install the package on a bare Debian and do all that docs/operating.md says (as root)
	@scripts/setup run
	@scripts/setup deb
	@python3 Tests/Drills/deb.py $(ARGS)

deb: ## Build a Debian package that installs the program and a service
	@scripts/setup run
	@scripts/deb $(VERSION)
