"""
What has to work in an environment that holds the library, its three dependencies and what these need.
"""

import re
import subprocess
import sys
from importlib.metadata import distributions, requires
from importlib.resources import files

from dccs_model import from_json, json_schema, parse_article, read_jsonl, to_json, to_markdown
from dccs_model.places import resolve_places
from dccs_model.testing import a_conference, example

TEXT = """Ngày 21/6/2024, xã Bình Lộc tổ chức hội nghị giao ban công tác dân vận.

Đồng chí Lê Thị Mai Hương, Bí thư Đảng ủy xã chủ trì hội nghị.
"""


def main() -> None:
    """
    Use each room once.
    """
    present = {plain(each.name) for each in distributions()} - {"pip", "setuptools"}
    assert present == {"dccs-model", *needed_by("dccs-model")}, present
    assert files("dccs_model").joinpath("py.typed").is_file()

    parsed = parse_article(TEXT)
    assert parsed.conference is not None
    assert parsed.conference.chair is not None
    assert parsed.conference.chair.name == "Lê Thị Mai Hương"
    assert from_json(to_json(parsed)) == parsed
    assert list(read_jsonl([to_json(parsed)])) == [parsed]
    assert "Lê Thị Mai Hương" in to_markdown(parsed)
    assert json_schema()["title"] == "dccs-model 1.0"
    assert resolve_places(parsed).conference is not None
    assert a_conference().chair is not None
    assert example("filled").parsed.conference is not None

    command = subprocess.run([sys.executable, "-m", "dccs_model"], capture_output=True, text=True, check=False)
    assert command.returncode == 2, command
    assert 'pip install "dccs-model[cli]"' in command.stderr, command.stderr
    print("the library works with", ", ".join(sorted(present - {"dccs-model"})))


def needed_by(name: str) -> set[str]:
    """
    What is installed of that which *name* needs without extras, and what that needs.
    """
    lines = [line for line in requires(name) or [] if "extra ==" not in line]
    names = {plain(re.match(r"[\w.-]+", line)[0]) for line in lines}
    # What is meant for other systems or versions is not there.
    here = names & {plain(each.name) for each in distributions()}
    return here.union(*map(needed_by, here))


def plain(name: str) -> str:
    """
    The form in which two names of one package are equal.
    """
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main()
