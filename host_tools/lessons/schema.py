"""Writes the JSON Schema of a unit's file to docs/reference: `python -m marshrut.host_tools.lessons.schema`."""

import json
from pathlib import Path

from .model import UnitFile

SCHEMA_FILE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "unit-v1.schema.json"


def json_schema() -> str:
    return json.dumps(UnitFile.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    SCHEMA_FILE.write_text(json_schema(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
