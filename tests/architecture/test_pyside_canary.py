"""PySide6 must not eat references to None: 6.12 under Python 3.11 does, and aborts in the end."""

import os
import sys

import pytest

# Five calls each: enough to see a reference eaten at every call, too few to reach the abort.
ROUNDS = 400


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_thousands_of_calls_leave_the_count_of_none_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    widgets = pytest.importorskip("PySide6.QtWidgets", reason="the window's packages are not installed")
    application = widgets.QApplication.instance() or widgets.QApplication([])
    label = widgets.QLabel()
    before = sys.getrefcount(None)
    for number in range(ROUNDS):
        label.setText(str(number))
        label.setEnabled(True)
        label.parentWidget()
        label.setParent(None)
        application.processEvents()
    assert abs(sys.getrefcount(None) - before) < ROUNDS // 10
