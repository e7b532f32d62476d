"""What comes in: the registry, the records, the texts; read strictly, with file and line in every complaint."""
