"""Outlines of countries, and where on a map their labels have room.

Source: Natural Earth 1:110m, public domain (analysis/data/README.md).
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import cos, hypot, radians
from typing import NamedTuple

from matplotlib.path import Path

Point = tuple[float, float]
Ring = tuple[Point, ...]
FLAT, TALL = 0.45, 0.95
COVER, FAR = 0.05, 0.5


class Outline(NamedTuple):
    """A country: its ISO 3166-1 alpha-2 code (None for an area without one) and its outer rings."""

    code: str | None
    rings: tuple[Ring, ...]


class Window(NamedTuple):
    """A part of the map in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def shape(self) -> float:
        """Height by width as drawn."""
        return (self.north - self.south) / ((self.east - self.west) * self.squeeze)


@cache
def alpha2(iso3: str) -> str | None:
    """Turn an ISO 3166-1 alpha-3 code into alpha-2 (source: CLDR, through Babel).

    >>> alpha2("AZE")
    'AZ'
    """
    from babel.core import get_global

    return next(iter(get_global("territory_aliases").get(iso3, [])), None)


@cache
def outlines() -> tuple[Outline, ...]:
    """All outlines, in the order of the source."""
    path = files("analysis") / "data" / "countries-110m.json"
    made = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = tuple(_unwrapped(part[0]) for part in parts)
        made.append(Outline(alpha2(feature["id"]) if feature.get("id") else None, rings))
    return tuple(made)


def _unwrapped(ring: Sequence[Sequence[float]]) -> Ring:
    """Go on beyond 180 degrees east where the source jumps to the other edge of the map."""
    turned, before = 0.0, ring[0][0]
    made: list[Point] = []
    for x, y in ring:
        turned += 360 * ((before - x > 180) - (x - before > 180))
        made.append((x + turned, y))
        before = x
    return tuple(made)


def main_ring(iso3: str) -> Ring | None:
    """The largest part of a country, or None where this scale leaves it out."""
    code = alpha2(iso3)
    rings = [ring for one in outlines() if code and one.code == code for ring in one.rings]
    return max(rings, key=lambda ring: abs(_area(ring))) if rings else None


def middle(ring: Ring) -> Point:
    """The centroid of a ring.

    >>> middle(((0, 0), (2, 0), (2, 2), (0, 2), (0, 0)))
    (1.0, 1.0)
    """
    area = _area(ring) or 1e-9
    x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (6 * area), y / (6 * area)


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def around(rings: Sequence[Ring], *, margin: float = 4.0) -> Window:
    """The window that shows all the rings, neither too flat nor too tall."""
    points = [point for ring in rings for point in ring]
    west, east = min(x for x, _ in points) - margin, max(x for x, _ in points) + margin
    south, north = min(y for _, y in points) - margin, max(y for _, y in points) + margin
    window = Window(west, max(south, -85), east, min(north, 85))
    if window.shape > TALL:
        more = ((window.north - window.south) / (TALL * window.squeeze) - (east - west)) / 2
        window = window._replace(west=west - more, east=east + more)
    elif window.shape < FLAT:
        more = (FLAT * (east - west) * window.squeeze - (window.north - window.south)) / 2
        window = window._replace(south=max(south - more, -85), north=min(north + more, 85))
    return window


class Box(NamedTuple):
    """A rectangle in inches."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        aside = abs(self.x - other.x) * 2 >= self.width + other.width
        return not aside and abs(self.y - other.y) * 2 < self.height + other.height

    def inside(self, wide: float, tall: float) -> bool:
        """Whether a rectangle lies on a map of a size."""
        across = self.width / 2 <= self.x <= wide - self.width / 2
        return across and self.height / 2 <= self.y <= tall - self.height / 2

    def far(self, other: "Box") -> float:
        """Distance of the middles."""
        return hypot(self.x - other.x, self.y - other.y)

    def over(self, ring: Ring) -> int:
        """How many of nine points of the rectangle lie in a ring."""
        points = [
            (self.x + dx * self.width / 2, self.y + dy * self.height / 2)
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        ]
        return int(Path(ring).contains_points(points).sum())


def place(
    box: Box, taken: list[Box], *, within: tuple[float, float], avoid: Sequence[Ring] = ()
) -> Box | None:
    """Move a label from its country's middle to where it meets no other and stays on the map.

    It rather goes further than onto other countries (`avoid`, in inches); None where there is no
    place near.
    """
    steps = [0.0, 0.5, -0.5, 0.8, -0.8, 1.1, -1.1, 1.5, -1.5, 2.0, -2.0]
    across = (0.0, 0.35, -0.35, 0.65, -0.65)
    moved = [
        box._replace(x=box.x + dx * box.width, y=box.y + dy * box.height * 1.2)
        for dy in steps
        for dx in across
    ]
    free = [
        one for one in moved if one.inside(*within) and not any(one.meets(other) for other in taken)
    ]
    if not free:
        return None
    best = min(free, key=lambda one: one.far(box) + COVER * sum(one.over(ring) for ring in avoid))
    return best if best.far(box) <= FAR else None
