"""Markdown → `Source`: the text is the file's, and what Markdown says of its stretches stands beside it."""
