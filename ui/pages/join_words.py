"""What is told before two records become one."""

from liaison.i18n import _, language, ngettext
from liaison.language.listing import enumerated
from ui.figures import figure, isolated
from ui.pages.join_sheet import Sheet


def foretold(sheet: Sheet) -> str:
    """Say how many records of which types will lead to the one that stays."""
    title = isolated(sheet.both.titles[sheet.keeps])
    counts = sheet.both.moving[1 - sheet.keeps]
    moved = [
        _("{count} × {type}").format(count=figure(count), type=_(each.singular))
        for each, count in counts.most_common()
    ]
    if not moved:
        return _("Nothing refers to the record that goes; “{title}” stays.").format(title=title)
    return _("Will lead to “{title}”: {records}.").format(
        title=title, records=enumerated(moved, language())
    )


def other_names(sheet: Sheet) -> str:
    """Say what else the record will be called; "" for nothing else."""
    names = [isolated(each) for each in sheet.names()]
    told = _("Other names afterwards: {names}").format(names=enumerated(names, language()))
    return told if names else ""


def folding(count: int, *, shown: bool) -> str:
    """Return what the button says that folds away the fields in which both agree."""
    text = (
        ngettext("Hide {count} field that agrees", "Hide {count} fields that agree", count)
        if shown
        else ngettext("Show {count} field that agrees", "Show {count} fields that agree", count)
    )
    return text.format(count=figure(count))
