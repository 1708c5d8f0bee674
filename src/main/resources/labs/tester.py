"""Runs an author's tests. Names that only the learner can have made are asked for in the learner's process: plain data
comes as a copy, functions and objects as stand-ins whose calls are messages."""

import _ast
import _signal as signal
import builtins
import io
import math
import os
import sys

sys.path.insert(0, "/lab")
import codec

sys.path.remove("/lab")
codec.begin()

LONGEST_TEXT = 2_000
# What a learner's code may raise into a test. StopIteration and its like would end a loop of the test early.
ALLOWED = {
    "builtins." + kind.__name__: kind
    for kind in (
        Exception, ArithmeticError, AssertionError, AttributeError, BufferError, EOFError, FileExistsError,
        FileNotFoundError, FloatingPointError, ImportError, IndexError, KeyError, LookupError, MemoryError,
        ModuleNotFoundError, NameError, NotImplementedError, OSError, OverflowError, PermissionError, RecursionError,
        RuntimeError, TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeEncodeError, UnicodeError,
        ValueError, ZeroDivisionError,
    )
}
FunctionType = type(lambda: None)
UNICODE = (UnicodeDecodeError, UnicodeEncodeError)
LIBRARY = ("numpy.linalg.LinAlgError", "numpy.AxisError", "sklearn.exceptions.NotFittedError", "pandas.errors.MergeError")


class Broken(BaseException):
    """Ends a test because a limit is broken; not to be caught by a test."""

    def __init__(self, limit):
        super().__init__(limit)
        self.limit = limit


class Clock:
    """The time of one test. While an answer is awaited it does not break off, else the answer would be taken for a later one."""

    waiting = False
    late = False

    @classmethod
    def begin(cls, seconds):
        cls.late = False
        signal.setitimer(signal.ITIMER_REAL, seconds)

    @classmethod
    def end(cls):
        signal.setitimer(signal.ITIMER_REAL, 0)

    @classmethod
    def rings(cls, number, frame):
        cls.late = True
        if not cls.waiting:
            raise Broken("CELL_TIME")

    @classmethod
    def check(cls):
        if cls.late:
            raise Broken("CELL_TIME")


class Link:
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


class Learner:
    """The learner's process, as far as this one believes it."""

    def __init__(self, link):
        self._link = link
        self._asks = 0
        self._callbacks = []
        self._classes = {}
        self.codec = codec.Codec(self._keep, self._find)

    def ask(self, op, **fields):
        """Sends a question and waits; meanwhile the learner's function may call functions that a test gave it."""
        self._asks += 1
        number = self._asks
        answer = self._exchange({"ask": number, "op": op, **fields})
        while True:
            if answer.get("broken"):
                raise Broken(answer["broken"])
            if answer.get("ask") != number:
                raise Broken("PROTOCOL")
            if "callback" in answer:
                self._asks += 1
                number = self._asks
                answer = self._exchange({"ask": number, "op": "returned", **self._called_back(answer)})
                continue
            Clock.check()
            printed = answer.get("printed")
            if type(printed) is str:
                sys.stdout.write(printed)
            if "error" in answer:
                raise self._raised(answer["error"])
            if answer.get("missing") is True:
                return MISSING
            try:
                return self.codec.decode(answer.get("value"))
            except (codec.Refused, RecursionError, MemoryError) as refused:
                raise TypeError("what came back cannot be taken: %s" % refused) from None

    def _exchange(self, question):
        Clock.check()
        Clock.waiting = True
        try:
            self._link.send(question)
            return self._link.receive()
        finally:
            Clock.waiting = False

    def _called_back(self, answer):
        try:
            number = answer["callback"]
            if type(number) is not int or not 0 <= number < len(self._callbacks):
                return {"error": "there is no such function"}
            arguments = [self.codec.decode(a) for a in answer["arguments"]]
            named = {str(k): self.codec.decode(v) for k, v in answer["named"].items()}
            return {"value": self.codec.encode(self._callbacks[number](*arguments, **named))}
        except Exception as raised:
            return {"error": type(raised).__name__}

    def _keep(self, value):
        if isinstance(value, StandIn):
            return {"o": object.__getattribute__(value, "_number")}
        if isinstance(value, FunctionType) and value.__globals__ is not globals():
            for number, known in enumerate(self._callbacks):
                if known is value:
                    return {"o": {"callback": number}}
            self._callbacks.append(value)
            return {"o": {"callback": len(self._callbacks) - 1}}
        raise codec.Refused("%s is no plain data and cannot be given to the learner's code" % type(value).__name__)

    def _find(self, body):
        if type(body) is not list or len(body) != 4 or type(body[0]) is not int:
            raise codec.Refused("an object is damaged")
        number, form, name, base = body
        if form == "exception":
            return self._class(number, name, ALLOWED.get("builtins.%s" % (base,), Exception))
        kind = Callable if form in ("callable", "class") else Thing
        return kind(self, number, name if type(name) is str else "object")

    def _class(self, number, name, base):
        known = self._classes.get(number)
        if known is None:
            base = Exception if base in UNICODE else base
            proper = type(name) is str and name.isidentifier() and len(name) <= 100
            known = type(name if proper else "LearnersError", (base,), {})
            self._classes[number] = known
        return known

    def _raised(self, error):
        if type(error) is not dict:
            return Broken("PROTOCOL")
        if error.get("type") == "TimeLimit":
            return Broken("CELL_TIME")
        message = error.get("message")
        message = message[:LONGEST_TEXT] if type(message) is str else ""
        names = error.get("names")
        names = [n for n in names if type(n) is str] if type(names) is list else []
        kind = RuntimeError
        for name in names:
            if name in ALLOWED:
                kind = ALLOWED[name]
                break
            if name in LIBRARY:
                module, _, last = name.rpartition(".")
                found = getattr(sys.modules.get(module), last, None)
                if found is not None:
                    return _mark(found(message))
        kind = UnicodeError if kind in UNICODE else kind
        own = error.get("class")
        if type(own) is list and len(own) == 4 and type(own[0]) is int:
            kind = self._class(own[0], own[2], kind)
        try:
            return _mark(kind(message))
        except Exception:
            return _mark(RuntimeError(message))


