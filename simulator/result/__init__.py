"""The result document: one run, for people and for programs."""

from .building import build_result, this_env
from .model import SCHEMA, Env, Result, Score, json_schema

__all__ = ["SCHEMA", "Env", "Result", "Score", "build_result", "json_schema", "this_env"]
