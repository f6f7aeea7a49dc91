"""Write a file by a path of the host: it lands on the board's own flash."""

import os

path = ""
for part in "/canary/written".split("/")[1:-1]:
    path += "/" + part
    os.mkdir(path)
with open("/canary/written", "w") as file:
    file.write("written")
print(os.listdir(path))
