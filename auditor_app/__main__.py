"""The command line: `python -m auditor_app …`, console script `auditor`."""

from auditor_app.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
