"""Speed, measured as ratios against named references in the same run: `python -m tests.benchmarks`."""
