"""Small pictures drawn as SVG on the server; each stands beside a table that says the same."""
