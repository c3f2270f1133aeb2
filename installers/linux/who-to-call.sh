#!/bin/sh
# Starts Who to Call: no arguments opens the window, else a command (who-to-call --help).
here=$(dirname -- "$(readlink -f -- "$0")")
if [ ! -x "$here/runtime/bin/python3.11" ]; then
    echo "Who to Call cannot start: a part of it is missing ($here/runtime)." >&2
    echo "Install the program again, or ask your IT support to." >&2
    echo "In an emergency ring 999: it works without this program." >&2
    exit 3
fi
exec "$here/runtime/bin/python3.11" -I -S -B -X utf8 "$here/app" "$@"
