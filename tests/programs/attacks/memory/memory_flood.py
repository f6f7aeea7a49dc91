"""Ask for memory without an end."""

blocks = []
while True:
    blocks.append(bytearray(1000000))
