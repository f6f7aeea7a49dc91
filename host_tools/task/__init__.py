"""`marshrut task`: task files checked and explained, runs judged again."""
