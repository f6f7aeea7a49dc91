"""`make demo`: the reference program drives a full lap on both interpreters."""