def _mark(raised):
    raised.learners = True
    return raised


MISSING = object()


class StandIn:
    """Something that lives in the learner's process.

    It answers with values, and is never asked to judge: whether it equals an author's value, or comes before it, is not asked
    there. An operation with an author's value may give another such thing, but neither that nor its absolute value may turn
    into plain data; else an object whose differences are all zero would pass for every right answer.
    """

    __slots__ = ("_learner", "_number", "_name", "_mixed")

    def __init__(self, learner, number, name):
        object.__setattr__(self, "_learner", learner)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_name", name)
        object.__setattr__(self, "_mixed", False)

    def __eq__(self, other):
        return isinstance(other, StandIn) and object.__getattribute__(other, "_number") == object.__getattribute__(self, "_number")

    def __ne__(self, other):
        return not self.__eq__(other)

    def __hash__(self):
        return hash(object.__getattribute__(self, "_number"))

    def __bool__(self):
        return True

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") and name not in ("__name__", "__doc__"):
            raise AttributeError(name)
        return _ask(self, "attr", name=name)

    def __setattr__(self, name, value):
        _ask(self, "setattr", name=name, value=_learner(self).codec.encode(value))

    def __instancecheck__(self, instance):
        if not isinstance(instance, StandIn):
            return False
        number = object.__getattribute__(instance, "_number")
        return _learner(self).ask("isinstance", **{"object": number, "class": object.__getattribute__(self, "_number")}) is True

    def __reduce__(self):
        raise TypeError("the learner's objects cannot be copied")


def _learner(thing):
    return object.__getattribute__(thing, "_learner")


def _ask(thing, op, **fields):
    return _learner(thing).ask(op, object=object.__getattribute__(thing, "_number"), **fields)


def _arguments(learner, arguments, named):
    return {
        "arguments": [learner.codec.encode(a) for a in arguments],
        "named": {k: learner.codec.encode(v) for k, v in named.items()},
    }


def _method(name, kind=None, operation=False):
    def method(self, *arguments):
        mixed = object.__getattribute__(self, "_mixed")
        if mixed and not operation and name not in ("__getitem__", "__setitem__", "__enter__", "__exit__"):
            raise TypeError("a difference from a learner's %s is no plain data" % object.__getattribute__(self, "_name"))
        try:
            value = _ask(self, "method", name=name, **_arguments(_learner(self), arguments, {}))
        except AttributeError as lacking:
            # As Python itself says it of an object that lacks a special method; list() relies on it.
            raise _mark(TypeError(str(lacking))) from None
        if operation:
            if not arguments or not all(isinstance(argument, StandIn) for argument in arguments):
                mixed = True
            if mixed and not isinstance(value, StandIn):
                raise TypeError("%s of the learner's %s gave plain data" % (name, object.__getattribute__(self, "_name")))
            if mixed:
                object.__setattr__(value, "_mixed", True)
        if kind is not None and type(value) is not kind:
            raise TypeError("%s of the learner's %s is no %s" % (name, object.__getattribute__(self, "_name"), kind.__name__))
        return value

    method.__name__ = name
    return method


