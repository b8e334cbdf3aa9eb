"""Qt's own texts in Persian: its catalogue, and ours for what that one leaves out."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QTranslator

from liaison.i18n import N_, _

OURS: Final = {
    "&Yes": N_("Yes"),
    "&No": N_("No"),
}


class QtStrings(QTranslator):
    """Answers Qt from our catalogue where Qt's own has nothing."""

    def translate(  # noqa: D102 - Qt's name and meaning
        self,
        context: str,  # noqa: ARG002 - Qt's signature
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        message = OURS.get(source)
        return _(message) if message else ""

    def isEmpty(self) -> bool:  # noqa: N802, D102 - Qt's name and meaning
        return False


def qt_translator(language: str) -> QTranslator:
    """Return Qt's own catalogue for `language`; empty for English."""
    translator = QTranslator()
    if language != "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator.load(f"qtbase_{language}", folder)
    return translator
