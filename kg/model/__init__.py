"""Plain values of the domain: records, registry, reports. No RDF, no files."""
