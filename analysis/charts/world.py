"""The map: with which countries meetings were announced and held."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Patch, Polygon
from matplotlib.patheffects import withStroke

from .announced import GROUPS, meetings_data
from .outlines import Box, Ring, Window, alpha2, around, main_ring, middle, outlines, place
from .script import Lang, count, listing, say
from .style import (  # fmt: skip
    BLUE,
    GREEN,
    GREY,
    INK,
    MARGIN,
    PINK,
    SMALL,
    WIDTH,
    Chart,
    Words,
    drawn,
    empty,
    finish,
    legend,
    measure,
    sheet,
)
from .talks import home, talks
from .things import Tables, country, source, table

LAND, SEA = "#F1EFEA", "#DCE6EC"
FILLS = {
    "planned-held": (BLUE, "", "white"),
    "planned": ("white", "//////", BLUE),
    "held": (GREEN, "....", "white"),
    "cancelled": (PINK, "xxxx", "white"),
    "home": ("#6B7075", "", "white"),
    "host": (LAND, "", "white"),
}
LABELLED, HOSTS, ABSENT, TIGHT = 20, 3, 6, 0.6
COLUMNS = ["country", "iso3", "group", "host", "planned", "held", "on_map"]


def meetings_map_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a country: country, iso3, group (the first that it is in, home, or only host), host
    (whether it hosts a meeting), planned and held (articles), on_map (whether this scale has its outline);
    after them the counterparts that are no country (iso3 NA).
    """
    met = meetings_data(tables, lang).rename(columns={"counterpart": "country"})
    met = met.drop_duplicates("country")
    rows = talks(tables, table(tables, "meetings"))
    hosts = {*rows["host_iso3"].dropna(), *table(tables, "record_meetings")["host_iso3"].dropna()}
    here = home(rows, tables)
    known = {here, *met["iso3"].dropna()} - {None}
    also = [(here, "home")] if here else []
    also += [(iso3, "host") for iso3 in sorted(hosts - known)]
    more = [{"country": country(iso3, lang), "iso3": iso3, "group": group, "planned": 0, "held": 0} for iso3, group in also]  # fmt: skip
    data = pd.DataFrame([*met.to_dict("records"), *more], columns=COLUMNS)
    codes = [iso3 if isinstance(iso3, str) else "" for iso3 in data["iso3"]]
    data = data.assign(host=[iso3 in hosts for iso3 in codes], on_map=[main_ring(iso3) is not None for iso3 in codes])  # fmt: skip
    order = [(not iso3, nth) for nth, iso3 in enumerate(codes)]
    return data.iloc[sorted(range(len(data)), key=order.__getitem__)].reset_index(drop=True)


