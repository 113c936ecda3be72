"""Runs the notebooks in order and publishes a build: the only module that knows folders."""

from helpers.pipeline.build import BuildError, build
from helpers.pipeline.steps import STEPS, Step

__all__ = ["STEPS", "BuildError", "Step", "build"]
