#!/bin/sh
# UNTESTED: never run on a Mac. build.sh VERSION makes dist/Who-to-Call-VERSION.pkg.
# With WHO_TO_CALL_IDENTITY ("Developer ID Application: …") and WHO_TO_CALL_INSTALLER_IDENTITY it signs.
set -eu
version=${1:?"usage: build.sh VERSION"}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/.dev/macos
[ "$(uname)" = Darwin ] || { echo "This recipe needs a Mac." >&2; exit 1; }
[ -f "$root/db/build/directory.sqlite" ] || { echo "Run first: python3 dev.py compile" >&2; exit 1; }

rm -rf "$work"
mkdir -p "$work/bundle/desktop_app/_bundle" "$work/icon.iconset" "$root/dist"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --require-hashes --only-binary :all: -r "$root/requirements.txt"
"$work/venv/bin/pip" install --quiet "pyinstaller>=6,<7"

cp "$root/db/build/directory.sqlite" "$work/bundle/desktop_app/_bundle/"
if [ -d "$root/db/trust" ]; then # the steward's keys: without them no update is taken
    mkdir "$work/bundle/desktop_app/_bundle/trust"
    cp "$root"/db/trust/*.json "$work/bundle/desktop_app/_bundle/trust/"
fi
cp -R "$root/resources" "$work/bundle/desktop_app/_bundle/resources"
for size in 16 32 128 256 512; do
    PYTHONPATH=$root "$work/venv/bin/python" -c \
        "import sys; from installers.icon import png; sys.stdout.buffer.write(png($size))" \
        >"$work/icon.iconset/icon_${size}x${size}.png"
done
iconutil -c icns -o "$work/app.icns" "$work/icon.iconset"
printf 'import sys\nfrom desktop_app.__main__ import main\nsys.exit(main())\n' >"$work/start.py"

cd "$work"
"$work/venv/bin/pyinstaller" --noconfirm --windowed --onedir --name "Who to Call" \
    --icon app.icns --osx-bundle-identifier uk.whotocall.app --paths "$root" \
    --collect-submodules desktop_app \
    --collect-data tzdata \
    --add-data "bundle/desktop_app/_bundle:desktop_app/_bundle" start.py

app="dist/Who to Call.app"
"$app/Contents/MacOS/Who to Call" check --self
if [ -n "${WHO_TO_CALL_IDENTITY:-}" ]; then
    codesign --deep --force --options runtime --timestamp --sign "$WHO_TO_CALL_IDENTITY" "$app"
fi
set -- --component "$app" --install-location /Applications --version "$version"
if [ -n "${WHO_TO_CALL_INSTALLER_IDENTITY:-}" ]; then
    set -- "$@" --sign "$WHO_TO_CALL_INSTALLER_IDENTITY"
fi
pkgbuild "$@" "$root/dist/Who-to-Call-$version.pkg"
