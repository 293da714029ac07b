"""Write the answers of the README's queries over outputs/ into the README: `python benchmarks/readme_answers.py`."""

from __future__ import annotations

import re
from pathlib import Path

import kg

ROOT = Path(__file__).parents[1]
PAIR = re.compile(r"(^```sparql\n(.*?)^```\n\n```text\n).*?(^```$)", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Replace the `text` block after each `sparql` block."""
    readme = ROOT / "README.md"

    def answered(found: re.Match[str]) -> str:
        return f"{found[1]}{kg.query(ROOT / 'outputs', found[2]).to_table()}\n{found[3]}"

    readme.write_text(PAIR.sub(answered, readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
