"""The window: Qt Widgets that show what they are told and announce what was done."""
