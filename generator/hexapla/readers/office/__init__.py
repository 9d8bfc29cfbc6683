"""Office documents, Word and OpenDocument: what a reader of the printed page would see, and nothing else."""
