def const(value):
    return value


def schedule(function, argument):
    function(argument)
