"""The project's own measurements: ratios against a floor taken in the same run, never absolute times in tests."""
