"""
Print the lowest version of each package that the library and its extras declare, as constraints.
"""

import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]


def main() -> None:
    """
    Print a line for each.
    """
    for needed in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["cli"]]:
        name, version = needed.split(">=")
        print(f"{name}=={version}")


if __name__ == "__main__":
    main()
