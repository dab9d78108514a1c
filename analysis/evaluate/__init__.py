"""Scores against public data: one module a task, each with `run(paths, errors) -> report`."""
