"""Bundles on disk: the strict reader and, later, versions and publishing. No Qt."""
