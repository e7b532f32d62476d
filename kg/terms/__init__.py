"""Names on the web: our terms, those of others, prefixes, and the one place that mints IRIs."""
