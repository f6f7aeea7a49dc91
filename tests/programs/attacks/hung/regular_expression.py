"""Match what takes longer than the world lasts."""

import re

print(re.match("a?" * 30 + "a" * 30 + "$", "a" * 29))