@drawn
def meetings_map(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw the countries of the meetings on a map with their outlines.

    >>> meetings_map({}, "en").words.title
    'Where are they from?'
    """
    data = meetings_map_data(tables, lang)
    words = _words(data, tables, lang)
    shown = data[data["on_map"].astype(bool)]
    if shown.empty:
        return empty(words, lang, data)
    rings = {iso3: ring for iso3 in shown["iso3"] if (ring := main_ring(iso3))}
    window = around(list(rings.values()))
    wide = WIDTH - 2 * MARGIN
    figure, (axes,) = sheet(words, lang, height=wide * window.shape + 0.36)
    _land(axes, shown, window)
    _labels(axes, shown.head(LABELLED), window, wide)
    groups = [group for group in FILLS if group != "host" and (shown["group"] == group).any()]
    handles = [_patch(group, shown, lang) for group in groups]
    legend(axes, handles, lang, columns=2)
    return finish(figure, data)


def _patch(group: str, shown: pd.DataFrame, lang: Lang) -> Patch:
    face, hatch, colour = FILLS[group]
    home = listing(shown.loc[shown["group"] == "home", "country"], lang)
    words = say(lang, *GROUPS[group]) if group in GROUPS else home
    return Patch(
        facecolor=face, hatch=hatch, hatchcolor=colour, edgecolor=GREY, linewidth=0.4, label=words
    )


def _land(axes: Axes, shown: pd.DataFrame, window: Window) -> None:
    axes.set_facecolor(SEA)
    axes.set(xlim=(window.west, window.east), ylim=(window.south, window.north))
    axes.set(aspect=1 / window.squeeze, xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_visible(False)
    every = outlines()
    land = [ring for one in every for ring in one.rings]
    axes.add_collection(PolyCollection(land, facecolor=LAND, edgecolor="#B9BEC3", linewidth=0.35))
    for row in shown.itertuples():
        face, hatch, colour = FILLS[str(row.group)]
        for ring in (
            ring for one in every if one.code == alpha2(str(row.iso3)) for ring in one.rings
        ):
            axes.add_patch(
                Polygon(
                    ring,
                    facecolor=face,
                    hatch=hatch,
                    hatchcolor=colour,
                    edgecolor=GREY,
                    linewidth=0.4,
                )
            )
            if row.host:
                axes.add_patch(Polygon(ring, fill=False, edgecolor=INK, linewidth=1.1, zorder=3))


def _labels(axes: Axes, shown: pd.DataFrame, window: Window, wide: float) -> None:
    scale = wide / (window.east - window.west)
    tall = wide * window.shape
    rings = [main_ring(str(iso3)) or () for iso3 in shown["iso3"]]
    drawn_ = [_inches(ring, window, scale) for ring in rings]
    words = [(str(name), measure(str(name), SMALL) + 0.05) for name in shown["country"]]
    pairs = list(zip(drawn_, words, strict=True))
    room = {ring: _extent(ring).width / width for ring, (_, width) in pairs}
    put: list[Box] = []
    # a name that fits into its country stays there, the others go round those that would be hidden
    for ring, (name, width) in sorted(pairs, key=lambda pair: -room[pair[0]]):
        small = [_extent(one) for one, of in room.items() if of < (TIGHT if one is ring else 1)]
        taken = [*put, *small]
        start = Box(*middle(ring), width, SMALL * 1.35 / 72)
        others = [other for other in drawn_ if other is not ring]
        spot = place(start, taken, within=(wide, tall), avoid=others)
        if spot is None:
            continue
        put.append(spot)
        ends = [(window.west + box.x / scale, window.south + box.y * window.squeeze / scale) for box in (start, spot)]  # fmt: skip
        if spot.far(start) > spot.height:
            axes.plot(*zip(*ends, strict=True), color=INK, linewidth=0.5, marker="o", markevery=[0], markersize=1.6, zorder=4)  # fmt: skip
        axes.text(
            *ends[1], name, ha="center", va="center_baseline", fontsize=SMALL, color=INK,
            path_effects=[withStroke(linewidth=2.2, foreground="white")], zorder=5,
        )  # fmt: skip


def _inches(ring: Ring, window: Window, scale: float) -> Ring:
    down = scale / window.squeeze
    return tuple(((x - window.west) * scale, (y - window.south) * down) for x, y in ring)


def _extent(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    return Box((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, wide, tall)


def _words(data: pd.DataFrame, tables: Tables, lang: Lang) -> Words:
    told = [(group, list(data.loc[data["group"] == group, "country"])) for group in GROUPS]
    said = [f"{say(lang, *GROUPS[group])}: {listing(who, lang)}" for group, who in told if who]
    hosts = _first(data.loc[data["host"].astype(bool), "country"], HOSTS, lang)
    finding = say(lang, f"میزبان: {listing(hosts, lang)} (خط سیاه دور کشور).", f"Host: {listing(hosts, lang)} (outlined in black).") if hosts else ""  # fmt: skip
    absent = _first(data.loc[~data["on_map"].astype(bool), "country"], ABSENT, lang)
    note = say(lang, "مرزها چنان‌اند که در عمل هست، نه چنان‌که کسی ادعا می‌کند (Natural Earth). ", "Borders are drawn as held, not as claimed (Natural Earth). ")  # fmt: skip
    if absent:
        note += say(lang, f"روی نقشه نیست: {listing(absent, lang)}. ", f"Not on the map: {listing(absent, lang)}. ")  # fmt: skip
    title = say(lang, "طرف‌های دیدار از کجا هستند؟", "Where are they from?")
    return Words(title, finding, note + source(tables, lang), say(lang, "؛ ", "; ").join(said))


def _first(names: "pd.Series[str]", most: int, lang: Lang) -> list[str]:
    """The first of many names, and how many more there are."""
    more = count(len(names) - most, "مورد دیگر", "other", "others", lang)
    return [*names[:most], more] if len(names) > most else list(names)
