"""What the robot says when it cannot do what a program asks: short English and a code.

The host looks the code up and tells the longer story in the pupil's language.
"""

# One table of codes: what happened, then what to try. The names in braces are RoverError's parameters.
_CODES = {
    "R02": ("{part} is {allowed}; got {value!r}", ""),
    "R03": ("{part} has no part called {value}", "It has: {allowed}."),
    "R04": ("{part}: pin {value} does not exist on this board", "Use a pin from rover_board for {port}."),
    "R05": ("{part}: pin {value} can only be an input", "Use another pin for {port}."),
    "R06": ("{part}: pin {value} cannot measure a voltage", "Use an ADC pin for {port}."),
    "R07": ("{part}: black and white look alike on {port}", "Put the robot over the line and calibrate again."),
    "R08": ("{part}: unit {value} is not there", "Use the {port} from rover_board."),
    "R09": ("This board's file rover_board.py was not found", "Copy the pin map of this robot to the board."),
    "R10": ("{part}: pin {value} is not beside the encoder's other pin", "Use neighbouring pins, as in rover_board."),
    "R11": ("This robot has no {part}: its rover_board.py names no {port}", ""),
    "R12": ("{part} does not answer on {port}", "Push its cable in."),
    "R15": ("{part} waits, and a callback cannot wait", "Use wait=False, or call it from the main program."),
    "R16": ("{part} was not awaited", "Write await before it."),
    "R17": ("{part}: power is on, but its encoder on {port} does not count", "Free the wheel, or push in the cable."),
    "R18": ("{part} turns against its command", "Look at its plugs: motor and encoder, left and right."),
    "R19": ("{part} has not been followed so far", "Call reset_pose() before the robot drives."),
    "R30": ("{part}: the robot moved", "Keep it still and calibrate again."),
    "R31": ("{part}: another chip answers on {port}", "Write the right part into rover_board."),
    "R32": ("{part} is low: {value}", "Charge it soon."),
    "R33": ("{part}: too dark for white, {value} of {allowed} or more", "Put it over white and calibrate again."),
    "R40": ("{part}: {port} does not change; the others do without it", "Look at its cable, then calibrate again."),
    "R41": ("{part}: {port} could not be kept on flash", "Delete files that nobody needs."),
    "R42": ("{part} has nothing to wait for", "Give it an event, a distance or a time."),
    "R43": ("{part}: {port} does not follow the line; the others do without it", "Look at its cable."),
    "R50": ("{part} is not on the board", "Copy your program there under this name."),
    "R51": ("{part} is skipped: the button was held", "Start the board again without it."),
    "R52": ("{part} crashed {value} times in a row and does not start by itself", "Mend it and copy it again."),
    "R53": ("Ctrl-C stopped {part}", ""),
    "R54": ("{part} reset the board", "Look at its watchdog and its resets."),
    "R60": ("{part}: {value!r} is not a note", "Write it as C4/4, F#5/8. or R/2."),
    "R61": ("{part}: the flash has no room for {port} with {value} records", "Delete files or record less."),
    "R62": ("{part} has no state called {value}", "It has: {allowed}."),
    "R63": (
        "{part}: {value} steps came late or not at all",
        "Make the step shorter, or its period more than {allowed}.",
    ),
    "R64": ("{part}: {value} records are in {port}; lost: {allowed}", ""),
    "R65": ("{part}: a file {port} cannot be made", "Use a plain name, as run.csv."),
    "R66": ("{part} has no channel yet", "Name what to record with add()."),
    "R67": ("{part}: the step has to be awaited, and no task runs", "Write def without async."),
    "R68": ("{part} has no state yet", "Name one with state()."),
    "R69": ("{part} records already", "Add channels before start()."),
    "R70": ("{part}: channel {port} takes {value} ms; at most {allowed}", "Measure in a loop of your own."),
}


class RoverError(Exception):
    """A fault with the part, its port and value as data, and a code that names the fault.

    Arguments:
        code (str): "R02" and so on, see the table of this module.
        part (str): the robot's part or the argument that is wrong, "Motor left" or "speed".
        port (str): the port or pin name, "in2".
        value (any): what was given.
        allowed (str): what may be given, with its unit.

    Example:
        from rover import RoverError
        try:
            rover.drive.straight("far")
        except RoverError as error:
            print(error.code, error)
    """

    def __init__(self, code, part="", port="", value=None, allowed=""):
        self.code = code
        self.part = part
        self.port = port
        self.value = value
        self.allowed = allowed
        what, fix = _CODES[code]
        text = what if not fix else what + ". " + fix
        super().__init__(text.format(part=part, port=port, value=value, allowed=allowed) + " [" + code + "]")
