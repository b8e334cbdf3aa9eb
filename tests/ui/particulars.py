"""The form of a partner, which stands in a tab of its page."""

from PySide6.QtWidgets import QWidget

from ui.pages.form_tab import FormTab
from ui.pages.partner import PartnerPage
from ui.records.form_page import FormPage


def form_of(page: QWidget | None) -> FormPage:
    """Turn the page of a partner to its particulars."""
    assert isinstance(page, PartnerPage)
    page.open_tab("form")
    tab = page.tabs.tab
    assert isinstance(tab, FormTab)
    return tab.page
