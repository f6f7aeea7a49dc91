"""Open a file of the host by its path."""

print(open("/canary/secret").read())
