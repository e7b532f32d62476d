"""What a language knows: digits, dates of both eras, names. No RDF."""
