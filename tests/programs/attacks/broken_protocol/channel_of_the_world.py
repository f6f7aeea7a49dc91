"""Open a channel to where the robot really is."""

import sys

requests = sys.modules["_requests"]
requests.open_channel("pose", 0)
