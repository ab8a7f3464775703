"""`python -m tui` is `brief`."""

from tui.cli.main import main

if __name__ == "__main__":
    main()
