# `make run` and `make test` may each be the first command after a clone: they set everything up.
# CONTRIBUTING.md explains the rest.

SHELL := /bin/bash
PYTHON ?= python3
ARGS ?=
# One more than there are processors: many tests wait for something on the screen
JOBS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
MINUTES ?= 10
PY := .venv/bin/python
SIZES := 1920x1080 1080x1920 3840x2160 1280x800 1024x768
BENCHES := start rest attract touch frames pages changeover peer bundle
WITHOUT_DISPLAY := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test soak check rest gen gen-check fmt lint types shots structure e2e bench crash fuzz breakout offline lock setup-run setup-test
.PHONY: setup-build build build-twice size package stick windows windows-test package-test

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup-run:
	@$(PYTHON) -m tools.setup run

setup-test:
	@$(PYTHON) -m tools.setup test

setup-build:
	@$(PYTHON) -m tools.setup build

run: setup-run ## show the content full screen; without a display, take pictures of it
	@status=4; \
	if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PY) -m kiosk run $(ARGS); status=$$?; fi; \
	if [ $$status -ne 4 ]; then exit $$status; fi; \
	echo "There is no display here, so the pages are drawn as pictures into $(CURDIR)/tour."; \
	$(PY) -m kiosk tour --out tour $(ARGS) && \
	echo "The pictures are in $(CURDIR)/tour; open $(CURDIR)/tour/index.html to see them all."

test: setup-test ## unit, bridge, QML and visual tests; JOBS=0 for one process
	$(WITHOUT_DISPLAY) $(PY) -m pytest -n $(JOBS) --dist loadfile --ignore=tests/e2e $(ARGS)

check: test rest ## all that must be green before a change is handed in

rest: setup-test # what needs no screen is looked at beside the tests that wait for one
	@said=$$(mktemp); \
	nice $(MAKE) --no-print-directory lint types gen-check >$$said 2>&1 & aside=$$!; \
	$(MAKE) --no-print-directory e2e; shown=$$?; \
	wait $$aside; read=$$?; cat $$said; rm $$said; exit $$((shown || read))

lint: setup-test ## Python and QML: rules and format
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m tools.qml check

types: setup-test ## static types of the Python code
	$(PY) -m basedpyright

fmt: setup-test ## format Python and QML, mend what can be mended
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(PY) -m tools.qml format

gen: setup-test ## write all generated files
	$(WITHOUT_DISPLAY) $(PY) -m tools.gen

gen-check: setup-test ## say which generated files are out of date
	$(WITHOUT_DISPLAY) $(PY) -m tools.gen --check

e2e: setup-test ## the real program in a real window on a virtual screen
	$(PY) -m pytest tests/e2e -n $(JOBS) $(ARGS)

shots: setup-run ## pictures of every page at every screen size, into build/shots; MOCKUPS=folder for pairs
	$(PY) -m kiosk tour --out build/shots $(addprefix --size ,$(SIZES)) $(ARGS)
	$(PY) -m tools.shots --out build/shots/pairs $(if $(MOCKUPS),--beside "$(MOCKUPS)")

structure: setup-test ## check every screen in every language, text size, theme and size
	$(WITHOUT_DISPLAY) $(PY) -m pytest tests/visual -m matrix $(ARGS)

bench: setup-test ## start, frames, CPU and memory, beside the smallest QML window and chromium
	@missed=0; \
	for measurement in $(BENCHES); do \
		echo "== $$measurement"; $(PY) -m bench.$$measurement || missed=1; \
	done; exit $$missed

crash: setup-test ## pull the plug at every operation of an update, on a modelled disk
	$(PY) -m tests.faults.crash $(ARGS)

soak: setup-test ## taps without end on the real kiosk; MINUTES=60, fails when its memory grows
	$(PY) -m tests.soak.run --minutes $(MINUTES) $(ARGS)

fuzz: setup-test ## 100 000 broken bundles: each refused in words, or taken because it is whole
	$(PY) -m tests.fuzz.bundles $(ARGS)

offline: setup-test ## the whole suite without any network, then the real kiosk under strace and in its sandbox
	@$(PYTHON) -m tools.debian
	$(PY) -m tests.offline $(ARGS)
	$(PY) -m tests.sandbox

breakout: setup-test ## try to get out of the real kiosk, on X11 and Wayland; ARGS="--times 1 --seconds 5" for a short look
	@$(PYTHON) -m tools.debian
	$(PY) -m tests.breakout $(ARGS)

build: setup-build ## the program as a folder that runs without installing, in dist/juosta
	$(PY) -m tools.build

build-twice: build ## build once more and compare the two builds file by file
	$(PY) -m tools.build --out build/again
	$(PY) -m tools.alike dist/juosta build/again

package: setup-build ## the .deb and the .rpm of the built program, in dist
	$(PY) -m tools.package $(ARGS)

stick: setup-build ## one folder, and .tar.zst, from which a stand is installed without a network
	$(PY) -m tools.stick $(ARGS)

windows: setup-build ## the program and its installer for Windows, by wine; needs wine mingw-w64 nsis
	$(PY) -m tools.windows $(ARGS)

windows-test: setup-build setup-test ## the setup program of make windows, under wine: from installation to removal
	$(PY) -m tests.packaging.windows $(ARGS)

package-test: setup-build setup-test ## portable folder and stick in systems that have nothing; needs root
	$(PY) -m tests.packaging $(ARGS)

size: setup-build ## what takes the space in the packaged program; fails over the limits
	$(PY) -m tools.size

lock: setup-test ## resolve the pinned packages anew (needs uv)
	$(PY) -m tools.lock
