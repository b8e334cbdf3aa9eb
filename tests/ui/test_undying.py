"""The singletons of the language outlive the calls of Qt that lose references to them."""

import sys

import pytest
from PySide6.QtCore import QObject

from ui.undying import BEYOND_REACH, SINGLETONS, keep_singletons

keep_singletons()


def test_none_survives_more_calls_than_it_had_references() -> None:
    thing = QObject()
    for _call in range(50_000):
        thing.setObjectName("x")
    assert thing.objectName() == "x"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="immortal by the language itself")
@pytest.mark.parametrize("singleton", SINGLETONS, ids=repr)
def test_no_session_can_use_the_references_up(singleton: object) -> None:
    assert sys.getrefcount(singleton) > BEYOND_REACH // 2
