"""Align parallel versions of a document clause by clause, and show exactly how they differ."""