for _name in (
    "add sub mul truediv floordiv mod pow matmul neg pos abs and or xor invert radd rsub rmul rtruediv rfloordiv rmod rpow "
    "rmatmul rand ror rxor"
).split():
    setattr(StandIn, "__%s__" % _name, _method("__%s__" % _name, operation=True))
for _name in "getitem setitem delitem enter exit round".split():
    setattr(StandIn, "__%s__" % _name, _method("__%s__" % _name))
for _name, _kind in (("len", int), ("str", str), ("repr", str), ("int", int), ("float", float)):
    setattr(StandIn, "__%s__" % _name, _method("__%s__" % _name, _kind))


def _iterate(self):
    """Steps through the learner's iterable; that it ends is told by the protocol, never by an exception."""
    iterator = _ask(self, "iter")
    while True:
        value = _ask(iterator, "next")
        if value is MISSING:
            return
        yield value


StandIn.__iter__ = _iterate


class Thing(StandIn):
    __slots__ = ()


class Callable(StandIn):
    __slots__ = ()

    def __call__(self, *arguments, **named):
        return _ask(self, "call", **_arguments(_learner(self), arguments, named))


class Helper:
    """``learner`` in a test: what plain Python cannot say across two processes."""

    __slots__ = ("_learner",)

    def __init__(self, learner):
        object.__setattr__(self, "_learner", learner)

    def eval(self, source):
        """The value of an expression in the learner's process."""
        return self._learner.ask("eval", source=str(source))

    def after(self, function, *arguments, **named):
        """The arguments as the function left them, and what it returned: for functions that change what they are given."""
        return tuple(_ask(function, "after", **_arguments(self._learner, arguments, named)))

    def printed(self, function, *arguments, **named):
        """What the function prints."""
        kept, sys.stdout = sys.stdout, io.StringIO()
        try:
            function(*arguments, **named)
            return sys.stdout.getvalue()
        finally:
            sys.stdout = kept


class Reference:
    """``ref`` in a test: the author's own solution, which runs here and never where the learner's code does."""

    __slots__ = ("_cells", "_names", "_done", "_upto")

    def __init__(self, cells):
        self._cells = cells
        self._names = {"__builtins__": builtins, "__name__": "reference"}
        self._done = 0
        self._upto = 0

    def __getattr__(self, name):
        while self._done < self._upto:
            cell = self._cells[self._done]
            self._done += 1
            if cell["kind"] in ("PLAIN", "READ_ONLY", "SOLUTION", "MANUAL"):
                exec(compile(plain(cell["source"]), "<reference>", "exec"), self._names)
        if name not in self._names:
            raise AttributeError("the author's solution has no %s" % name)
        return self._names[name]


class Names(dict):
    """The names of tests: their own first, then the author's, then the learner's."""

    def __init__(self, learner):
        super().__init__()
        self._learner = learner
        self._known = {}
        self.authors = set()
        self.learners = set()
        self["__builtins__"] = builtins
        self["__name__"] = "tests"
        self["learner"] = Helper(learner)

    def fresh(self):
        self._known.clear()

    def __missing__(self, name):
        if name in self.authors or name.startswith("__"):
            raise KeyError(name)
        if hasattr(builtins, name) and name not in self.learners:
            raise KeyError(name)
        if name in self._known:
            return self._known[name]
        value = self._learner.ask("get", name=name)
        if value is MISSING:
            raise _mark(NameError("name '%s' is not defined" % name))
        if isinstance(value, Callable):
            self._known[name] = value
        return value

    def __setitem__(self, name, value):
        # A test that swaps a function of the learner's for another means the one that the learner's code calls.
        if name in self.learners and isinstance(value, (StandIn, FunctionType)):
            self._known.pop(name, None)
            self._learner.ask("set", name=name, value=self._learner.codec.encode(value))
            super().pop(name, None)
        else:
            super().__setitem__(name, value)

    def __delitem__(self, name):
        if name in self:
            super().__delitem__(name)
            return
        self._known.pop(name, None)
        if self._learner.ask("del", name=name) is MISSING:
            raise _mark(NameError("name '%s' is not defined" % name))


def plain(source):
    lines = source.split("\n")
    for i, line in enumerate(lines):
        bare = line.lstrip()
        if bare[:1] in ("%", "!") and bare[1:2].isalpha():
            lines[i] = line[: len(line) - len(bare)] + "pass"
    return "\n".join(lines)


def parsed(source, name):
    return compile(source, name, "exec", _ast.PyCF_ONLY_AST)


def children(node):
    for field in node._fields:
        value = getattr(node, field, None)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, _ast.AST):
                yield child


