"""Web pages and e-books: what the page shows, as lines."""
