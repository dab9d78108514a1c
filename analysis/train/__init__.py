"""Training: one module a model, each with `run(paths, out)`."""
