"""Packages tried in systems that have nothing: `python -m tests.packaging --help`."""
