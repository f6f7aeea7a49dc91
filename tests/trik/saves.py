"""Saves of every age, made of the two fields here: a zip with the field in a file, a zip with it among the notes, and
the oldest stream of records."""

import base64
import io
import struct
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

FIELDS = Path(__file__).parent / "fields"
EVERYTHING = (FIELDS / "everything.xml").read_bytes()
LABYRINTH = (FIELDS / "labyrinth.xml").read_bytes()

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="#000"/></svg>'
)
TEMPLATES = b"""<templates><template name="hold">
  <params><param name="zone"/><param name="ms" default="2000"/><param name="then"><fail message="no"/></param></params>
  <content><![CDATA[<event id="hold" settedUpInitially="true"><conditions glue="and">
    <inside objectId="robot1" regionId="#{zone}"/><timer timeout="#{ms}" forceDropOnTimeout="false"/></conditions>
    <triggers>#{then}</triggers></event>]]></content>
</template></templates>"""
PROGRAM = {"tree/logical/RobotsMetamodel/Block": b"<block/>", "tree/graphical/RobotsMetamodel/Block": b"<block/>"}


def png(width: int = 40, height: int = 20) -> bytes:
    picture = Image.new("RGB", (width, height), "#203080")
    picture.paste("#ffffff", (0, 0, max(1, width // 2), height))
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def blobs(picture: bytes | None = None) -> bytes:
    packed = base64.b64encode(png() if picture is None else picture).decode()
    return (
        f'<blobs><images><image imageId="{{picture}}" path="/home/a/picture.png" external="false">{packed}</image>'
        f'<image imageId="{{drawing}}" path="C:/drawing.svg" external="false">{escape(DRAWING)}</image>'
        '<image imageId="{elsewhere}" path="/home/teacher/elsewhere.png" external="true"/></images></blobs>'
    ).encode()


def notes(world: bytes | None = None, pictures: bytes | None = None) -> bytes:
    """What lies beside a program; early saves keep the field among it."""
    rows = ['<info key="lastKitId" type="QString" value="trikKit"/>']
    for key, text in (("worldModel", world), ("blobs", pictures)):
        if text is not None:
            value = quoteattr(text.decode()).replace("\n", "&#xa;")
            rows.append(f'<info key="{key}" type="QString" value={value}/>')
    return f"<metaInformation>{''.join(rows)}</metaInformation>".encode()


def new_save(world: bytes = EVERYTHING, pictures: bytes | None = None) -> bytes:
    parts = {"worldModel.xml": world, "blobs.xml": pictures or blobs(), "templates/mine.xml": TEMPLATES}
    return zipped({**parts, "metaInfo.xml": notes(), **PROGRAM})


def early_save(world: bytes = EVERYTHING) -> bytes:
    return zipped({"metaInfo.xml": notes(world, blobs()), "templates/mine.xml": TEMPLATES, **PROGRAM})


def oldest_save(world: bytes = LABYRINTH) -> bytes:
    return streamed({"/" + name: content for name, content in {**PROGRAM, "metaInfo.xml": notes(world)}.items()})


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def streamed(parts: dict[str, bytes]) -> bytes:
    """Names in UTF-16 and packed bytes, each after its length; before packed bytes stands their unpacked length."""
    records = b""
    for name, content in parts.items():
        raw = name.encode("utf-16-be")
        packed = struct.pack(">I", len(content)) + zlib.compress(content)
        records += struct.pack(">I", len(raw)) + raw + struct.pack(">I", len(packed)) + packed
    return records
