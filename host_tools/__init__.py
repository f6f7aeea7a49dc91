"""The `marshrut` command: one folder for each job."""
