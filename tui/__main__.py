"""`python -m tui` is `brief`."""

from tui.cli.main import program

if __name__ == "__main__":
    program()
