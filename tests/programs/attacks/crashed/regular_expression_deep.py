"""Match what calls itself more often than there is room for."""

import re

print(re.match("(a*)*(a*)*b", "a" * 40))
