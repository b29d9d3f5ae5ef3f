"""Faults on purpose: pulled plugs, killed processes, disks that refuse."""
