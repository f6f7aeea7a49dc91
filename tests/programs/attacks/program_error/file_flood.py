"""Fill the flash."""

n = 0
while True:
    with open("f%d.txt" % n, "w") as file:
        file.write("x" * 4096)
    n += 1
