"""Double a text without an end."""

text = "x"
while True:
    text += text
