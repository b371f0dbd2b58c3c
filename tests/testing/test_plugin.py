"""
The pytest plugin, in an outer project of its own.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.util import find_spec

import pytest

pytest_plugins = ["pytester"]

#: Where the library is installed with its entry point, pytest finds the plugin by itself.
PLUGIN = () if list(entry_points(group="pytest11", name="dccs")) else ("-p", "dccs_model.testing.plugin")


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makefile(
        ".toml", pyproject='[tool.pytest.ini_options]\naddopts = ["--strict-markers", "--strict-config"]\n'
    )
    return pytester


def run(project: pytest.Pytester, *options: str) -> pytest.RunResult:
    return project.runpytest_inprocess(*PLUGIN, "-p", "no:cacheprovider", *options)


def test_fixtures(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        from dccs_model import Conference, ParsedArticle
        from dccs_model.testing import Example, examples

        def test_examples(dccs_examples):
            assert dccs_examples == examples()

        def test_conference(dccs_conference):
            assert isinstance(dccs_conference, Conference)
            assert dccs_conference.chair

        def test_parsed(dccs_parsed, dccs_conference):
            assert isinstance(dccs_parsed, ParsedArticle)
            assert dccs_parsed.conference == dccs_conference

        def test_folder(dccs_article_dir, dccs_examples):
            texts = {each.stem: each.read_bytes().decode() for each in dccs_article_dir.iterdir()}
            assert texts == {each.name: each.text for each in dccs_examples}
        """
    )

    run(project).assert_outcomes(passed=4)


def test_the_folder_is_each_test_s_own(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("turn", [1, 2])
        def test_folder(dccs_article_dir, turn):
            (dccs_article_dir / "filled.txt").unlink()
        """
    )

    run(project).assert_outcomes(passed=2)


def test_a_test_runs_over_every_example(project: pytest.Pytester) -> None:
    project.makepyfile("def test_it(dccs_example):\n    assert dccs_example.text\n")

    result = run(project, "-v")

    result.stdout.fnmatch_lines(
        ["*test_it?filled? PASSED*", "*test_it?minimal? PASSED*", "*test_it?not-a-conference? PASSED*"]
    )


@pytest.mark.parametrize(
    ("mark", "options", "names"),
    [
        ('dccs_example("filled")', (), {"filled"}),
        ('dccs_example("minimal", "filled")', (), {"filled", "minimal"}),
        ('dccs_example(tags=["cluster", "dateline", "briefing"])', ("--dccs-example=filled",), {"filled"}),
        ('dccs_example(tags="not-a-conference")', ("--dccs-example=not-a-conference",), {"not-a-conference"}),
        ('parametrize("dccs_example", ["minimal"], indirect=True)', (), {"minimal"}),
        ("dccs_example", ("--dccs-example=minimal", "--dccs-example=filled"), {"filled", "minimal"}),
        ("dccs_example", ("--dccs-tag=cluster", "--dccs-example=filled"), {"filled"}),
        ('dccs_example("filled", "minimal")', ("--dccs-tag=cluster",), {"filled"}),
    ],
)
def test_a_test_runs_over_some_examples(
    project: pytest.Pytester, mark: str, options: tuple[str, ...], names: set[str]
) -> None:
    project.makepyfile(
        f"""
        import pytest

        @pytest.mark.{mark}
        def test_it(dccs_example):
            print("ran", dccs_example.name)
        """
    )

    result = run(project, "-s", "-q", *options)

    ran = {line.split("ran ")[1].split()[0].rstrip(".") for line in result.outlines if "ran " in line}
    assert ran == names
    result.assert_outcomes(passed=len(names))


def test_an_example_may_be_asked_for_late(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        def test_it(request):
            assert request.getfixturevalue("dccs_example").name == "filled"
        """
    )

    run(project).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--dccs-example=fulfilled", "*no example is called 'fulfilled'; there are *filled*"),
        ("--dccs-tag=fulfilled", "*leave no example*"),
    ],
)
def test_an_option_that_fits_nothing_is_told(project: pytest.Pytester, option: str, message: str) -> None:
    project.makepyfile("def test_it(dccs_example): pass\n")

    result = run(project, option)

    assert result.ret != 0
    assert any(message.split("*")[1] in line for line in [*result.outlines, *result.errlines])


def test_a_mark_that_fits_nothing_is_told(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest

        @pytest.mark.dccs_example("fulfilled")
        def test_it(dccs_example):
            pass
        """
    )

    result = run(project)

    assert result.ret != 0
    assert any("no example is called 'fulfilled'" in line for line in [*result.outlines, *result.errlines])


def test_a_plain_assert_tells_the_fields(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        from dccs_model.testing import a_conference

        def test_it(dccs_conference):
            assert dccs_conference == a_conference(venue=None, plan_period=None)
        """
    )

    result = run(project)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "E*Conference values differ (left is expected, right is actual)",
            "E*venue",
            "E*  expected: Nhà văn hóa xã Tân Lập, Tân Lập, commune",
            "E*  actual:   (absent)",
            "E*plan_period",
        ]
    )


def test_other_asserts_are_left_alone(project: pytest.Pytester) -> None:
    project.makepyfile("def test_it(dccs_conference):\n    assert dccs_conference == 3\n")

    assert "left is expected" not in run(project).stdout.str()


def test_the_options_are_in_the_help(project: pytest.Pytester) -> None:
    result = run(project, "--help")

    result.stdout.fnmatch_lines(["examples of dccs-model:", "  --dccs-example=NAME*", "  --dccs-tag=TAG*"])


def test_the_marker_is_listed(project: pytest.Pytester) -> None:
    run(project, "--markers").stdout.fnmatch_lines(["@pytest.mark.dccs_example(*"])


def test_the_plugin_loads_the_model_when_it_is_needed(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import sys

        def test_it():
            assert "hypothesis" not in sys.modules
            assert "dccs_model.testing.strategies" not in sys.modules
        """
    )

    project.runpytest_subprocess(*PLUGIN, "-p", "no:hypothesispytest").assert_outcomes(passed=1)


@pytest.mark.skipif(find_spec("syrupy") is None, reason="syrupy is not installed")
def test_snapshots_are_readable_files(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_shots="""
        from dccs_model.testing import a_participant

        def test_it(dccs_snapshot):
            assert a_participant() == dccs_snapshot
        """
    )

    assert run(project, "--snapshot-update").ret == 0
    (kept,) = (project.path / "__snapshots__" / "test_shots").iterdir()
    assert kept.read_text(encoding="utf-8").startswith("official:\n  name: Lê Thị Hòa\n")
    run(project).assert_outcomes(passed=1)

    kept.write_text(kept.read_text(encoding="utf-8").replace("Hòa", "Hoa"), encoding="utf-8")
    run(project).assert_outcomes(failed=1)


def test_without_syrupy_the_fixture_says_what_to_do(project: pytest.Pytester) -> None:
    project.makepyfile("def test_it(dccs_snapshot): pass\n")

    result = run(project, "-p", "no:syrupy")

    result.stdout.fnmatch_lines(["*dccs_snapshot needs syrupy: install it*"])
