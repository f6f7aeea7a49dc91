"""How far a reference moves in each control period, so that it gathers speed, goes along and ends where it should."""


class Trajectory:
    """A trapezoid of speed over time in whole numbers; a short way makes it a triangle.

    The unit of length is the caller's; speeds are in that unit per period, ramps in that per period and period. All
    stay below 2**30. One that begins too fast to end in time brakes, overshoots and comes back.
    """

    def __init__(self):
        self.velocity = 0  # along `sign`
        self.sign = 1
        self._left = 0
        self._top = 0
        self._up = 1
        self._down = 1

    def start(self, length, velocity, top, up, down):
        """Begin a way.

        Arguments:
            length (int): how far, signed.
            velocity (int): how fast the reference moves already, signed.
            top (int): speed to reach; positive.
            up, down (int): change of speed in a period while it gathers and while it loses speed; positive.
        """
        sign = self.sign = -1 if length < 0 else 1
        self._left = length * sign
        self.velocity = velocity * sign
        self._top = top
        self._up = up
        self._down = down

    def periods(self):
        """About how many periods the whole way takes from rest."""
        top = self._top
        return self._left // top + (top // self._up + top // self._down >> 1) + 1

    def cruises(self):
        """True while it moves at its full speed."""
        return self.velocity == self._top

    def delay(self, length):
        """The reference was moved back by `length`, signed, since what it leads cannot follow."""
        self._left += length * self.sign

    def ended(self):
        """True when the reference has arrived."""
        return self._left == 0 and self.velocity == 0

    def step(self, periods):
        """Move on by so many periods.

        Returns (int): how far the reference moves in each of them, signed.
        """
        left = self._left
        velocity = self.velocity
        down = self._down * periods
        if left < 0:  # past the end
            velocity -= down
            if velocity <= 0:
                self.sign = -self.sign
                left = -left
                velocity = -velocity
        elif velocity < 0:  # it still goes the other way
            velocity += down
        else:
            top = self._top
            if velocity > top:
                velocity = velocity - down if velocity - down > top else top
            else:
                velocity += self._up * periods
                if velocity > top:
                    velocity = top
            # To stop from v takes v * v / (2 * down), and half a step more since speed changes in steps.
            half = velocity >> 1
            if half * half // self._down * 2 + half > left:
                slower = self.velocity - down
                if velocity > slower:
                    velocity = slower if slower > self._down else self._down
            if left <= velocity * periods and velocity <= 2 * down:
                self.velocity = 0
                self._left = 0
                return left // periods * self.sign
        self.velocity = velocity
        self._left = left - velocity * periods
        return velocity * self.sign
