"""
How the docs are built: ``sphinx-build -n -W docs docs/_build/html``.
"""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.ext.napoleon import Config, GoogleDocstring

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "dccs-model"
author = "The dccs-model authors"
copyright = f"2026, {author}"  # noqa: A001 - the name is Sphinx's
release = version_of("dccs-model")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "tables"]
exclude_patterns = ["_build"]
default_role = "py:obj"
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
python_maximum_signature_line_length = 100

nitpicky = True
# Other projects' names; their own docs are not looked up while building.
nitpick_ignore_regex = [
    ("py:.*", r"(attr|attrs|click|collections|dateutil|decimal|hypothesis|pathlib|pytest|syrupy|typing)\..*"),
    ("py:.*", r"(_pytest|datetime|dt)\..*"),
    # Shorthands inside the code: a ParsedArticle or a Conference, whatever has write(str), and tables of field names.
    ("py:.*", r"Document|Path|Stream|FIELDS|HEADLINE"),
]

html_theme = "furo"
html_title = f"dccs-model {release}"
html_static_path = ["_static"]


# Where a name without its module is looked for, after its own module.
FACES = ("dccs_model", "dccs_model.formats", "dccs_model.lexicon", "dccs_model.places", "dccs_model.testing")


def setup(app: Sphinx) -> None:
    """
    Fit autodoc to how the code is written.
    """
    app.connect("autodoc-skip-member", skip_constructor)
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("missing-reference", look_on_the_faces)


def skip_constructor(_app: Sphinx, _what: str, name: str, *_: object) -> bool | None:
    """
    Skip the constructor of a class, whose fields say what it takes.
    """
    return True if name in ("__init__", "__new__") else None


def read_sections(app: Sphinx, what: str, name: str, value: object, options: Any, lines: list[str]) -> None:
    """
    Read the sections of a docstring ("Raises:"); in the comment of a field a colon is only a colon.
    """
    if what not in ("attribute", "property"):
        config = Config(napoleon_use_rtype=False)
        lines[:] = GoogleDocstring(lines, config, app, what, name, value, options).lines()


def look_on_the_faces(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """
    Find a public name that is written without its module.
    """
    python = env.domains["py"]
    for face in FACES:
        name = f"{face}.{node['reftarget']}"
        if node["refdomain"] == "py" and name in python.objects:
            return python.resolve_xref(env, node["refdoc"], app.builder, "obj", name, node, content)
    return None
