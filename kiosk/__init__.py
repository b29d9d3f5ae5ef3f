"""Juosta: a touch kiosk that presents a bundle of content on a public screen."""

__version__ = "0.1.0"
