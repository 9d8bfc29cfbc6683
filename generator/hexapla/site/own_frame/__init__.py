"""A page frame of our own: a site without MkDocs."""
