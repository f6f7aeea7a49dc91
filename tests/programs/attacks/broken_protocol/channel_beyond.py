"""Open a pin whose level has no place in an answer."""

import sys

requests = sys.modules["_requests"]
requests.open_channel("level", 9999)
