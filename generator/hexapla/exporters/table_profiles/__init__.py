"""Forms of comparison tables, a file each."""
