"""Who is there on a session's bus."""

import subprocess


def named(bus: str, name: str) -> bool:
    """Whether somebody has this name on the bus; nobody is started by the question.

    Whoever asks for the accessibility bus itself before it has its name has the session's bus start
    a second one: the program then talks on the one, and a reader, which is told by the screen,
    listens on the other.
    """
    to, question = "org.freedesktop.DBus", "org.freedesktop.DBus.NameHasOwner"
    sent = ["dbus-send", f"--bus={bus}", "--print-reply", f"--dest={to}", "/", question]
    done = subprocess.run([*sent, f"string:{name}"], capture_output=True, text=True, check=False)
    return "boolean true" in done.stdout
