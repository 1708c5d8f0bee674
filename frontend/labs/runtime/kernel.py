"""Runs the cells of a notebook inside the browser and tells what they show. Nothing here is trusted by the platform."""

import ast
import base64
import builtins
import io
import json
import linecache
import random
import sys
import traceback

LONGEST_TEXT = 100_000
LONGEST_HTML = 400_000
LONGEST_PICTURE = 2_000_000

_tell = None
_namespace = {"__name__": "__main__", "__builtins__": builtins}
_CELL = "<cell "


class _Stream(io.TextIOBase):
    def __init__(self, name):
        self._name = name

    def writable(self):
        return True

    def write(self, text):
        text = str(text)
        _tell("stream", json.dumps({"name": self._name, "text": text}))
        return len(text)

    def isatty(self):
        return False


def _no_input(prompt=""):
    raise RuntimeError("input() cannot ask in a lab. Give the value to a variable instead.")


def start(tell):
    """Prepares the interpreter; tell(kind, json) takes what is shown."""
    global _tell
    _tell = tell
    sys.stdout = _Stream("stdout")
    sys.stderr = _Stream("stderr")
    builtins.input = _no_input
    builtins.display = display
    _namespace["display"] = display
    # The memory that Python starts from is the same for everybody, and so would be what looks random.
    random.seed()


def _text(value):
    try:
        text = repr(value)
    except Exception as problem:  # a learner's own __repr__ may fail
        text = f"<{type(value).__name__}; its __repr__ raised {type(problem).__name__}>"
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + " …"


def _represented(value, method):
    try:
        found = getattr(value, method, None)
        return None if found is None or isinstance(value, type) else found()
    except Exception:
        return None


def _bundle(value):
    bundle = {"text/plain": _text(value)}
    html = _represented(value, "_repr_html_")
    if isinstance(html, str) and len(html) <= LONGEST_HTML:
        bundle["text/html"] = html
    for kind, method in (("text/markdown", "_repr_markdown_"), ("text/latex", "_repr_latex_"), ("image/svg+xml", "_repr_svg_")):
        text = _represented(value, method)
        if isinstance(text, str) and len(text) <= LONGEST_HTML:
            bundle[kind] = text
    picture = _represented(value, "_repr_png_")
    if isinstance(picture, bytes) and len(picture) <= LONGEST_PICTURE:
        bundle["image/png"] = base64.b64encode(picture).decode()
    return bundle


def display(*values, **ignored):
    """Shows values as a notebook shows the last line of a cell."""
    for value in values:
        _tell("display", json.dumps(_bundle(value)))


def _figures():
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    for number in pyplot.get_fignums():
        out = io.BytesIO()
        figure = pyplot.figure(number)
        figure.savefig(out, format="png", bbox_inches="tight", dpi=110)
        if out.tell() <= LONGEST_PICTURE:
            _tell("display", json.dumps({"text/plain": _words(figure), "image/png": base64.b64encode(out.getvalue()).decode()}))
    pyplot.close("all")


def _words(figure):
    """What a plot says of itself to those who cannot see it: its titles, and the names of its axes."""
    try:
        title = getattr(figure, "_suptitle", None)
        said = [title.get_text()] if title is not None else []
        for axes in figure.axes:
            said += [axes.get_title(), axes.get_xlabel(), axes.get_ylabel()]
        return ", ".join(text for text in said if text)[:1_000]
    except Exception:
        return ""


def _problem(problem, name):
    """A traceback of the learner's own lines: what the machinery does around them helps nobody."""
    if isinstance(problem, SyntaxError):
        lines = traceback.format_exception_only(type(problem), problem)
    else:
        shown = traceback.TracebackException.from_exception(problem, compact=True)
        _clean(shown, set())
        lines = list(shown.format())
    return {
        "name": type(problem).__name__,
        "value": _message(problem),
        "traceback": "".join(lines)[-LONGEST_TEXT:],
        "line": _line(problem, name),
    }


def _clean(shown, seen):
    if shown is None or id(shown) in seen:
        return
    seen.add(id(shown))
    own = [frame for frame in shown.stack if frame.filename.startswith(_CELL)]
    if own:
        shown.stack = traceback.StackSummary.from_list(own)
    _clean(shown.__cause__, seen)
    _clean(shown.__context__, seen)


def _message(problem):
    try:
        return str(problem)[:2000]
    except Exception:
        return ""


def _line(problem, name):
    if isinstance(problem, SyntaxError) and problem.filename == name:
        return problem.lineno
    line = None
    step = problem.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == name:
            line = step.tb_lineno
        step = step.tb_next
    return line


async def run(source, label):
    """Runs a cell; the value of a last line that is an expression is shown. Returns json: null, or what went wrong."""
    name = f"{_CELL}{label}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    try:
        tree = ast.parse(source, name)
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";"):
            last = ast.Expression(tree.body.pop().value)
        await _evaluate(compile(tree, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))
        if last is not None:
            value = await _evaluate(compile(last, name, "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))
            if value is not None:
                _namespace["_"] = value
                _tell("result", json.dumps(_bundle(value)))
        _figures()
        return "null"
    except BaseException as problem:  # also SystemExit and KeyboardInterrupt end the cell, not the interpreter
        return json.dumps(_problem(problem, name))


async def _evaluate(code):
    value = eval(code, _namespace)
    return await value if code.co_flags & 0x80 else value
