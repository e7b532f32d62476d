"""Whom a name means, which awards are one, and what a curator has decided about either. Reads models, writes models."""
