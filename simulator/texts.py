"""Texts that files give for people to read."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

BLANK = "text_blank"  # the type of the error


def _seen(text: str) -> str:
    if text and not any(sign.isprintable() and not sign.isspace() for sign in text):
        raise PydanticCustomError(BLANK, "nothing of it can be seen")
    return text


# Without control characters but line feed and tab: a terminal would obey them.
Plain = Annotated[str, Field(pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$")]
Text = Annotated[Plain, Field(min_length=1), AfterValidator(_seen)]
