# Nothing: what starting a run costs.
