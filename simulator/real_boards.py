"""What MicroPython 1.29 has on the real boards: modules, their names, and those of their classes. Data only.

From its documentation (docs.micropython.org/en/latest/library) and the tables of names in the sources of the rp2 and
esp32 ports. `BOARDS` are profiles in `simulator/board/profiles`; names under a port are on all its boards.
"""

BOARDS = {"esp32": "ESP32", "rp2": "Pico", "rp2_w": "Pico W", "rp2_xrp": "XRP"}
_PICO_W = ("all", "rp2", "rp2_w")  # an XRP has the same: its firmware is made of the same parts
PORTS = {"esp32": ("all", "esp32"), "rp2": ("all", "rp2"), "rp2_w": _PICO_W, "rp2_xrp": _PICO_W}

# Which modules a board has; "wireless" ones come with a radio.
_EVERYWHERE = (
    "array asyncio binascii builtins cmath collections cryptolib deflate dht ds18x20 errno framebuf gc hashlib heapq "
    "io json machine math micropython neopixel onewire os platform random re select struct sys time uctypes vfs _thread"
)
_WIRELESS = "bluetooth mip network ntptime requests socket ssl tls urequests webrepl websocket"
MODULES = {
    "esp32": frozenset(f"{_EVERYWHERE} {_WIRELESS} aioespnow apa106 btree esp esp32 espnow umqtt upysh".split()),
    "rp2": frozenset(f"{_EVERYWHERE} rp2".split()),
    "rp2_w": frozenset(f"{_EVERYWHERE} {_WIRELESS} rp2 lwip aioble".split()),
}
MODULES["rp2_xrp"] = MODULES["rp2_w"]

