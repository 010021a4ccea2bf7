"""A picture of figures, drawn from the page that a report would have, as wide as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.charts import Chart
from ui.theme import scaled

if TYPE_CHECKING:
    from ui.desk import QtDesk

_WIDE, _HIGH, _POINTS = 480, 260, 72
"""The page of a picture in points (reports/charts.py), and points to the inch."""


class Pictures(Protocol):
    """What a use case of pictures gives back: their rows, and each drawn at so many dots to the inch."""

    @property
    def charts(self) -> Sequence[Chart]: ...

    def picture(self, page: int, dots: int) -> object: ...


class ChartView(QLabel):
    """One picture. Beside it stands its table or its finding in words: it is never the only teller."""

    def __init__(self, desk: QtDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.pictures: Pictures | None = None
        self.page = 1
        self._drawn = (0, 0)
        self.setMinimumSize(scaled(200), scaled(200) * _HIGH // _WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._ask)

    def show_page(self, pictures: Pictures, page: int) -> None:
        """Another picture (from 1)."""
        self.pictures, self.page, self._drawn = pictures, page, (0, 0)
        self.setToolTip(pictures.charts[page - 1].finding)
        self._later.start()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        return min(width, self._most()) * _HIGH // _WIDE

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(scaled(420), scaled(420) * _HIGH // _WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._later.start()

    def _most(self) -> int:
        return scaled(580)

    def _ask(self) -> None:
        wide = min(self.width(), self._most(), max(1, self.height()) * _WIDE // _HIGH)
        pictures, page = self.pictures, self.page
        if pictures is None or wide < scaled(80) or self._drawn == (page, wide):
            return
        self._drawn = (page, wide)
        ratio = self.devicePixelRatioF()
        dots = max(30, int(wide * ratio * _POINTS / _WIDE))
        self.desk.tasks.run(
            lambda: (page, pictures.picture(page, dots)),
            lambda drawn: self._show(*drawn, ratio),
            lambda _error: None,
            owner=self,
        )

    def _show(self, page: int, picture: object, ratio: float) -> None:
        if page != self.page:
            return
        width, height, stride, pixels = (
            getattr(picture, name) for name in ("width", "height", "stride", "pixels")
        )
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(ratio)
        self.setPixmap(QPixmap.fromImage(image))
