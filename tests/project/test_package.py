"""
What is published: the wheel, the source archive and what they say of themselves.
"""

import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from hatchling.build import build_sdist, build_wheel

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dccs_model"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)
        folder = tmp_path_factory.mktemp("wheel")
        return zipfile.ZipFile(folder / build_wheel(str(folder)))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)
        folder = tmp_path_factory.mktemp("sdist")
        with tarfile.open(folder / build_sdist(str(folder))) as opened:
            return [name.partition("/")[2] for name in opened.getnames()]


def metadata(wheel: zipfile.ZipFile, name: str) -> bytes:
    [path] = [each for each in wheel.namelist() if each.endswith(f".dist-info/{name}")]
    return wheel.read(path)


def test_the_wheel_holds_every_file_of_the_package(wheel):
    files = {
        path.relative_to(ROOT / "src").as_posix()
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel.namelist() if name.startswith("dccs_model/")} == files
    kinds = {Path(name).suffix for name in files}
    assert {".py", ".toml", ".json", ".gz", ".txt"} <= kinds
    assert "dccs_model/py.typed" in files


def test_the_wheel_holds_nothing_else(wheel):
    assert {name.partition("/")[0] for name in wheel.namelist()} == {"dccs_model", "dccs_model-0.1.0.dist-info"}


def test_the_wheel_needs_three_packages(wheel):
    needed = message_from_bytes(metadata(wheel, "METADATA")).get_all("Requires-Dist")
    assert sorted(each.split(">")[0] for each in needed if "extra ==" not in each) == [
        "attrs",
        "cattrs",
        "python-dateutil",
    ]
    assert sorted(each.split(">")[0] for each in needed if "extra ==" in each) == ["click", "rich"]


def test_the_wheel_names_its_entry_points(wheel):
    assert metadata(wheel, "entry_points.txt").decode().split("\n\n") == [
        "[console_scripts]\ndccs = dccs_model.cli:main",
        "[hypothesis]\ndccs = dccs_model.testing.registration:register",
        "[pytest11]\ndccs = dccs_model.testing.plugin\n",
    ]


def test_the_licence_and_the_notices_go_with_it(wheel):
    assert b"Apache License" in metadata(wheel, "licenses/LICENSE")
    notice = metadata(wheel, "licenses/NOTICE").decode()
    assert (SOURCE / "places" / "NOTICE-data.txt").read_text("utf-8").strip() in notice


@pytest.mark.parametrize(
    "path",
    ["README.md", "README.vi.md", "CHANGELOG.md", "LICENSE", "NOTICE", ".ci/run", "docs/conf.py"],
)
def test_the_source_archive_holds(archive, path):
    assert path in archive


def test_the_source_archive_holds_nothing_that_was_built(archive):
    built = {"_build", "__pycache__", ".venv", ".git"}
    assert [name for name in archive if built & set(name.split("/"))] == []
