"""Akoma Ntoso 3.0: each version as parliaments and courts write it."""

from hexapla.export.akn.act import act

__all__ = ["act"]
