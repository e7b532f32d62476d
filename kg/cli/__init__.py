"""The command line: each command parses its arguments, calls one function of the core, and prints."""
