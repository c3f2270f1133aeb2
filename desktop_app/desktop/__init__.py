"""What touches the operating system: hotkey, tray, clipboard, dialler, one window a session."""
