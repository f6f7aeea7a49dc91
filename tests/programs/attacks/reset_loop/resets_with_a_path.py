"""Ask to start again with a file beside the flash, a cause and a memory of one's own."""

import sys

sys.modules["_reports"].reset('{"reset_cause": 7, "flash": {"../../canary/written": "eHh4"}, "memory_cap": 1, "output_cap": 99999999}')
