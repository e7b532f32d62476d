"""The web server over a finished store."""
