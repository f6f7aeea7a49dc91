"""Writes the JSON Schema of the result document to docs/reference: `python -m marshrut.simulator.result.schema`."""

from pathlib import Path

from .model import json_schema

SCHEMA_FILE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "result-v1.schema.json"


def main() -> None:
    SCHEMA_FILE.parent.mkdir(parents=True, exist_ok=True)
    SCHEMA_FILE.write_text(json_schema(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
