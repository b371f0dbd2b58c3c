"""
Snapshots of model values for syrupy, one readable file each.

Importing this module imports syrupy. The fixture ``dccs_snapshot`` of the
pytest plugin is a ``snapshot`` that uses it.
"""

from __future__ import annotations

from typing import Any

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from dccs_model.testing.assertions import snapshot_text

__all__ = ["DccsSnapshotExtension"]


class DccsSnapshotExtension(SingleFileSnapshotExtension):
    """
    Keeps a model value as the outline of `snapshot_text`.
    """

    file_extension = "txt"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: Any, **_: Any) -> str:
        """
        Write *data* as an outline.
        """
        return snapshot_text(data)
