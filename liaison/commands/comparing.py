"""The command that lists what was perhaps written down twice."""

from liaison.commands.parser import Parser
from liaison.commands.request import Request, declare_json, opened
from liaison.commands.terminal import figure, say_json, say_rows


def declare_doubles(parser: Parser) -> None:
    """Declare what `doubles` takes."""
    declare_json(parser)


def list_doubles(request: Request) -> int:
    """List the pairs of records that may be one, the most certain first."""
    from liaison.insight.doubles import find

    with opened(request) as archive:
        found = list(find(archive))
        uids = [uid for each in found for uid in each.uids]
        titles = archive.titles(uids, request.language)
    if request.options.json:
        say_json(
            [
                {
                    "type": each.type_name,
                    "uids": [each.first, each.second],
                    "titles": [titles.get(each.first, ""), titles.get(each.second, "")],
                    "score": each.likeness.score,
                    "reason": each.likeness.sentence,
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        both = (each.first, titles.get(each.first, ""), each.second, titles.get(each.second, ""))
        say_rows([(each.type_name, *both, figure(each.likeness.score), each.likeness.sentence)])
    return 0
