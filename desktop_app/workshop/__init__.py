"""Stewards' work on the directory: one working file, its history, the calls, and publishing.

A working file (`NAME.wtcwork`) holds every source file of a directory word for word, every change
ever made, the calls, the reports and the evidence. Nothing here runs on a desk: only the terminal's
`who-to-call workshop` and the workshop window load this room.

How the parts are used, from the ground up:

    work = WorkFile.open(path)                    # work_file: WorkFile.create(path, texts, at)
    work.texts                                    # {"national/services/a.yaml": text}; source_tree
    said = ChangeReason(by="A. Steward", at=now, why="moved", document="page-2026")
    edit(work, [Edit(file, place, value)], said)  # editing: checked, one act, one undo
    undo(work, by="A. Steward", at=now)           # editing: also after a restart; redo, history

A place is the way to a value: ("services", "id:elm-adults", "lines", "id:office", "number").
`id:` names the entry of a list by its id; a number counts from 0; `+` adds at the end of a list,
`+0` before its first entry. `GONE` as the value takes the entry away. Several edits in one call are
one act: all of them are written or none, and one undo takes all of them back.

What the checks of the compile refuse comes back as `EditRefused`, whose `mistakes` carry the file,
the line, the place and one sentence each. Everything else that cannot be done is a `WorkshopError`
with the sentence to show.
"""
