"""Stands for a container engine in tests: runs what it is given under bubblewrap, and refuses what it does not know.

Beside this file lie "filter", the same system calls as in the profile as bubblewrap takes them, and "state", a folder with a file for each
container that runs. What is in "mode" changes how it behaves.
"""

import json
import os
import signal
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STATE = os.path.join(HERE, "state")
FLAGS = {"--rm", "--interactive", "--read-only", "--no-healthcheck"}


def mode():
    try:
        with open(os.path.join(HERE, "mode")) as file:
            return file.read().strip()
    except OSError:
        return ""


def fail(message):
    sys.stderr.write("Error: " + message + "\n")
    sys.exit(125)


def parsed(arguments):
    options, rest = {}, list(arguments)
    while rest and rest[0].startswith("--"):
        name = rest.pop(0)
        if "=" in name:
            name, _, value = name.partition("=")
        else:
            value = "" if name in FLAGS else rest.pop(0)
        options.setdefault(name, []).append(value)
    return options, rest


def run(arguments):
    options, rest = parsed(arguments)
    wanted = {
        "--rm": [""], "--interactive": [""], "--pull": ["never"], "--network": ["none"], "--ipc": ["none"], "--read-only": [""],
        "--cap-drop": ["ALL"], "--user": ["65534:65534"], "--entrypoint": ["/usr/bin/env"], "--log-driver": ["none"],
    }
    for name, values in wanted.items():
        if options.get(name) != values:
            fail("%s is %s" % (name, options.get(name)))
    if "no-new-privileges" not in options["--security-opt"]:
        fail("new privileges")
    (profile,) = [option[8:] for option in options["--security-opt"] if option.startswith("seccomp=")]
    with open(profile) as file:
        if "socket" not in json.load(file)["syscalls"][0]["names"]:
            fail("the profile allows sockets")
    if any(name in os.environ for name in ("SPRING_DATASOURCE_PASSWORD", "JAVA_HOME", "COLLEGIUM_CORPUS")):
        fail("the environment of the platform came along")
    image, command = rest[0], rest[1:]
    if image.endswith("0" * 64):
        fail(image + ": image not known")
    if command[0] != "-i":
        fail("the environment of the image is kept")
    binds = []
    for volume in options["--volume"]:
        source, target, way = volume.split(":")
        if way != "ro":
            fail(volume + " may be written to")
        if not target.startswith("/dev/"):
            binds += ["--ro-bind", source, target]
    if mode() == "writable":
        binds += ["--tmpfs", "/tmp"]
    for link in ("/lib", "/lib64", "/bin"):
        if os.path.islink(link):
            binds += ["--symlink", os.readlink(link), link]
    name = options["--name"][0]
    with open(os.path.join(STATE, name), "w") as file:
        file.write("%d %s" % (os.getpid(), options["--label"][0].partition("=")[2]))
    descriptor = os.open(os.path.join(HERE, "filter"), os.O_RDONLY)
    os.set_inheritable(descriptor, True)
    lower = ["setpriv", "--reuid=64917", "--regid=64917", "--clear-groups"] if os.getuid() == 0 else []
    box = subprocess.Popen(
        lower
        + ["bwrap", "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--die-with-parent", "--new-session",
           "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL", "--ro-bind", "/usr", "/usr", "--dev-bind", "/dev/null", "/dev/null"]
        + binds
        + ["--remount-ro", "/", "--chdir", options["--workdir"][0], "--seccomp", str(descriptor), "/usr/bin/env"]
        + command,
        close_fds=False,
    )
    with open(os.path.join(STATE, name), "a") as file:
        file.write(" %d" % box.pid)
    code = box.wait()
    try:
        os.remove(os.path.join(STATE, name))
    except OSError:
        pass
    sys.exit(128 - code if code < 0 else code)


def remove(arguments):
    name = arguments[-1]
    with open(os.path.join(HERE, "removed"), "a") as log:
        log.write(name + "\n")
    try:
        with open(os.path.join(STATE, name)) as file:
            numbers = file.read().split()
        if len(numbers) > 2:
            os.kill(int(numbers[2]), signal.SIGKILL)
        os.remove(os.path.join(STATE, name))
    except (OSError, ProcessLookupError):
        sys.stderr.write("Error: no such container\n")
        sys.exit(1)


def listed():
    for name in os.listdir(STATE):
        with open(os.path.join(STATE, name)) as file:
            print(name, file.read().split()[1])


if sys.argv[1] == "run":
    run(sys.argv[2:])
elif sys.argv[1] == "rm":
    remove(sys.argv[2:])
elif sys.argv[1] == "ps":
    listed()
else:
    fail("unknown command")
