"""Compare without an end inside one call."""

print(max(range((1 << 30) - 1)))
