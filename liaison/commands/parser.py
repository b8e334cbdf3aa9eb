"""A parser of command lines that speaks the chosen language."""

import re
from argparse import SUPPRESS, Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NoReturn

from typing_extensions import override

from liaison.commands.terminal import say, say_error
from liaison.i18n import LANGUAGES, N_, _

NOT_UNDERSTOOD: Final = 2

# argparse speaks English only; these are its sentences and ours for them. A test holds each pair.
_SENTENCES: Final[Mapping[str, str]] = {
    r"argument (?P<name>.+): invalid choice: '(?P<value>.*)' \(choose from (?P<known>.+)\)": N_(
        "“{value}” is not known as {name}; known are {known}."
    ),
    r"argument (?P<name>.+): expected .+": N_("{name} needs a value."),
    r"argument (?P<name>.+): ignored explicit argument .+": N_("{name} takes no value."),
    r"argument (?P<name>.+): invalid .+ value: '(?P<value>.*)'": N_(
        "“{value}” does not fit {name}."
    ),
    r"argument (?P<name>.+?): (?P<problem>.+)": N_("{name}: {problem}"),
    r"the following arguments are required: (?P<name>.+)": N_("{name} is missing."),
    r"unrecognized arguments: (?P<name>.+)": N_("{name} is too much or not known."),
}


class Usage(Exception):  # noqa: N818 - usage is what it tells, asked for or not
    """The command line ends here: with help that was asked for, or with what was wrong."""

    def __init__(self, text: str, problem: str = "") -> None:
        super().__init__(problem)
        self.text = text
        self.problem = problem

    def tell(self) -> int:
        """Say it, and return the exit status."""
        if not self.problem:
            say(self.text.rstrip())
            return 0
        say_error(" ".join(self.text.split()))
        say_error(self.problem)
        return NOT_UNDERSTOOD


class _Help(Action):
    """Ends the reading of a command line with its help."""

    @override
    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        raise Usage(parser.format_help())


class Parser(ArgumentParser):
    """Reads a command line; whatever it cannot read it tells by raising Usage.

    `words` is the group of what stands at a fixed place, `choices` that of the options.
    """

    def __init__(self, program: str, purpose: str, epilog: str = "") -> None:
        super().__init__(
            prog=program,
            description=purpose,
            epilog=epilog,
            formatter_class=RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.words = self.add_argument_group(_("Arguments"))
        self.choices = self.add_argument_group(_("Options"))
        self.choices.add_argument("-h", "--help", action=_Help, nargs=0, help=_("Show this help."))

    def declare_place(self) -> None:
        """Declare the options every command takes, before its name or after it."""
        self.choices.add_argument(
            "--data", metavar="DIR", type=Path, default=SUPPRESS, help=_("Folder of the archive.")
        )
        self.choices.add_argument(
            "--passphrase-file",
            metavar="FILE",
            type=Path,
            default=SUPPRESS,
            help=_("File whose first line opens an encrypted archive; else it is asked for."),
        )
        self.choices.add_argument(
            "--lang", choices=LANGUAGES, default=SUPPRESS, help=_("Language of the messages.")
        )

    @override
    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", _("Usage:"), 1)

    @override
    def format_help(self) -> str:
        return super().format_help().replace("usage:", _("Usage:"), 1)

    @override
    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _SENTENCES.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                raise Usage(self.format_usage(), _(sentence).format(**found.groupdict()))
        raise Usage(self.format_usage(), message)
