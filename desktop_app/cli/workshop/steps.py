"""The steps of the terminal's workshop, each in the module of its kind."""

import argparse
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop_app.cli.workshop import calls, facts, files, history, publishing, sharing

STEPS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "files:new": files.new,
        "files:open": files.show,
        "files:export": files.export,
        "files:check": files.check,
        "files:compile": files.compile_file,
        "facts:edit": facts.change_fact,
        "facts:number": facts.number,
        "facts:document": facts.document,
        "facts:text": facts.text,
        "facts:evidence": facts.kept_files,
        "history:undo": history.undo_last,
        "history:redo": history.redo_last,
        "history:log": history.log,
        "calls:ring": calls.ring,
        "calls:record": calls.keep,
        "publishing:hand-over": publishing.give,
        "publishing:look": publishing.look,
        "publishing:accept": publishing.take,
        "publishing:refuse": publishing.send_back,
        "publishing:publish": publishing.hand_out,
        "sharing:share": sharing.lay,
        "sharing:take": sharing.take_home,
        "sharing:put": sharing.put_back,
        "sharing:shared": sharing.share_status,
    }
)
