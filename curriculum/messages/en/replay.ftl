### Words of replay.html and picture.png. Short: most stand on buttons and labels.

replay-language = English
replay-title = Replay
replay-play = Play
replay-pause = Pause
replay-step-back = One step back
replay-step-forward = One step forward
replay-to-start = To the start
replay-to-end = To the end
replay-rate = Playback speed
replay-timeline = Time line
replay-zoom-in = Zoom in
replay-zoom-out = Zoom out
replay-fit = Whole mat
replay-follow = Follow
replay-follow-hint = Keep the robot in the middle
replay-keys = Keys
replay-close = Close
replay-key-name-space = Space
replay-key-space = play or pause
replay-key-arrows = one step of 20 ms
replay-key-shift-arrows = one second
replay-key-home-end = start, end
replay-key-brackets = slower, faster
replay-key-events = previous, next event
replay-key-view = whole mat, follow the robot
replay-key-zoom = zoom in, zoom out
replay-key-sound = sound on or off
replay-key-robots = choose a robot
replay-mat-hint = Click the path to see that moment. Drag to move the mat, turn the wheel to zoom.

replay-output = What the program printed
replay-output-tab = Output
replay-output-empty = The program printed nothing.
replay-output-none-yet = Nothing printed so far.
replay-output-cut = The output was very long: only its beginning is kept here.
replay-events = Events
replay-result = Result
replay-plots-closer = Show less time
replay-plots-wider = Show more time
replay-close-up = Under the sensors
replay-parts = What displays, lamps, servos and buzzers do
replay-sound = Sound of the buzzer
replay-sensors = Line sensors
replay-sensors-hint = The darker the floor, the higher the number
replay-voltage = Voltage
replay-current = Current
replay-speed = Speed
replay-battery = Battery
replay-heading = Heading
replay-position = Place
replay-left = left
replay-right = right
replay-slip = wheel slips
replay-decimal = .
replay-seconds = s
replay-volts = V
replay-milliamps = mA
replay-mm-per-s = mm/s
replay-mm = mm
replay-metres = m
replay-hertz = Hz

replay-task = Task
replay-variant = Variant
replay-seed = Seed
replay-runtime = Runtime
replay-program = Program
replay-robot = Robot { $number }: { $name }
replay-robots = Whose sensors, plots and output are shown
replay-program-line = line { $line } of the program
replay-duration = Length of the run
replay-trace = Trace
replay-points = Points
replay-points-of = { $points } of { $max }
replay-rule = Rule
replay-check = What was checked
replay-go = Show this moment

replay-mark-start = Start
replay-mark-finish = Finish
replay-mark-scored = Points
replay-mark-penalty = Penalty
replay-mark-lost = Line lost
replay-mark-regained = Back on the line
replay-mark-press = Button pressed
replay-mark-release = Button released
replay-mark-callback_error = Error in a callback
replay-mark-task_error = Error in an asyncio task
replay-mark-reset = The program restarted the board
replay-mark-fault = Broken
replay-mark-brown_out = The supply fell too low: the board restarted
replay-mark-restarted = The board restarted
replay-mark-wall = Wall met
replay-mark-robot = Another robot met
replay-mark-object = Object touched
replay-mark-end = End of the run
replay-rival-ended = { $ended ->
    [program_end] The program ended
    [program_error] The program stopped with an error
    [stuck] The program was stuck in a loop and was stopped
    [time_limit] Time was up
   *[other] The robot's run ended
}

replay-chip-ssd1306 = Display
replay-chip-ws2812 = Lamps
replay-chip-sg90 = Servo
replay-chip-buzzer = Buzzer
replay-chip-hc-sr04 = Ultrasonic range finder
replay-chip-vl53l0x = Laser range finder
replay-chip-tcs34725 = Colour sensor
replay-chip-bump-switch = Bump switch

picture-x = x, mm
picture-y = y, mm
picture-speed = Speed, mm/s
picture-start = Start
picture-finish = Finish
picture-end = End
picture-lost = Line lost
picture-more = { $count } more
picture-sensors = Where the sensors went
picture-clock = Seconds since switching on
picture-touch = Touch
picture-moved = Way of an object
picture-beyond = Farther than the picture shows
picture-seconds = { $value } s
picture-until = until { $value } s
picture-tones = tones played: { $count }
picture-variant = variant { $value }
picture-seed = seed { $value }
