"""One template of rules: its parameters, and the text that they are put into."""

from collections.abc import Mapping

from .xml_reading import Node, written

MOST_SIGNS = 1_000_000  # of all that templates grow to


class Template:
    """`parameters` have their defaults; None where a use must give one."""

    def __init__(self, parameters: dict[str, str | None], text: str) -> None:
        self.parameters = parameters
        self.text = text

    def filled(self, given: Mapping[str, str]) -> str:
        """The text; KeyError names a parameter that is neither given nor has a default."""
        text = self.text
        for name in reversed(self.parameters):
            value = given.get(name, self.parameters[name])
            if value is None:
                raise KeyError(name)
            place = "#{" + name + "}"
            if len(text) + text.count(place) * (len(value) - len(place)) > MOST_SIGNS:
                raise OverflowError
            text = text.replace(place, value)
        return text


def template_of(node: Node) -> Template:
    """A template as a save describes it."""
    parameters: dict[str, str | None] = {}
    declared = node.child("params")
    for parameter in declared.children if declared else []:
        given = parameter.attributes.get("default")
        inner = parameter.text.strip() + written(parameter.children)
        parameters[parameter.attributes.get("name", "")] = given if given is not None else inner or None
    content = node.child("content")
    return Template(parameters, "" if content is None else content.text + written(content.children))
