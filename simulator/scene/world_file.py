"""World files: a mat with what is painted on it, and where a robot may start."""

from dataclasses import replace
from pathlib import Path

from ..toml_file import Source, TomlFile, raise_first
from .errors import SceneError
from .fault_text import fault_of_table
from .model import Light, Mat, Start, Wall, WorldFile
from .object_checks import object_faults
from .objects import objects_of, ramps_of, zones_of
from .shapes import WorldShape
from .surfaces import beside, light_of, painted
from .world_checks import form_faults, meaning_faults


def load_world(source: Source | str) -> WorldFile:
    """Read a world file, or the text of one; SceneError says what is wrong with it, and in which line."""
    file = TomlFile(Path(source) if isinstance(source, str) else source, SceneError)
    shape = file.parse(WorldShape)
    raise_first(form_faults(file, shape))
    starts = tuple(Start(start.id, start.x_mm, start.y_mm, start.heading_deg) for start in shape.start)
    walls = tuple(Wall(wall.id, *wall.from_mm, *wall.to_mm, wall.height_mm) for wall in shape.wall)
    lights = tuple(Light(light.id, light.share, light.points_mm) for light in shape.light)
    light, rgb = light_of(shape.mat)
    mat = Mat(
        shape.mat.width_mm, shape.mat.height_mm, light, (), starts, walls, rgb, lights,
        objects_of(shape), zones_of(shape.zone), ramps_of(shape.ramp, shape.bump),
    )  # fmt: skip
    from_files, faults, notes = beside(file, shape, mat)
    surfaces = sorted(painted(shape) + from_files, key=lambda item: file.line(item[0]))
    faults += meaning_faults(file, shape, mat, surfaces)
    raise_first(faults + object_faults(file, shape, mat))
    title = (("en", shape.title.en), ("ru", shape.title.ru), ("kk", shape.title.kk))
    mat = replace(mat, surfaces=tuple(surface for _, surface in surfaces))
    faults_there, bumps = tuple(fault_of_table(table) for table in shape.fault), tuple(bump.id for bump in shape.bump)
    return WorldFile(shape.id, title, mat, faults_there, tuple(notes), bumps)