def bound(source):
    """The names that a cell binds when it runs, and apart from them its imports."""
    names, imports = set(), []
    try:
        body = parsed(plain(source), "<cell>").body
    except SyntaxError:
        return names, imports
    todo = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, (_ast.Import, _ast.ImportFrom)):
            imports.append(node)
        elif isinstance(node, (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, _ast.Name) and isinstance(node.ctx, _ast.Store):
            names.add(node.id)
        elif not isinstance(node, (_ast.Lambda, _ast.ListComp, _ast.SetComp, _ast.DictComp, _ast.GeneratorExp)):
            todo.extend(children(node))
    return names, imports


class Tester:
    def __init__(self):
        self._link = Link()
        self._learner = Learner(self._link)
        self._names = Names(self._learner)
        self._reference = Reference([])
        self._seconds = 10

    def serve(self):
        sys.stdout = sys.stderr = io.StringIO()
        sys.stdin = io.StringIO("")
        signal.signal(signal.SIGALRM, Clock.rings)
        while True:
            request = self._link.receive()
            answer = {"id": request["id"]}
            try:
                Clock.begin(self._seconds)
                try:
                    answer.update(getattr(self, "_do_" + request["op"])(request))
                finally:
                    Clock.end()
            except Broken as broken:
                answer["outcome"] = "broken"
                answer["limit"] = broken.limit
            sys.stdout.seek(0)
            sys.stdout.truncate()
            self._link.send(answer)

    def _do_warm(self, request):
        warmed = []
        Clock.begin(60)
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
        # A little more than the learner's calls have, so that it is known whose time it was.
        self._seconds = request["seconds"] + 1
        cells = request["cells"]
        self._reference = Reference(cells)
        dict.__setitem__(self._names, "ref", self._reference)
        imports = []
        for cell in cells:
            names, found = bound(cell["source"])
            if cell["kind"] == "READ_ONLY":
                self._names.authors |= names
                self._names.learners -= names
            elif cell["kind"] in ("SOLUTION", "MANUAL"):
                self._names.learners |= names
                self._names.authors -= names
            elif cell["kind"] == "PLAIN":
                self._names.learners |= names - self._names.authors
            if cell["kind"] in ("READ_ONLY", "SOLUTION", "MANUAL", "PLAIN"):
                imports += found
        for node in imports:
            self._import(node)
        codec.seed_everything(request["seed"])
        return {"begun": True}

    def _import(self, node):
        """What an author imports anywhere is the library's own here, whatever the learner made of it."""
        names = {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        if names & self._names.learners or "*" in names:
            return
        self._names.authors |= names
        try:
            exec(compile(_ast.Module([node], []), "<imports>", "exec"), self._names)
        except Exception:
            pass

    def _do_locked(self, request):
        """Runs a read-only cell here too, so that tests rely on the author's values."""
        self._names.fresh()
        self._reference._upto = request["index"] + 1
        try:
            exec(compile(plain(request["source"]), "<locked cell>", "exec"), self._names)
            return {"outcome": "passed"}
        except Exception as raised:
            return {"outcome": "failed", "message": said(raised)}
        finally:
            for name in self._names.learners & set(self._names):
                dict.__delitem__(self._names, name)

    def _do_test(self, request):
        self._names.fresh()
        self._reference._upto = request["index"] + 1
        source = plain(request["source"])
        try:
            value = self._run(source)
        except codec.Refused as refused:
            return {"outcome": "failed", "message": str(refused)}
        except (Exception, GeneratorExit, SystemExit, KeyboardInterrupt) as raised:
            return {"outcome": "failed", "message": failure(raised, source)}
        if type(value) in (int, float):
            if not math.isfinite(value):
                return {"outcome": "failed", "message": "the test gave no number of points"}
            return {"outcome": "partial", "points": float(value)}
        return {"outcome": "passed"}

    def _run(self, source):
        tree = parsed(source, "<test>")
        last = None
        if tree.body and isinstance(tree.body[-1], _ast.Expr):
            last = _ast.Expression(tree.body.pop().value)
        exec(compile(tree, "<test>", "exec"), self._names)
        return None if last is None else eval(compile(last, "<test>", "eval"), self._names)


def said(raised):
    try:
        message = str(raised)
    except Exception:
        message = ""
    return message[:LONGEST_TEXT]


def failure(raised, source):
    """What a learner is told of a test that they can see."""
    message = said(raised)
    if isinstance(raised, AssertionError) and not getattr(raised, "learners", False):
        return message or line(raised, source)
    return ("%s: %s" % (type(raised).__name__, message)).rstrip(": ")


def line(raised, source):
    """The assertion that failed, as its author wrote it."""
    number, at = 0, raised.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == "<test>":
            number = at.tb_lineno
        at = at.tb_next
    lines = source.split("\n")
    return lines[number - 1].strip()[:LONGEST_TEXT] if 0 < number <= len(lines) else ""


Tester().serve()
