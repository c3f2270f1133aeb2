"""The cross of a window, pressed as a window manager presses it: one message of X11."""

import ctypes

CLIENT_MESSAGE = 33


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib, with the room every X event takes."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message", ctypes.c_ulong),
        ("bits", ctypes.c_int),
        ("told", ctypes.c_long * 5),
        ("room", ctypes.c_char * 128),
    )


def ask_to_close(display: str, window: int) -> None:
    """Send the message a window manager sends when somebody presses the cross."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    event = _ClientMessage(
        kind=CLIENT_MESSAGE,
        window=window,
        message=x11.XInternAtom(opened, b"WM_PROTOCOLS", 0),
        bits=32,
    )
    event.told[0] = x11.XInternAtom(opened, b"WM_DELETE_WINDOW", 0)
    x11.XSendEvent(opened, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
    x11.XSync(opened, 0)
    x11.XCloseDisplay(opened)
