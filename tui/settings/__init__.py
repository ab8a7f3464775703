"""The reader's settings and theme files: values only."""
