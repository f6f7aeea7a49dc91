"""Which language to speak: `--lang`, else $MARSHRUT_LANG, else the computer's, else English."""

from collections.abc import Mapping, Sequence

from marshrut.simulator.messages import LANGUAGES


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """One of LANGUAGES. Looks at the raw arguments, so that it can also be asked when they are wrong."""
    asked = ""
    for i, argument in enumerate(arguments):
        if argument == "--lang" and i + 1 < len(arguments):
            asked = arguments[i + 1]
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
    wishes = [asked] + [environment.get(name, "") for name in ("MARSHRUT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    for wish in wishes:
        if wish[:2].lower() in LANGUAGES:
            return wish[:2].lower()
    return "en"
