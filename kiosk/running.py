"""What `kiosk run` does: the content full screen, locked, attract loop first.

`kiosk.commands.run` has Qt's libraries loaded while all this is imported.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from kiosk import app, factory, log, phases, program, settings, telling
from kiosk.content.errors import ContentError
from kiosk.guard import ladder
from kiosk.guard.spawn import NO_DISPLAY
from kiosk.guard.spawn import RESTART as START_ANEW
from kiosk.opening import Opening, open_stand
from kiosk.paths import Places
from kiosk.startpicture import StartPicture
from kiosk.store import reader

if TYPE_CHECKING:
    from kiosk.bridge.shell import Look, Shell
    from kiosk.changing import Screen
    from kiosk.stats.service import Statistics

EXIT_NO_CONTENT = 3
EXIT_NO_DISPLAY = NO_DISPLAY

_log = logging.getLogger(__name__)


def run(
    options: argparse.Namespace,
    removed: list[str],
    places: Places,
    record: ladder.Record,
    picture: StartPicture | None,
) -> int:
    """Show the content until staff leave.

    `removed` are variables that steered Qt; `record` says where on the crash ladder the stand is;
    `picture` is there until the first frame comes.
    """
    teller = telling.from_environment(record)
    log.set_up(places.log, "screen")
    if removed:
        _log.info("removed from the environment: %s", ", ".join(removed))
    if not app.has_display():
        return _without_display()
    stand = settings.load(places)
    for problem in stand.problems:
        _log.warning("%s", problem)
    if teller.record.rung == ladder.SAFE:
        options.renderer = "software"
    try:
        opened = _open(options, places, teller)
    except ContentError as error:
        _log.error("%s", error)
        return _show_safe(options, places, stand.settings, error.code, teller)
    phases.mark("content read")
    return _show(options, places, stand.settings, opened, teller, picture)


def _open(options: argparse.Namespace, places: Places, teller: telling.Telling) -> Opening:
    """What to show first. A folder that is being edited may be broken: the factory's waits.

    Content that was named is left when the program has ended too often with it.
    """
    if teller.record.rung:
        options.watch = options.content = None
    if options.watch or options.content:
        teller.opening(telling.NAMED)
    if options.watch:
        try:
            return Opening(reader.load(options.watch), telling.NAMED)
        except ContentError:
            return Opening(reader.load(factory.default_content()))
    if options.content:
        return Opening(reader.load(options.content), telling.NAMED)
    return open_stand(places.content, teller.record, teller.opening)


def _look(options: argparse.Namespace, stand: settings.Settings) -> Look:
    from kiosk.bridge.shell import Look

    turn = stand.screen.rotation if options.rotate is None else options.rotate
    return Look(window=options.window, turn=turn, closable=options.unlocked)


def _shell(options: argparse.Namespace, places: Places, teller: telling.Telling) -> Shell:
    """Qt, from here on, with the renderer that was asked for or that this machine can do."""
    from kiosk.bridge import lean

    lean.load()
    from kiosk.bridge import renderer
    from kiosk.bridge.shell import Shell

    chosen = renderer.choose(options.renderer, places.renderer)
    teller.step()
    shell = Shell(chosen, without_display=end_without_display)
    teller.step()
    return shell


def _show(
    options: argparse.Namespace,
    places: Places,
    stand: settings.Settings,
    opened: Opening,
    teller: telling.Telling,
    picture: StartPicture | None,
) -> int:
    content = opened.content
    shell = _shell(options, places, teller)
    rules = app.rules_for(content.bundle, stand, options.language)
    show = app.assemble(content, stand, rules, shell, places)
    shell.show(show.session, _look(options, stand), time.monotonic)
    teller.step()

    counting: list[Statistics] = []
    followed: list[object] = []

    def first_frame() -> None:
        phases.mark("first frame")
        phases.write()
        if picture is not None:
            picture.first_frame(shell)
        shell.end_on_signals()
        shell.finish_start()
        gc.enable()
        counting.append(app.keep_statistics(show.session, content.bundle, places.statistics))
        facts = {"renderer": shell.renderer, "content": content.bundle.version}
        _log.info("first frame; renderer %(renderer)s; content %(content)s", facts)
        from kiosk.changing import Screen

        screen = Screen(show, content, places, options.language, counting[0], opened.version)
        followed.append(_follow(options, opened, screen))
        followed.append(app.keep_hours(show, places))
        show.desk.ladder = teller.record
        if teller.record.rung == ladder.SAFE:
            show.session.be_careful()
        followed.append(teller.begin(shell, show.session, screen, stand.upkeep))

    shell.on_first_frame(first_frame)
    _say("The kiosk is running. Staff leave: hold the diamond at the top left for five seconds,")
    _say("type the PIN (kiosk config pin sets it). Ctrl+C in this terminal ends it too.")
    code = shell.run()
    for statistics in counting:
        statistics.stop()
    _end(code, teller, 0)


def _follow(options: argparse.Namespace, opened: Opening, screen: Screen) -> object:
    """Show other content as it comes: each saving, or what is installed; else as it is."""
    if options.watch:
        from kiosk.watching import Watching

        return Watching(screen, options.watch)
    if options.content:
        return None
    from kiosk.changing import Changing

    changing = Changing(screen)
    changing.begin(opened.version, opened.failed, good=opened.good, avoid=opened.passed_over)
    return changing


def _show_safe(
    options: argparse.Namespace,
    places: Places,
    stand: settings.Settings,
    code: str,
    teller: telling.Telling,
) -> int:
    """The screen for visitors when there is nothing else to show; staff see the code."""
    gc.enable()
    shell = _shell(options, places, teller)
    session = None
    languages = [tag for tag in (stand.languages.start, *stand.languages.order) if tag]
    try:
        content = reader.load(factory.default_content())
        rules = app.rules_for(content.bundle, stand)
        session = app.assemble(content, stand, rules, shell, places).session
        languages = languages or [language.tag for language in content.bundle.languages]
    except ContentError:
        _log.error("the content that came with the program cannot be read either")
    mark = stand.stand.name or "Juosta"
    shell.show_safe(session, code, _look(options, stand), mark, languages)
    shell.end_on_signals()
    beating: list[object] = []
    shell.on_first_frame(lambda: beating.append(teller.begin(shell, session, None, stand.upkeep)))
    ended = shell.run()
    _end(ended, teller, EXIT_NO_CONTENT)


def _end(ended: int, teller: telling.Telling, in_order: int) -> NoReturn:
    """End as what the shell has run to asks for."""
    from kiosk.bridge.shell import RESTART

    if ended == RESTART:
        _start_anew(teller)
    _leave(EXIT_NO_DISPLAY if ended else in_order)


def _leave(code: int) -> NoReturn:
    """End the process with all that Qt holds: taking the window down first may wait for ever for
    a thread that draws, and that for Python."""
    log.shut_down()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _start_anew(teller: telling.Telling) -> NoReturn:
    """Become a new process of the same command line; content and settings are read again."""
    _log.info("staff asked for a restart")
    if teller.supervised:
        _leave(START_ANEW)
    log.shut_down()
    sys.stdout.flush()
    os.execv(sys.executable, program.same_again())  # noqa: S606 - our own words


def _without_display() -> int:
    sys.stderr.write("There is no display to show the kiosk on.\n")
    sys.stderr.write("Take pictures instead: kiosk tour --out tour\n")
    return EXIT_NO_DISPLAY


def end_without_display() -> None:
    """Qt cannot open the display that was named and would abort: end first, with words."""
    _leave(_without_display())


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
