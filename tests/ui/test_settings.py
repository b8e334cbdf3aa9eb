from pathlib import Path

import pytest

from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")  # whose thread the timers are of


def test_values_are_there_again(tmp_path: Path) -> None:
    first = Settings(tmp_path / "new" / "window.json")
    first.set("columns/visit", [200, 90])
    first.set("language", "en")
    first.save()
    again = Settings(tmp_path / "new" / "window.json")
    assert again.get("columns/visit") == [200, 90]
    assert again.get("language") == "en"
    assert again.get("theme", "system") == "system"


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "\x00\xff"])
def test_a_damaged_file_means_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "window.json"
    file.write_bytes(content.encode("latin-1"))
    settings = Settings(file)
    assert settings.get("language", "fa") == "fa"
    settings.set("language", "en")
    settings.save()
    assert Settings(file).get("language") == "en"


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings(blocked / "window.json")
    settings.set("language", "en")
    settings.save()
    assert settings.get("language") == "en"


def test_a_file_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("in the way")
    settings, told = Settings(tmp_path / "folder" / "window.json"), []
    settings.unsaved.connect(told.append)
    for theme in ("dark", "light"):
        settings.set("theme", theme)
        settings.save()
    assert len(told) == 1
    assert settings.get("theme") == "light"
