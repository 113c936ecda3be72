"""Runs the notebooks in order and publishes a build: the only module that knows folders."""

from helpers.pipeline.build import build
from helpers.pipeline.errors import BuildError
from helpers.pipeline.options import Options
from helpers.pipeline.steps import STEPS, Step

__all__ = ["STEPS", "BuildError", "Options", "Step", "build"]
