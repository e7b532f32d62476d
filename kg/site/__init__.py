"""The same site as static files: every page in both languages, every thing in every format, for any web server."""
