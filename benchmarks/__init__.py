"""Measurements: run by name, from the project's root."""
