"""Spin where no loop head sees it."""

exec("while True: pass")
