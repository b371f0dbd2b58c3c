"""
Write anew what these tests compare with: the shipped JSON Schema and the golden documents.

Run it after a change of the model or of a format, and read the difference.
"""

import json
from pathlib import Path

from formats_values import FILLED

from dccs_model.formats import schema, to_json, to_markdown

HERE = Path(__file__).parent

GOLDEN = {
    HERE / "filled.json": lambda: to_json(FILLED, indent=2) + "\n",
    HERE / "filled.vi.md": lambda: to_markdown(FILLED, lang="vi"),
    HERE / "filled.en.md": lambda: to_markdown(FILLED, lang="en"),
    Path(schema.__file__).with_name(schema.SCHEMA_FILE): lambda: (
        json.dumps(schema.make_schema(), ensure_ascii=False, indent=2) + "\n"
    ),
}

if __name__ == "__main__":
    for path, make in GOLDEN.items():
        path.write_text(make(), encoding="utf-8", newline="\n")
