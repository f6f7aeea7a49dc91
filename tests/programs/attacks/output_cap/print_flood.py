"""Print without an end."""

while True:
    print("flood" * 100)
