"""That the examples in docstrings give what they say."""

import doctest
import importlib
import pkgutil

import pytest

import analysis

MODULES = [module.name for module in pkgutil.walk_packages(analysis.__path__, "analysis.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_give_what_they_say(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
