"""The window: Qt Widgets that show what they are told and announce what was done."""

from desktop_app.desktop.qt_overrides import guard_overrides

guard_overrides()  # before the first class of ours is made