# Names of a module ("time") or of a class ("machine.Pin"), on all boards that have it or on those of a port; after an
# "@", what the module's compiler knows as a decorator.
NAMES: dict[str, dict[str, str]] = {
    "@micropython": {"all": "bytecode native viper", "esp32": "asm_xtensa", "rp2": "asm_thumb"},
    "array": {"all": "array"},
    "array.array": {"all": "append extend"},
    "asyncio": {
        "all": "CancelledError Event Lock Loop StreamReader StreamWriter Task ThreadSafeFlag TimeoutError "
        "create_task current_task gather get_event_loop new_event_loop open_connection run run_until_complete "
        "sleep sleep_ms start_server wait_for wait_for_ms",
    },
    "asyncio.Event": {"all": "clear is_set set wait"},
    "asyncio.Lock": {"all": "acquire locked release"},
    "asyncio.Loop": {
        "all": "call_exception_handler close create_task default_exception_handler get_exception_handler run_forever "
        "run_until_complete set_exception_handler stop",
    },
    "asyncio.StreamReader": {"all": "close drain get_extra_info read readexactly readinto readline wait_closed write"},
    "asyncio.Task": {"all": "cancel done"},
    "asyncio.ThreadSafeFlag": {"all": "clear ioctl set wait"},
    "binascii": {"all": "a2b_base64 b2a_base64 crc32 hexlify unhexlify"},
    "bluetooth": {"all": "BLE FLAG_INDICATE FLAG_NOTIFY FLAG_READ FLAG_WRITE FLAG_WRITE_NO_RESPONSE UUID"},
    "bluetooth.BLE": {
        "all": "active config gap_advertise gap_connect gap_disconnect gap_pair gap_passkey gap_scan "
        "gattc_discover_characteristics gattc_discover_descriptors gattc_discover_services gattc_exchange_mtu "
        "gattc_read gattc_write gatts_indicate gatts_notify gatts_read gatts_register_services "
        "gatts_set_buffer gatts_write irq l2cap_connect l2cap_disconnect l2cap_listen l2cap_recvinto "
        "l2cap_send",
    },
    "builtins": {
        "all": "ArithmeticError AssertionError AttributeError BaseException EOFError Ellipsis Exception "
        "GeneratorExit ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError "
        "MemoryError NameError NotImplemented NotImplementedError OSError OverflowError RuntimeError "
        "StopAsyncIteration StopIteration SyntaxError SystemExit TypeError UnicodeError ValueError "
        "ZeroDivisionError abs all any bin bool bytearray bytes callable chr classmethod compile complex "
        "delattr dict dir divmod enumerate eval exec execfile filter float frozenset getattr globals hasattr "
        "hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next "
        "object oct open ord pow print property range repr reversed round set setattr slice sorted "
        "staticmethod str sum super tuple type zip",
    },
    "cmath": {"all": "cos e exp log log10 phase pi polar rect sin sqrt"},
    "collections": {"all": "OrderedDict deque namedtuple"},
    "cryptolib": {"all": "aes"},
    "deflate": {"all": "AUTO DeflateIO GZIP RAW ZLIB"},
    "deflate.DeflateIO": {"all": "close read readinto readline write"},
    "dht": {"all": "DHT11 DHT22 DHTBase dht_readinto"},
    "ds18x20": {"all": "DS18X20"},
    "errno": {
        "all": "EACCES EADDRINUSE EAGAIN EALREADY EBADF ECONNABORTED ECONNREFUSED ECONNRESET EEXIST EHOSTUNREACH "
        "EINPROGRESS EINVAL EIO EISDIR ENOBUFS ENODEV ENOENT ENOMEM ENOTCONN EOPNOTSUPP EPERM ETIMEDOUT "
        "errorcode",
    },
    "esp": {
        "all": "LOG_DEBUG LOG_ERROR LOG_INFO LOG_NONE LOG_VERBOSE LOG_WARNING flash_erase flash_read flash_size "
        "flash_user_start flash_write gpio_matrix_in gpio_matrix_out osdebug",
    },
    "esp32": {
        "all": "HEAP_DATA HEAP_EXEC NVS PCNT Partition RMT ULP WAKEUP_ALL_LOW WAKEUP_ANY_HIGH gpio_deep_sleep_hold "
        "idf_heap_info idf_task_info raw_temperature wake_on_ext0 wake_on_ext1 wake_on_gpio wake_on_touch "
        "wake_on_ulp",
    },
    "esp32.NVS": {"all": "commit erase_key get_blob get_i32 set_blob set_i32"},
    "framebuf": {"all": "FrameBuffer FrameBuffer1 GS2_HMSB GS4_HMSB GS8 MONO_HLSB MONO_HMSB MONO_VLSB MVLSB RGB565"},
    "framebuf.FrameBuffer": {"all": "blit ellipse fill fill_rect hline line pixel poly rect scroll text vline"},
    "gc": {"all": "collect disable enable isenabled mem_alloc mem_free threshold"},
    "hashlib": {"all": "md5 sha1 sha256"},
    "hashlib.sha256": {"all": "digest update"},
    "heapq": {"all": "heapify heappop heappush"},
    "io": {
        "all": "BytesIO IOBase StringIO open",
        "esp32": "BufferedWriter",
    },
    "io.BytesIO": {"all": "close flush getvalue read readinto readline seek tell write"},
    "json": {"all": "dump dumps load loads"},
    "machine": {
        "all": "ADC I2C I2S PWM PWRON_RESET Pin RTC SPI Signal SoftI2C SoftSPI Timer UART WDT WDT_RESET bitstream "
        "deepsleep dht_readinto disable_irq enable_irq freq idle lightsleep mem16 mem32 mem8 mem_backup reset "
        "reset_cause soft_reset time_pulse_us unique_id",
        "esp32": "ADCBlock Counter DAC DEEPSLEEP DEEPSLEEP_RESET EXT0_WAKE EXT1_WAKE Encoder HARD_RESET PIN_WAKE "
        "SDCard SLEEP SOFT_RESET TIMER_WAKE TOUCHPAD_WAKE TouchPad ULP_WAKE sleep wake_pins wake_reason",
        "rp2": "I2CTarget USBDevice bootloader",
    },
    "machine.ADC": {
        "all": "read_u16",
        "esp32": "ATTN_0DB ATTN_11DB ATTN_2_5DB ATTN_6DB WIDTH_10BIT WIDTH_11BIT WIDTH_12BIT WIDTH_9BIT atten block "
        "deinit init read read_uv width",
        "rp2": "CORE_TEMP",
    },
    "machine.Counter": {"esp32": "DOWN FALLING RISING UP deinit init value"},
    "machine.Encoder": {"esp32": "deinit init phases value"},
    "machine.I2C": {
        "all": "deinit init readfrom readfrom_into readfrom_mem readfrom_mem_into readinto scan start stop write "
        "writeto writeto_mem writevto",
    },
    "machine.PWM": {
        "all": "deinit duty_ns duty_u16 freq init",
        "esp32": "duty",
    },
    "machine.Pin": {
        "all": "IN IRQ_FALLING IRQ_RISING OPEN_DRAIN OUT PULL_DOWN PULL_UP board init irq off on toggle value",
        "esp32": "DRIVE_0 DRIVE_1 DRIVE_2 DRIVE_3 WAKE_HIGH WAKE_LOW",
        "rp2": "ALT ALT_GPCK ALT_I2C ALT_PIO0 ALT_PIO1 ALT_PWM ALT_SIO ALT_SPI ALT_UART ALT_USB cpu high low",
    },
    "machine.RTC": {
        "all": "datetime",
        "esp32": "init memory",
    },
    "machine.SPI": {"all": "LSB MSB deinit init read readinto write write_readinto"},
    "machine.Signal": {"all": "off on value"},
    "machine.SoftI2C": {
        "all": "deinit init readfrom readfrom_into readfrom_mem readfrom_mem_into readinto scan start stop write "
        "writeto writeto_mem writevto",
    },
    "machine.SoftSPI": {"all": "LSB MSB deinit init read readinto write write_readinto"},
    "machine.Timer": {
        "all": "ONE_SHOT PERIODIC deinit init",
        "esp32": "value",
    },
    "machine.UART": {
        "all": "CTS INV_RX INV_TX IRQ_BREAK IRQ_RXIDLE RTS any deinit flush init irq read readinto readline "
        "sendbreak txdone write",
        "esp32": "INV_CTS INV_RTS IRQ_RX",
        "rp2": "IRQ_TXIDLE",
    },
    "machine.WDT": {"all": "feed"},
    "math": {
        "all": "acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees e erf erfc exp expm1 fabs "
        "factorial floor fmod frexp gamma inf isclose isfinite isinf isnan ldexp lgamma log log10 log2 modf "
        "nan pi pow radians sin sinh sqrt tan tanh tau trunc",
    },
    "micropython": {
        "all": "RingIO alloc_emergency_exception_buf const heap_lock heap_unlock kbd_intr mem_info opt_level "
        "qstr_info schedule stack_use",
    },
    "micropython.RingIO": {"all": "any close read readinto readline write"},
    "neopixel": {"all": "NeoPixel bitstream"},
    "neopixel.NeoPixel": {"all": "ORDER fill write"},
    "network": {
        "all": "AP_IF STAT_CONNECTING STAT_CONNECT_FAIL STAT_GOT_IP STAT_IDLE STAT_NO_AP_FOUND STAT_WRONG_PASSWORD "
        "STA_IF WLAN country hostname ipconfig",
        "esp32": "AUTH_MAX AUTH_OPEN AUTH_OWE AUTH_WAPI_PSK AUTH_WEP AUTH_WPA2_ENTERPRISE AUTH_WPA2_PSK "
        "AUTH_WPA2_WPA3_PSK AUTH_WPA3_ENT_192 AUTH_WPA3_PSK AUTH_WPA_PSK AUTH_WPA_WPA2_PSK LAN MODE_11B "
        "MODE_11G MODE_11N MODE_LR PPP STAT_ASSOC_FAIL STAT_BEACON_TIMEOUT STAT_HANDSHAKE_TIMEOUT phy_mode",
        "rp2_w": "PPP route",
    },
    "network.WLAN": {
        "all": "IF_AP IF_STA PM_NONE PM_PERFORMANCE PM_POWERSAVE SEC_OPEN SEC_WPA2_WPA3 SEC_WPA3 SEC_WPA_WPA2 active "
        "config connect disconnect ifconfig ipconfig isconnected scan status",
        "esp32": "SEC_WEP SEC_WPA SEC_WPA2",
        "rp2_w": "deinit",
    },
    "onewire": {"all": "OneWire OneWireError"},
    "os": {
        "all": "VfsFat VfsLfs2 chdir dupterm dupterm_notify getcwd ilistdir listdir mkdir mount remove rename rmdir "
        "sep stat statvfs sync umount uname unlink urandom",
    },
    "platform": {"all": "libc_ver platform python_compiler"},
    "random": {"all": "choice getrandbits randint random randrange seed uniform"},
    "re": {"all": "compile match search sub"},
    "rp2": {
        "all": "DMA DMATimer Flash PIO PIOASMEmit PIOASMError StateMachine asm_pio asm_pio_encode bootsel_button",
        "rp2_w": "country",
    },
    "rp2.Flash": {"all": "ioctl readblocks writeblocks"},
    "rp2.PIO": {
        "all": "IN_HIGH IN_LOW IRQ_SM0 IRQ_SM1 IRQ_SM2 IRQ_SM3 JOIN_NONE JOIN_RX JOIN_TX OUT_HIGH OUT_LOW SHIFT_LEFT "
        "SHIFT_RIGHT add_program irq remove_program state_machine",
    },
    "rp2.StateMachine": {"all": "active exec get init irq put restart rx_fifo tx_fifo"},
    "select": {"all": "POLLERR POLLHUP POLLIN POLLOUT poll select"},
    "select.poll": {"all": "ipoll modify poll register unregister"},
    "socket": {
        "all": "AF_INET AF_INET6 IPPROTO_IP IPPROTO_TCP IP_ADD_MEMBERSHIP MSG_DONTWAIT MSG_PEEK SOCK_DGRAM "
        "SOCK_STREAM SOL_SOCKET SO_BROADCAST SO_REUSEADDR TCP_NODELAY getaddrinfo socket",
        "esp32": "IPPROTO_UDP SOCK_RAW SO_BINDTODEVICE",
        "rp2_w": "IP_DROP_MEMBERSHIP SOCK_RAW callback print_pcbs reset",
    },
    "socket.socket": {
        "all": "accept bind close connect listen makefile read readinto readline recv recvfrom send sendall sendto "
        "setblocking setsockopt settimeout write",
        "esp32": "fileno",
    },
    "struct": {"all": "calcsize pack pack_into unpack unpack_from"},
    "sys": {
        "all": "argv byteorder exit implementation maxsize modules path platform print_exception ps1 ps2 stderr "
        "stdin stdout version version_info",
    },
    "time": {
        "all": "gmtime localtime mktime sleep sleep_ms sleep_us ticks_add ticks_cpu ticks_diff ticks_ms ticks_us "
        "time time_ns",
    },
    "uctypes": {
        "all": "ARRAY BFINT16 BFINT32 BFINT8 BFUINT16 BFUINT32 BFUINT8 BF_LEN BF_POS BIG_ENDIAN FLOAT32 FLOAT64 INT "
        "INT16 INT32 INT64 INT8 LITTLE_ENDIAN LONG LONGLONG NATIVE PTR SHORT UINT UINT16 UINT32 UINT64 UINT8 "
        "ULONG ULONGLONG USHORT VOID addressof bytearray_at bytes_at sizeof struct",
    },
    "vfs": {"all": "VfsFat VfsLfs2 mount umount"},
    "vfs.VfsLfs2": {
        "all": "chdir getcwd ilistdir mkdir mkfs mount open remove rename rmdir stat statvfs umount",
    },
    "_thread": {"all": "LockType allocate_lock exit get_ident stack_size start_new_thread"},
}


def names(owner: str, board: str) -> frozenset[str]:
    """What the module or class has on that board; empty when the board has no such module."""
    if owner.lstrip("@").partition(".")[0] not in MODULES[board]:
        return frozenset()
    listed = NAMES.get(owner, {})
    return frozenset(name for key in PORTS[board] for name in listed.get(key, "").split())
