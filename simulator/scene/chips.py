"""The boards there are: the name of each board's pin map in device/boards, and the chip on it."""

CHIPS: dict[str, str] = {"esp32_rover": "esp32", "pico_rover": "rp2"}
