"""Starts sandboxes for the platform, kills them and tells how they ended. It is a small process from which others are
made at little cost, runs nothing of anybody's itself, and is the parent of every sandbox: when it ends, they end.

It reads one JSON object a line and writes one a line:

    {"start": 7, "command": [...], "filter": "/...", "errors": "/dev/null"}
        answered by {"started": 7}, or {"failed": 7, "why": "..."}; then the sandbox reads what is written to 7.in in
        this process's folder and writes to 7.out
    {"opened": 7}   both have been opened by whoever asked
    {"kill": 7}     at once; nothing when it has ended
    {"ended": 7, "code": 0}   is told of every one that was started; 128 and more for a signal
"""

import errno
import json
import os
import select
import signal
import sys


class Starter:
    def __init__(self, folder):
        self._folder = folder
        self._processes = {}
        self._names = {}
        self._held = {}

    def path(self, number, way):
        return os.path.join(self._folder, "%d.%s" % (number, way))

    def start(self, number, command, filter, errors):
        ways = [self.path(number, "in"), self.path(number, "out")]
        held, ends = [], []
        try:
            for way in ways:
                os.mkfifo(way, 0o600)
                # Held from both sides, so that neither opening waits for the other side, or for one that died at once.
                held.append(os.open(way, os.O_RDWR))
            ends = [os.open(ways[0], os.O_RDONLY), os.open(ways[1], os.O_WRONLY)]
            process = os.posix_spawn(
                command[0],
                command,
                {},
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, ends[0], 0),
                    (os.POSIX_SPAWN_DUP2, ends[1], 1),
                    (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
                    (os.POSIX_SPAWN_OPEN, 3, filter, os.O_RDONLY, 0),
                ],
                setsigmask=[],
                setsigdef=[signal.SIGPIPE, signal.SIGINT],
            )
        except OSError as failure:
            self._forget(held, ways)
            tell({"failed": number, "why": str(failure)})
            return
        finally:
            for end in ends:
                os.close(end)
        self._processes[number] = process
        self._names[process] = number
        self._held[number] = (held, ways)
        tell({"started": number})

    def opened(self, number):
        if number in self._held:
            self._forget(*self._held.pop(number))

    @staticmethod
    def _forget(held, ways):
        for descriptor in held:
            os.close(descriptor)
        for way in ways:
            try:
                os.unlink(way)
            except OSError as failure:
                if failure.errno != errno.ENOENT:
                    raise

    def kill(self, number):
        process = self._processes.get(number)
        if process is not None:
            os.kill(process, signal.SIGKILL)

    def reap(self):
        while self._processes:
            process, status = os.waitpid(-1, os.WNOHANG)
            if process == 0:
                return
            number = self._names.pop(process, None)
            if number is None:
                continue
            del self._processes[number]
            code = os.waitstatus_to_exitcode(status)
            tell({"ended": number, "code": code if code >= 0 else 128 - code})

    def obey(self, order):
        if "start" in order:
            self.start(order["start"], order["command"], order["filter"], order["errors"])
        elif "opened" in order:
            self.opened(order["opened"])
        elif "kill" in order:
            self.kill(order["kill"])


def tell(event):
    left = memoryview(json.dumps(event).encode() + b"\n")
    while left:
        left = left[os.write(1, left) :]


def main(folder):
    ended, woken = os.pipe()
    os.set_blocking(woken, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    starter = Starter(folder)
    come = b""
    while True:
        ready, _, _ = select.select([0, ended], [], [])
        if ended in ready:
            os.read(ended, 4096)
            starter.reap()
        if 0 in ready:
            more = os.read(0, 1 << 16)
            if not more:
                return
            *orders, come = (come + more).split(b"\n")
            for order in orders:
                starter.obey(json.loads(order))


main(sys.argv[1])
