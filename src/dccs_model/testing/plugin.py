"""
The pytest plugin: examples, conferences and folders of articles as fixtures.

It is loaded by the ``pytest11`` entry point, and loads the rest of the library
when a fixture is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dccs_model.model import Conference, ParsedArticle
    from dccs_model.testing.shipped import Example

__all__ = [
    "dccs_article_dir",
    "dccs_conference",
    "dccs_example",
    "dccs_examples",
    "dccs_parsed",
    "dccs_snapshot",
]

_MARKER = "dccs_example(*names, tags=()): run the test on these examples; on every example without a name or a tag"


def pytest_addoption(parser: pytest.Parser) -> None:
    """
    Add the options that narrow down the examples.
    """
    group = parser.getgroup("dccs", "examples of dccs-model")
    group.addoption(
        "--dccs-example",
        action="append",
        default=[],
        metavar="NAME",
        help="run tests over examples on this one only; may be given more than once",
    )
    group.addoption(
        "--dccs-tag",
        action="append",
        default=[],
        metavar="TAG",
        help="run tests over examples on those with this tag only; given twice, on those with both",
    )


def pytest_configure(config: pytest.Config) -> None:
    """
    Declare the marker, for projects that are strict about these.
    """
    config.addinivalue_line("markers", _MARKER)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """
    Run a test that takes ``dccs_example`` once for each example it is marked with.
    """
    if "dccs_example" not in metafunc.fixturenames or _is_parametrized(metafunc):
        return
    marker = metafunc.definition.get_closest_marker("dccs_example")
    names = marker.args if marker else ()
    tags = marker.kwargs.get("tags", ()) if marker else ()
    found = _marked(names, (tags,) if isinstance(tags, str) else tags)
    selected = {each.name for each in _selected(metafunc.config)}
    params = [each for each in found if each in selected]
    metafunc.parametrize("dccs_example", params, indirect=True, ids=params)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """
    Tell where two model values differ when ``assert left == right`` fails.
    """
    if op != "==" or type(left) is not type(right) or not type(left).__module__.startswith("dccs_model.model"):
        return None
    from dccs_model.testing.assertions import differences

    found = differences(left, right)
    if not found:
        return None
    head = f"{type(left).__name__} values differ (left is expected, right is actual)"
    return [head, *(line for each in found for line in str(each).splitlines())]


# ---- fixtures ---------------------------------------------------------------


@pytest.fixture
def dccs_example(request: pytest.FixtureRequest) -> Example:
    """
    One example text with its answer.

    The test runs once for each example; ``@pytest.mark.dccs_example("filled")`` or
    ``@pytest.mark.dccs_example(tags=["online"])`` says for which.
    """
    from dccs_model.testing.shipped import example

    return example(getattr(request, "param", "filled"))


@pytest.fixture(scope="session")
def dccs_examples(pytestconfig: pytest.Config) -> tuple[Example, ...]:
    """
    Every example, or those that ``--dccs-example`` and ``--dccs-tag`` leave.
    """
    return _selected(pytestconfig)


@pytest.fixture
def dccs_conference() -> Conference:
    """
    A plain conference with two officials and three findings; `a_conference` makes others.
    """
    from dccs_model.testing.builders import a_conference

    return a_conference()


@pytest.fixture
def dccs_parsed() -> ParsedArticle:
    """
    A parsed article about ``dccs_conference``, each fact with its place; `a_parsed_article` makes others.
    """
    from dccs_model.testing.builders import a_parsed_article

    return a_parsed_article()


@pytest.fixture
def dccs_article_dir(tmp_path: Path, dccs_examples: Sequence[Example]) -> Path:
    """
    A folder of its own with the text of each example as ``NAME.txt``, in UTF-8.
    """
    folder = tmp_path / "articles"
    folder.mkdir()
    for each in dccs_examples:
        (folder / f"{each.name}.txt").write_bytes(each.text.encode("utf-8"))
    return folder


@pytest.fixture
def dccs_snapshot(request: pytest.FixtureRequest) -> Any:
    """
    A syrupy ``snapshot`` that keeps model values as readable outlines.
    """
    if not request.config.pluginmanager.has_plugin("syrupy"):
        pytest.fail("dccs_snapshot needs syrupy: install it, or compare snapshot_text(value) with your own")
    from dccs_model.testing.snapshots import DccsSnapshotExtension

    return request.getfixturevalue("snapshot").use_extension(DccsSnapshotExtension)


# ---- which examples ---------------------------------------------------------


def _is_parametrized(metafunc: pytest.Metafunc) -> bool:
    names = (marker.args[0] for marker in metafunc.definition.iter_markers("parametrize") if marker.args)
    return any("dccs_example" in (each.split(",") if isinstance(each, str) else each) for each in names)


def _marked(names: Iterable[str], tags: Iterable[str]) -> list[str]:
    from dccs_model.testing.shipped import example, examples

    try:
        named = [example(name).name for name in names]
    except LookupError as error:
        raise pytest.UsageError(str(error)) from None
    tags = tuple(tags)
    if named and not tags:
        return named
    tagged = [each.name for each in examples(*tags)]
    return [each for each in tagged if each in named] if named else tagged


def _selected(config: pytest.Config) -> tuple[Example, ...]:
    from dccs_model.testing.shipped import examples

    found = examples(*config.getoption("--dccs-tag"))
    wanted: list[str] = config.getoption("--dccs-example")
    unknown = sorted(set(wanted) - {each.name for each in examples()})
    if unknown:
        known = ", ".join(each.name for each in examples())
        raise pytest.UsageError(f"--dccs-example: no example is called {unknown[0]!r}; there are {known}")
    chosen = tuple(each for each in found if not wanted or each.name in wanted)
    if not chosen:
        raise pytest.UsageError("--dccs-example and --dccs-tag leave no example")
    return chosen
