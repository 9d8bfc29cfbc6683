"""One module a page: each computes what its template places."""
