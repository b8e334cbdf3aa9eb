"""Qt's own texts in Persian: its catalogue, and ours for what that one leaves out."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QTranslator

from liaison.i18n import N_, _

OURS: Final = frozenset(
    (
        # the file dialog and the icons of its files
        N_("&Look in:"),
        N_("Files of &type:"),
        N_("Alias"),
        N_("Drive"),
        N_("File"),
        N_("File Folder"),
        N_("Folder"),
        N_("Shortcut"),
        N_("Unknown"),
        N_("Downloads"),
        N_("Public"),
        N_("Templates"),
        # printing
        N_("Automatic"),
        N_("Pages"),
        N_("Page &Set:"),
        N_("Page &order:"),
        N_("Pages &per sheet:"),
        N_("Double Sided Printing"),
        N_("Off"),
        N_("Long side binding"),
        N_("Short side binding"),
        N_("Advanced"),
        N_("Scheduled &printing:"),
        N_("&Billing information:"),
        N_("Job &priority:"),
        N_("&Start:"),
        N_("&End:"),
        N_("Invalid Pages Definition"),
        N_("Duplex Settings Conflicts"),
        N_("There are conflicts in duplex settings. Do you want to fix them?"),
        N_("Page Setup Conflicts"),
        N_("There are conflicts in page setup options. Do you want to fix them?"),
        N_("Advanced Option Conflicts"),
        N_("There are conflicts in some advanced options. Do you want to fix them?"),
        N_("There are conflicts in some options. Please fix them."),
        N_("Custom value for %1"),
        N_(
            "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, "
            "'-' to define ranges and make sure ranges do not intersect with each other."
        ),
        N_(
            "Specify pages or ranges separated by commas. Ranges are specified by two numbers "
            "separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
        ),
        N_("Authentication Needed"),
        N_("Authentication needed to use %1."),
        N_("Authentication needed to use %1 on %2."),
        N_("Username:"),
        N_("Password:"),
        # what screen readers say
        N_("An error occurred"),
        N_("checked"),
        N_("unchecked"),
        N_("Set Focus"),
        N_("Show Menu"),
        N_("heading"),
        N_("page tab list"),
        N_("notification"),
    )
)
"""What `qtbase_fa.qm` of Qt 6.12 has no Persian for and an office may come to see."""


class QtStrings(QTranslator):
    """Answers Qt from our catalogue; installed before Qt's own, so that it is asked last.

    What we have no words for comes back as it is: an override that returns None makes PySide6
    (6.12) lose a reference to None at every call, until the interpreter ends.
    """

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt's signature
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's signature
        n: int = -1,  # noqa: ARG002 - Qt's signature
    ) -> str:
        """Return the text of Qt's in the language in use."""
        return _(source) if source in OURS else source

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something to ask for."""
        return False


def qt_translator(language: str) -> QTranslator:
    """Return Qt's own catalogue for `language`; empty for English."""
    translator = QTranslator()
    if language != "en":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator.load(f"qtbase_{language}", folder)
    return translator
