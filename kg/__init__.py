"""award-kg: a knowledge graph of government agencies and the awards they win."""

__version__ = "0.1.0"
