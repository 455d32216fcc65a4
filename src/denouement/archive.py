"""Zip files that are the same, to the byte, for the same contents: files carry dates, ours does not."""

from collections.abc import Collection, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (2026, 1, 1, 0, 0, 0)


def packed(files: Mapping[str, bytes], programs: Collection[str] = ()) -> bytes:
    """The zip of `files`, path inside → content, in the order given; `programs` are those of them one may run."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.create_system = 3  # Unix, wherever it is written: permissions are read then
            entry.external_attr = (0o755 if name in programs else 0o644) << 16
            archive.writestr(entry, content, ZIP_DEFLATED, 9)
    return made.getvalue()
