"""The helper objects that QML creates itself: measured text, paths and chart geometry.

A helper is a QObject with plain properties: numbers in, geometry out. It knows nothing about
content or the visit. The imports are inside so that listing the types costs nothing before.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


def first_types() -> list[type[QObject]]:
    """The helpers that the first frame needs."""
    from kiosk.bridge.typeset import Balance
    from kiosk.bridge.unfinished import Unfinished

    return [Balance, Unfinished]


def helper_types() -> list[type[QObject]]:
    """Creatable types of `Kiosk.Core`, in the order of their names."""
    from kiosk.bridge.charts import NeighbourGeometry, RankingGeometry
    from kiosk.bridge.codes import QrCode
    from kiosk.bridge.linechart import LineGeometry
    from kiosk.bridge.lineends import LineEndsGeometry
    from kiosk.bridge.linescale import LineScale
    from kiosk.bridge.route import RouteGeometry
    from kiosk.bridge.routelight import RouteLight
    from kiosk.bridge.sharegrid import ShareGeometry
    from kiosk.bridge.textfit import TextFit
    from kiosk.bridge.threadmorph import ThreadMorph
    from kiosk.bridge.threadpath import ThreadPath
    from kiosk.bridge.timeline import TimelineGeometry
    from kiosk.bridge.world import WorldGeometry, WorldNames, WorldRegions

    maps = [RouteGeometry, RouteLight, WorldGeometry, WorldNames, WorldRegions]
    charts = [
        LineEndsGeometry,
        LineGeometry,
        LineScale,
        NeighbourGeometry,
        RankingGeometry,
        ShareGeometry,
        TimelineGeometry,
    ]
    return [*first_types(), *charts, TextFit, ThreadMorph, ThreadPath, *maps, QrCode]
