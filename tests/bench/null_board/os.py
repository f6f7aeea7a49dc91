"""No second terminal, and an empty flash."""


def dupterm(stream, index=0):
    return None


def dupterm_notify(stream):
    pass


def stat(path):
    raise OSError(2)
