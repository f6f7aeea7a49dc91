"""`make footprint`: what the runtime takes of a board's flash and heap, and what a control tick takes.

`compiled` has the sizes of its modules, `heap` what they take when they are used, `ticks` what moving robots take.
"""
