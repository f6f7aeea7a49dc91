"""The USB numbers by which a serial port is known to be a board's or of a chip that boards have beside them."""

# Vendor, product (None: any of them): what a person calls it.
_KNOWN: tuple[tuple[int, int | None, str], ...] = (
    (0x2E8A, None, "Raspberry Pi Pico (RP2)"),
    (0x1B4F, None, "SparkFun"),
    (0x303A, None, "ESP32 (USB)"),
    (0x10C4, None, "CP210x"),
    (0x1A86, None, "CH340"),
    (0x0403, None, "FTDI"),
    (0x067B, 0x2303, "PL2303"),
    (0xF055, None, "MicroPython"),
)


def usb_name(vendor: int | None, product: int | None) -> str:
    """What is at the other end of the cable; "" for what is no board as far as one can tell."""
    for known_vendor, known_product, name in _KNOWN:
        if vendor == known_vendor and known_product in (None, product):
            return name
    return ""
