"""What `make docs` writes from the docstrings of `lib/rover`: the API reference, and the stubs that editors read.

`docstrings` reads a docstring, `runtime` the modules, `faults` says what a docstring lacks; `page` and `stubs` write.
"""
