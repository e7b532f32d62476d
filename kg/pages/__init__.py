"""Pages: a thing of the graph as HTML. Knows nothing of HTTP."""
