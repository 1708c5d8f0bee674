"""Runs a learner's cells and answers questions about what they made. Everything in this process is the learner's to
change, so nobody believes more of it than the values it answers with."""

import _ast
import _signal as signal
import builtins
import io
import os
import sys

sys.path.insert(0, "/lab")
import codec

sys.path.remove("/lab")
codec.begin()

LONGEST_TEXT = 20_000
MOST_OUTPUTS = 50
IMAGE_BYTES = 2_000_000


class TimeLimit(BaseException):
    """A cell or call took longer than it may."""


def _late(number, frame):
    raise TimeLimit("it took longer than it may")


class Link:
    """The line to the grader, on descriptors of its own, so that what a cell prints does not get in between."""

    def __init__(self):
        self._in = os.fdopen(os.dup(0), "rb", 1 << 16)
        self._out = os.dup(1)
        nothing = os.open("/dev/null", os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.close(nothing)

    def receive(self):
        line = self._in.readline()
        if not line:
            os._exit(0)
        return codec.loads(line)

    def send(self, frame):
        left = memoryview(codec.dumps(frame))
        while left:
            left = left[os.write(self._out, left) :]


class Printed(io.TextIOBase):
    """What a cell prints, up to a size; nothing where outputs do not count."""

    def __init__(self, outputs, name):
        self._outputs = outputs
        self._name = name

    def writable(self):
        return True

    @property
    def encoding(self):
        return "utf-8"

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        self._outputs.stream(self._name, text)
        return len(text)


class Outputs:
    """The outputs of one cell, as a notebook keeps them."""

    def __init__(self):
        self.limit = 0
        self.begin()

    def begin(self):
        self._found = []
        self._used = {"stdout": 0, "stderr": 0}
        self._pieces = 0

    def stream(self, name, text):
        left = self.limit - self._used[name]
        if left <= 0 or not text:
            return
        kept = text[:left]
        self._used[name] += len(kept.encode("utf-8", "replace"))
        if len(kept) < len(text):
            kept += "\n… (the rest is left out)"
            self._used[name] = self.limit
        last = self._found[-1] if self._found else None
        if last and last["output_type"] == "stream" and last["name"] == name:
            last["text"].append(kept)
        elif len(self._found) < MOST_OUTPUTS:
            self._found.append({"output_type": "stream", "name": name, "text": [kept]})

    def add(self, output):
        if self.limit and len(self._found) < MOST_OUTPUTS:
            self._found.append(output)

    def taken(self):
        found = self._found
        for output in found:
            if output["output_type"] == "stream":
                output["text"] = "".join(output["text"])
        self.begin()
        return found

    def printed(self):
        return "".join("".join(o["text"]) for o in self._found if o["output_type"] == "stream" and o["name"] == "stdout")


class Lines:
    """The sources of cells, for tracebacks: given to the module that knows lines as soon as something loads it."""

    def __init__(self):
        self._kept = {}
        self._module = None
        codec.Hooks.when("linecache", self._begin)

    def _begin(self, module):
        self._module = module
        module.cache.update(self._kept)

    def keep(self, name, source):
        entry = (len(source), None, source.splitlines(True), name)
        self._kept[name] = entry
        if self._module is not None:
            self._module.cache[name] = entry


class Runner:
    def __init__(self):
        self._link = Link()
        self._outputs = Outputs()
        self._module = type(sys)("__main__")
        self._module.__dict__["__builtins__"] = builtins
        self._module.__dict__["display"] = self.display
        self._objects = []
        self._numbers = {}
        self._codec = codec.Codec(self._keep, self._find)
        self._asked = 0
        self._cell = 0
        self._seconds = 10
        self._shows = False
        self._lines = Lines()

    # What is no data

    def _keep(self, value):
        number = self._numbers.get(id(value))
        if number is None or self._objects[number] is not value:
            number = len(self._objects)
            self._objects.append(value)
            self._numbers[id(value)] = number
        kind = type(value)
        form = "callable" if callable(value) else "object"
        base = ""
        name = kind.__name__
        if isinstance(value, type):
            name = value.__name__
            if issubclass(value, BaseException):
                form = "exception"
                base = next((c.__name__ for c in value.__mro__ if c.__module__ == "builtins"), "Exception")
            else:
                form = "class"
        return {"o": [number, form, str(name)[:100], base]}

    def _find(self, body):
        if type(body) is int:
            return self._objects[body]
        number = body["callback"]

        def callback(*arguments, **named):
            return self._call_back(number, arguments, named)

        return callback

    def _call_back(self, number, arguments, named):
        signal.setitimer(signal.ITIMER_REAL, 0)
        frame = {
            "id": self._asked,
            "callback": number,
            "arguments": [self._codec.encode(a) for a in arguments],
            "named": {k: self._codec.encode(v) for k, v in named.items()},
        }
        self._link.send(frame)
        while True:
            request = self._link.receive()
            self._asked = request["id"]
            if request["op"] == "returned":
                signal.setitimer(signal.ITIMER_REAL, self._seconds)
                if "error" in request:
                    raise RuntimeError(request["error"])
                return self._codec.decode(request["value"])
            self._link.send(self._answer(request))

    # The conversation

    def serve(self):
        sys.stdout = Printed(self._outputs, "stdout")
        sys.stderr = Printed(self._outputs, "stderr")
        sys.stdin = io.StringIO("")
        _interactive()
        sys.modules["__main__"] = self._module
        signal.signal(signal.SIGALRM, _late)
        sys.setrecursionlimit(3_000)
        while True:
            request = self._link.receive()
            self._asked = request["id"]
            answer = self._answer(request)
            try:
                self._link.send(answer)
            except (ValueError, RecursionError):
                self._link.send({"id": self._asked, "error": {"type": "Refused", "message": "the value cannot be sent"}})

    def _answer(self, request):
        answer = {}
        try:
            signal.setitimer(signal.ITIMER_REAL, self._seconds)
            try:
                answer.update(getattr(self, "_do_" + request["op"])(request))
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        except TimeLimit:
            answer = {"error": {"type": "TimeLimit", "message": ""}}
        except codec.Refused as refused:
            answer = {"error": {"type": "Refused", "message": str(refused)}}
        except BaseException as raised:
            answer = {"error": self._error(raised)}
        # Where a test's own function was called meanwhile, the number to answer to is no longer that of the request.
        answer["id"] = self._asked
        printed = self._outputs.printed()
        if printed and request["op"] != "cell":
            answer["printed"] = printed[:LONGEST_TEXT]
            self._outputs.begin()
        return answer

    def _error(self, raised):
        try:
            message = str(raised)[:LONGEST_TEXT]
        except BaseException:
            message = ""
        kind = type(raised)
        names = [c.__module__ + "." + c.__qualname__ for c in kind.__mro__][:20]
        error = {"type": str(kind.__name__)[:100], "names": names, "message": message}
        if kind.__module__ != "builtins":
            error["class"] = self._keep(kind)["o"]
        return error

    def _do_warm(self, request):
        warmed = []
        self._seconds = 60
        for name in request["modules"]:
            try:
                __import__(name)
                warmed.append(name)
            except Exception:
                pass
        return {"warm": warmed}

    def _do_used(self, request):
        return {"kilobytes": codec.peak_kilobytes()}

    def _do_begin(self, request):
        self._seconds = request["seconds"]
        self._outputs.limit = request["output"]
        self._shows = bool(request["output"])
        if not self._shows:
            # A function that prints is still tested by what it prints.
            self._outputs.limit = LONGEST_TEXT
        codec.seed_everything(request["seed"])
        return {"begun": True}

    # Cells

    def _do_cell(self, request):
        self._cell += 1
        self._outputs.begin()
        name = "<cell %d>" % self._cell
        source = plain(request["source"])
        self._lines.keep(name, source)
        failed = False
        try:
            self._run(source, name)
        except TimeLimit:
            raise
        except BaseException as raised:
            failed = True
            self._outputs.add(described(raised))
        self._figures()
        outputs = self._outputs.taken()
        return {"failed": failed, "outputs": outputs if self._shows else []}

    def _run(self, source, name):
        names = self._module.__dict__
        tree = compile(source, name, "exec", _ast.PyCF_ONLY_AST)
        shown = None
        if tree.body and isinstance(tree.body[-1], _ast.Expr) and not source.rstrip().endswith(";"):
            shown = _ast.Expression(tree.body.pop().value)
        exec(compile(tree, name, "exec"), names)
        if shown is not None:
            value = eval(compile(shown, name, "eval"), names)
            if value is not None and self._shows:
                self._outputs.add(
                    {
                        "output_type": "execute_result",
                        "data": representations(value),
                        "metadata": {},
                        "execution_count": self._cell,
                    }
                )

    def display(self, *values):
        for value in values:
            if self._shows:
                self._outputs.add({"output_type": "display_data", "data": representations(value), "metadata": {}})

    def _figures(self):
        plots = sys.modules.get("matplotlib.pyplot")
        if plots is None:
            return
        try:
            for number in plots.get_fignums()[:10]:
                if self._shows:
                    figure = plots.figure(number)
                    file = io.BytesIO()
                    figure.savefig(file, format="png", bbox_inches="tight", dpi=110)
                    if file.tell() <= IMAGE_BYTES:
                        image = codec._text(file.getvalue())
                        data = {"image/png": image, "text/plain": words(figure)}
                        self._outputs.add({"output_type": "display_data", "data": data, "metadata": {}})
            plots.close("all")
        except TimeLimit:
            raise
        except BaseException as raised:
            self._outputs.add(described(raised))

    # Questions

    def _value(self, value):
        return {"value": self._codec.encode(value)}

    def _do_get(self, request):
        names = self._module.__dict__
        if request["name"] not in names:
            return {"missing": True}
        return self._value(names[request["name"]])

    def _do_set(self, request):
        self._module.__dict__[request["name"]] = self._codec.decode(request["value"])
        return {"value": None}

    def _do_del(self, request):
        if request["name"] not in self._module.__dict__:
            return {"missing": True}
        del self._module.__dict__[request["name"]]
        return {"value": None}

    def _do_call(self, request):
        function = self._objects[request["object"]]
        arguments, named = self._arguments(request)
        return self._value(function(*arguments, **named))

    def _do_method(self, request):
        function = getattr(self._objects[request["object"]], request["name"])
        arguments, named = self._arguments(request)
        return self._value(function(*arguments, **named))

    def _do_after(self, request):
        function = self._objects[request["object"]]
        arguments, named = self._arguments(request)
        result = function(*arguments, **named)
        return self._value([list(arguments), result])

    def _arguments(self, request):
        arguments = [self._codec.decode(a) for a in request["arguments"]]
        return arguments, {k: self._codec.decode(v) for k, v in request["named"].items()}

    def _do_attr(self, request):
        return self._value(getattr(self._objects[request["object"]], request["name"]))

    def _do_setattr(self, request):
        setattr(self._objects[request["object"]], request["name"], self._codec.decode(request["value"]))
        return {"value": None}

    def _do_iter(self, request):
        # An iterator is kept as an object even where it would be data, such as one over a range.
        return {"value": self._keep(iter(self._objects[request["object"]]))}

    def _do_next(self, request):
        try:
            return self._value(next(self._objects[request["object"]]))
        except StopIteration:
            return {"missing": True}

    def _do_isinstance(self, request):
        return self._value(bool(isinstance(self._objects[request["object"]], self._objects[request["class"]])))

    def _do_eval(self, request):
        return self._value(eval(request["source"], self._module.__dict__))


def plain(source):
    """The source without what only IPython understands."""
    if "%" not in source and "!" not in source:
        return source
    lines = source.split("\n")
    for i, line in enumerate(lines):
        bare = line.lstrip()
        if bare[:1] in ("%", "!") and bare[1:2].isalpha():
            lines[i] = line[: len(line) - len(bare)] + "pass"
    return "\n".join(lines)


def representations(value):
    data = {}
    try:
        data["text/plain"] = repr(value)[:LONGEST_TEXT]
    except TimeLimit:
        raise
    except BaseException as raised:
        data["text/plain"] = "<%s without a text: %s>" % (type(value).__name__, type(raised).__name__)
    for kind, method, form, most in (
        ("text/html", "_repr_html_", str, 10 * LONGEST_TEXT),
        ("image/svg+xml", "_repr_svg_", str, 10 * LONGEST_TEXT),
        ("image/png", "_repr_png_", bytes, IMAGE_BYTES),
    ):
        try:
            found = getattr(value, method, None)
            found = found() if found is not None and not isinstance(value, type) else None
            if isinstance(found, form) and len(found) <= most:
                data[kind] = str(found) if form is str else codec._text(found)
        except TimeLimit:
            raise
        except BaseException:
            pass
    return data


def words(figure):
    """What a plot says of itself to those who cannot see it: its titles, and the names of its axes."""
    try:
        title = getattr(figure, "_suptitle", None)
        said = [title.get_text()] if title is not None else []
        for axes in figure.axes:
            said += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
        return ", ".join(text for text in said if text)[:1_000]
    except Exception:
        return ""


def _interactive():
    """What the interpreter adds for people where it is not told to leave that out."""
    if not hasattr(builtins, "help"):
        import _sitebuiltins

        builtins.help = _sitebuiltins._Helper()
        builtins.exit = _sitebuiltins.Quitter("exit", "")
        builtins.quit = _sitebuiltins.Quitter("quit", "")


OWN = plain.__code__.co_filename


def described(raised):
    """An exception as a notebook shows it, with the frames of cells only."""
    kind = type(raised)
    try:
        message = str(raised)
    except BaseException:
        message = ""
    try:
        import traceback

        found = traceback.TracebackException(kind, raised, raised.__traceback__, limit=60)
        kept = [f for f in found.stack if f.filename != OWN]
        lines = []
        for frame in kept[-12:]:
            where = "Cell" + frame.filename[5:-1] if frame.filename.startswith("<cell ") else frame.filename
            lines.append("%s, line %s, in %s" % (where, frame.lineno, frame.name))
            if frame.line:
                lines.append("    " + frame.line[:500])
        lines += [line.rstrip("\n") for line in found.format_exception_only()]
    except BaseException:
        lines = [str(kind.__name__) + ": " + message]
    return {
        "output_type": "error",
        "ename": str(kind.__name__)[:100],
        "evalue": message[:LONGEST_TEXT],
        "traceback": [line[:2_000] for line in lines][-60:],
    }


Runner().serve()
