"""The graph written for others: RDF in every format, tables, and results of queries."""
