"""What a save holds: a zip with the field in a file or among the notes, the oldest stream of records, or bare XML."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.toml_file import FileProblem

from .problem import FieldProblem
from .xml_reading import parse

MOST_FILE_BYTES = 32_000_000
MOST_BYTES = 32_000_000  # unpacked, of what is read; the program's blocks beside it are left packed
MOST_ENTRIES = 50_000

# The parts that are read, by the ends of their names: a zip has `worldModel.xml`, the old stream `/worldModel.xml`.
WORLD, BLOBS, NOTES, TEMPLATES = "worldModel.xml", "blobs.xml", "metaInfo.xml", "templates/"
BLOCKS = "tree/"  # the program


@dataclass(frozen=True, slots=True)
class Contents:
    """The field's XML, and the XML of pictures and templates beside it."""

    world: bytes
    blobs: tuple[bytes, ...] = ()
    templates: tuple[bytes, ...] = ()


def open_field(path: Path) -> Contents:
    """FieldProblem where the file is no field; FileProblem where it is not there."""
    data = _bytes_of(path)
    where = str(path)
    if data[:2] == b"PK":
        return _contents(dict(_unzipped(data, where)), where)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise FieldProblem("field-empty", where)
    if start[:1] == b"<" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Contents(data)
    return _contents(dict(_records(data, where)), where)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise FileProblem("file-not-plain", path, 0, "", folder=int(path.is_dir()))
        if not path.is_file():
            raise FileProblem("file-missing", path.parent, 0, "", file=path.name)
        with path.open("rb") as file:
            data = file.read(MOST_FILE_BYTES + 1)
    except OSError:
        raise FieldProblem("field-unreadable", str(path)) from None
    if len(data) > MOST_FILE_BYTES:
        raise FieldProblem("field-large", str(path), what="file", most=MOST_FILE_BYTES // 1_000_000)
    return data


def _contents(parts: dict[str, bytes], where: str) -> Contents:
    world, blobs = parts.get(WORLD), [parts[BLOBS]] if BLOBS in parts else []
    if NOTES in parts:
        for node in parse(parts[NOTES], where).every("info"):
            kept = node.attributes.get("value", "").encode("utf-8", "replace")
            if node.attributes.get("key") == "worldModel" and world is None and kept.strip():
                world = kept
            elif node.attributes.get("key") == "blobs" and kept.strip():
                blobs.append(kept)
    if world is None:
        raise FieldProblem("field-no-world", where)
    templates = tuple(parts[name] for name in sorted(parts) if name.startswith(TEMPLATES))
    return Contents(world, tuple(blobs), templates)


def _unzipped(data: bytes, where: str) -> Iterator[tuple[str, bytes]]:
    """The parts of a zip. What is packed never counts more than MOST_BYTES, whatever the zip says of its size."""
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise FieldProblem("field-large", where, what="entries", most=MOST_ENTRIES)
            for entry in entries:
                name = _part_of(entry.filename)
                if name:
                    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                        raise FieldProblem("field-damaged", where)  # another packer may ask for any amount of memory
                    with archive.open(entry) as part:
                        content = part.read(left + 1)
                    left -= len(content)
                    if left < 0:
                        raise _too_much(where)
                    if content.strip():  # a save without a field has an empty one
                        yield name, content
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise FieldProblem("field-damaged", where) from None


def _records(data: bytes, where: str) -> Iterator[tuple[str, bytes]]:
    """The parts of the oldest saves: after each other a name and packed data, each after its length in four bytes."""
    place, count, left = 0, 0, MOST_BYTES
    while place < len(data):
        raw, place = _counted(data, place, where, first=place == 0)
        packed, place = _counted(data, place, where, first=count == 0)
        count += 1
        if count > MOST_ENTRIES:
            raise FieldProblem("field-large", where, what="entries", most=MOST_ENTRIES)
        name = _part_of(raw.decode("utf-16-be", "replace"))
        if name:
            content = _inflated(packed[4:], left, where)  # before the packed bytes their unpacked length
            left -= len(content)
            yield name, content


def _counted(data: bytes, place: int, where: str, *, first: bool) -> tuple[bytes, int]:
    """Bytes after their number. The first record that does not fit means that this is no such file at all."""
    wrong = FieldProblem("field-not-a-field" if first else "field-damaged", where)
    if place + 4 > len(data):
        raise wrong
    (length,) = struct.unpack_from(">I", data, place)
    if length == 0xFFFFFFFF:  # a null text, or null bytes
        return b"", place + 4
    if place + 4 + length > len(data):
        raise wrong
    return data[place + 4 : place + 4 + length], place + 4 + length


def _inflated(packed: bytes, most: int, where: str) -> bytes:
    stream = zlib.decompressobj()
    try:
        content = stream.decompress(packed, most + 1)
    except zlib.error:
        raise FieldProblem("field-damaged", where) from None
    if len(content) > most:
        raise _too_much(where)
    if not stream.eof:
        raise FieldProblem("field-damaged", where)
    return content


def _too_much(where: str) -> FieldProblem:
    return FieldProblem("field-large", where, what="unpacked", most=MOST_BYTES // 1_000_000)


def _part_of(name: str) -> str:
    """The name of a part that is read; nothing for the program's blocks."""
    name = name.replace("\\", "/").lstrip("/")
    if name.startswith(BLOCKS):
        return ""
    if name in (WORLD, BLOBS, NOTES) or (name.startswith(TEMPLATES) and name.endswith(".xml")):
        return name
    # An early zip has its notes in a file of no ending.
    return NOTES if name == NOTES.removesuffix(".xml") else ""
