"""Akoma Ntoso 3.0: each version as parliaments and courts write it."""

from hexapla.exporters.akn.act import write_act

__all__ = ["write_act"]
