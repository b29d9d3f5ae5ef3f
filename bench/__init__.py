"""Measurements, each a command. They compare with a floor in alternating runs and print ratios,
because machines are shared and seconds on one say little about another."""
