"""Lets ``python -m kg`` run the command line."""

from kg.cli.main import main

if __name__ == "__main__":
    main()
