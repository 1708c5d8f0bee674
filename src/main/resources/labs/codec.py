"""Plain data, and nothing else, between processes that do not trust each other.

A value becomes JSON: none, booleans, small integers, finite floats, text and lists stand for themselves; whatever else
is an object with one field that names its kind. Only exact types are data; an instance of a subclass could answer any
question as it likes, so it is an object of its own process and only its number crosses. Nothing is ever unpickled,
imported or called while a value is read.
"""

# Every sandbox pays for what is imported here, so it is what the interpreter has built in; the rest waits until it is needed.
import _collections
import binascii
import math
import sys

DEEPEST = 40
MOST_PARTS = 2_000_000
LONGEST_NUMBER = 4_000
LONGEST_TEXT_DTYPE = 4
SMALL = 2**53
DTYPES = frozenset(
    "|b1 |i1 <i2 <i4 <i8 |u1 <u2 <u4 <u8 <f2 <f4 <f8 <c8 <c16 <M8[ns] <m8[ns]".split()
)
DICTS = (dict, _collections.OrderedDict, _collections.defaultdict)


class Refused(Exception):
    """A value that is too deep, too large, or not of a form that is known here."""


class Codec:
    """Writes and reads values; ``keep`` turns what is no data into JSON, ``find`` turns that back."""

    def __init__(self, keep, find):
        self._keep = keep
        self._find = find
        self._parts = 0

    def encode(self, value):
        self._parts = 0
        return self._encode(value, 0)

    def decode(self, data):
        self._parts = 0
        return self._decode(data, 0)

    def _count(self, depth):
        self._parts += 1
        if depth > DEEPEST:
            raise Refused("a value is nested too deep")
        if self._parts > MOST_PARTS:
            raise Refused("a value has too many parts")

    # Writing

    def _encode(self, value, depth):
        self._count(depth)
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            if -SMALL < value < SMALL:
                return value
            if value.bit_length() > LONGEST_NUMBER * 3:
                raise Refused("a number is too long")
            return {"i": str(value)}
        if kind is float:
            return value if math.isfinite(value) else {"f": repr(value)}
        if kind is str:
            return value if _is_text(value) else {"u": value.encode("utf-32-le", "surrogatepass").hex()}
        if kind is list:
            return self._all(value, depth)
        if kind is tuple:
            return {"t": self._all(value, depth)}
        if kind in DICTS or kind is _known_class("collections", "Counter"):
            return {"d": [self._all(pair, depth) for pair in value.items()]}
        if kind is set:
            return {"s": self._all(value, depth)}
        if kind is frozenset:
            return {"fs": self._all(value, depth)}
        if kind is complex:
            return {"c": [self._encode(value.real, depth), self._encode(value.imag, depth)]}
        if kind is bytes:
            return {"y": _text(value)}
        if kind is bytearray:
            return {"ya": _text(bytes(value))}
        if kind is range:
            return {"r": self._all((value.start, value.stop, value.step), depth)}
        found = self._encode_standard(value, kind, depth)
        if found is not None:
            return found
        numpy = sys.modules.get("numpy")
        if numpy is not None:
            found = self._encode_numpy(numpy, value, kind, depth)
            if found is not None:
                return found
        pandas = sys.modules.get("pandas")
        if pandas is not None:
            found = self._encode_pandas(pandas, value, kind, depth)
            if found is not None:
                return found
        return self._keep(value)

    def _all(self, values, depth):
        return [self._encode(value, depth + 1) for value in values]

    def _encode_standard(self, value, kind, depth):
        """What modules of the standard library define; where one is not loaded, nothing of its kind can be there."""
        if kind is _known_class("decimal", "Decimal"):
            return {"dc": str(value)}
        if kind is _known_class("fractions", "Fraction"):
            return {"fr": self._all((value.numerator, value.denominator), depth)}
        datetime = sys.modules.get("datetime")
        if datetime is None:
            return None
        if kind is datetime.date:
            return {"day": value.isoformat()}
        if kind is datetime.datetime and (value.tzinfo is None or value.tzinfo is datetime.timezone.utc):
            return {"at": value.isoformat()}
        if kind is datetime.timedelta:
            return {"span": [value.days, value.seconds, value.microseconds]}
        return None

    def _encode_numpy(self, numpy, value, kind, depth):
        if kind is numpy.ndarray:
            if value.dtype.hasobject:
                if value.dtype != object:
                    return None
                return {"ao": [list(value.shape), self._all(value.ravel().tolist(), depth)]}
            little = value.dtype.newbyteorder("<") if value.dtype.byteorder == ">" else value.dtype
            if not _is_known(little.str):
                return None
            plain = numpy.ascontiguousarray(value, dtype=little)
            return {"a": [little.str, list(value.shape), _text(plain.tobytes())]}
        if issubclass(kind, numpy.generic) and kind.__module__ == "numpy" and _is_known(value.dtype.str):
            return {"g": [value.dtype.str, _text(value.tobytes())]}
        return None

    def _encode_pandas(self, pandas, value, kind, depth):
        if kind is pandas.Series:
            return {"sr": [self._column(value, depth), self._index(pandas, value.index, depth), self._encode(value.name, depth + 1)]}
        if kind is pandas.DataFrame:
            columns = [self._column(value.iloc[:, i], depth) for i in range(value.shape[1])]
            return {"df": [columns, self._index(pandas, value.columns, depth), self._index(pandas, value.index, depth)]}
        if isinstance(value, pandas.Index) and kind.__module__.startswith("pandas."):
            return {"ix": self._index(pandas, value, depth)}
        return None

    def _column(self, series, depth):
        numpy = sys.modules["numpy"]
        plain = series.to_numpy()
        if type(plain) is not numpy.ndarray:
            plain = numpy.asarray(plain, dtype=object)
        return self._encode(plain, depth + 1)

    def _index(self, pandas, index, depth):
        many = isinstance(index, pandas.MultiIndex)
        values = list(index) if many else index.to_numpy()
        return [many, self._encode(values, depth + 1), self._all(list(index.names), depth)]

    # Reading

    def _decode(self, data, depth):
        self._count(depth)
        kind = type(data)
        if data is None or kind is bool or kind is str:
            return data
        if kind is int:
            if -SMALL < data < SMALL:
                return data
            raise Refused("a number is written in an unknown way")
        if kind is float:
            return data
        if kind is list:
            return self._list(data, depth)
        if kind is not dict or len(data) != 1:
            raise Refused("a value is written in an unknown way")
        ((tag, body),) = data.items()
        reader = _READERS.get(tag)
        if reader is None:
            raise Refused("a value is of an unknown kind")
        try:
            return reader(self, body, depth + 1)
        except (TypeError, ValueError, KeyError, IndexError, OverflowError, ArithmeticError, AttributeError):
            raise Refused("a value is damaged") from None

    def _list(self, data, depth):
        if type(data) is not list:
            raise Refused("a list is missing")
        return [self._decode(part, depth + 1) for part in data]

    def _pairs(self, data, depth):
        pairs = [self._list(pair, depth) for pair in data]
        if any(len(pair) != 2 for pair in pairs):
            raise Refused("a dictionary is damaged")
        return dict(pairs)

    def _integer(self, body, depth):
        digits = body[1:] if type(body) is str and body[:1] == "-" else body
        if type(digits) is not str or not (digits.isascii() and digits.isdigit()) or len(digits) > LONGEST_NUMBER:
            raise Refused("a number is damaged")
        return int(body)

    def _special(self, body, depth):
        return {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[body]

    def _complex(self, body, depth):
        real, imaginary = self._list(body, depth)
        return complex(float(real), float(imaginary))

    def _range(self, body, depth):
        start, stop, step = self._list(body, depth)
        return range(start, stop, step)

    def _fraction(self, body, depth):
        above, below = self._list(body, depth)
        if type(above) is not int or type(below) is not int:
            raise Refused("a fraction is damaged")
        from fractions import Fraction

        return Fraction(above, below)

    def _span(self, body, depth):
        from datetime import timedelta

        days, seconds, micros = self._list(body, depth)
        return timedelta(days, seconds, micros)

    def _array(self, body, depth):
        numpy = _numpy()
        name, shape, content = body
        if not _is_known(name):
            raise Refused("an array is of an unknown type")
        plain = numpy.frombuffer(_bytes(content), dtype=numpy.dtype(name))
        return plain.reshape(_shape(shape)).copy()

    def _objects(self, body, depth):
        numpy = _numpy()
        shape, content = body
        values = self._list(content, depth)
        array = numpy.empty(len(values), dtype=object)
        for i, value in enumerate(values):
            array[i] = value
        return array.reshape(_shape(shape))

    def _scalar(self, body, depth):
        numpy = _numpy()
        name, content = body
        if not _is_known(name):
            raise Refused("a number is of an unknown type")
        (value,) = numpy.frombuffer(_bytes(content), dtype=numpy.dtype(name))
        return value

    def _read_index(self, body, depth):
        pandas = _pandas()
        many, content, names = body
        values = self._decode(content, depth)
        names = self._list(names, depth)
        if many is True:
            if not all(type(value) is tuple for value in values):
                raise Refused("an index is damaged")
            return pandas.MultiIndex.from_tuples(values, names=names)
        if type(values) is not _numpy().ndarray or values.ndim != 1 or len(names) != 1:
            raise Refused("an index is damaged")
        return pandas.Index(values, name=names[0])

    def _vector(self, body, depth):
        values = self._decode(body, depth)
        if type(values) is not _numpy().ndarray or values.ndim != 1:
            raise Refused("a column is damaged")
        return values

    def _series(self, body, depth):
        content, index, name = body
        values = self._vector(content, depth)
        return _pandas().Series(values, index=self._read_index(index, depth), name=self._decode(name, depth))

    def _frame(self, body, depth):
        pandas = _pandas()
        contents, columns, index = body
        labels = self._read_index(columns, depth)
        rows = self._read_index(index, depth)
        series = [pandas.Series(self._vector(content, depth), index=rows) for content in contents]
        if len(series) != len(labels):
            raise Refused("a table is damaged")
        frame = pandas.DataFrame(dict(enumerate(series)), index=rows, columns=range(len(series)))
        frame.columns = labels
        return frame

    def _object(self, body, depth):
        return self._find(body)


_READERS = {
    "i": Codec._integer,
    "f": Codec._special,
    "u": lambda self, body, depth: bytes.fromhex(body).decode("utf-32-le", "surrogatepass"),
    "t": lambda self, body, depth: tuple(self._list(body, depth)),
    "d": Codec._pairs,
    "s": lambda self, body, depth: set(self._list(body, depth)),
    "fs": lambda self, body, depth: frozenset(self._list(body, depth)),
    "c": Codec._complex,
    "y": lambda self, body, depth: _bytes(body),
    "ya": lambda self, body, depth: bytearray(_bytes(body)),
    "r": Codec._range,
    "dc": lambda self, body, depth: _decimal(body),
    "fr": Codec._fraction,
    "day": lambda self, body, depth: _datetime().date.fromisoformat(body),
    "at": lambda self, body, depth: _datetime().datetime.fromisoformat(body),
    "span": Codec._span,
    "a": Codec._array,
    "ao": Codec._objects,
    "g": Codec._scalar,
    "sr": Codec._series,
    "df": Codec._frame,
    "ix": Codec._read_index,
    "o": Codec._object,
}


def _is_text(value):
    return value.isascii() or not any("\ud800" <= c <= "\udfff" for c in value)


def _is_known(name):
    return type(name) is str and (name in DTYPES or _is_text_dtype(name))


def _is_text_dtype(name):
    length = name[2:]
    return (
        name.startswith("<U")
        and length.isascii()
        and length.isdigit()
        and length[0] != "0"
        and len(length) <= LONGEST_TEXT_DTYPE
    )


def _known_class(module, name):
    """The class, where its module is loaded."""
    return getattr(sys.modules.get(module), name, None)


def _text(content):
    return binascii.b2a_base64(content, newline=False).decode("ascii")


def _bytes(content):
    if type(content) is not str:
        raise Refused("bytes are damaged")
    if sys.version_info >= (3, 11):
        return binascii.a2b_base64(content, strict_mode=True)
    import base64

    return base64.b64decode(content, validate=True)


def _decimal(body):
    if type(body) is not str or len(body) > LONGEST_NUMBER:
        raise Refused("a number is damaged")
    import decimal

    return decimal.Decimal(body)


def _datetime():
    import datetime

    return datetime


def _shape(shape):
    if type(shape) is not list or len(shape) > 32 or any(type(n) is not int or n < 0 for n in shape):
        raise Refused("a shape is damaged")
    return tuple(shape)


def _numpy():
    import numpy

    return numpy


def _pandas():
    import pandas

    return pandas


def _json():
    """How JSON is written and read: by what lies beneath the module of that name, whose own imports take longer than all else here; by
    the module itself where an interpreter lacks that."""
    try:
        from _json import encode_basestring_ascii, make_encoder, make_scanner

        def unknown(value):
            raise TypeError("no JSON")

        class Reading:
            strict = True
            object_hook = object_pairs_hook = None
            parse_float = float
            parse_int = int
            parse_constant = unknown
            memo = {}

        encode = make_encoder(None, unknown, encode_basestring_ascii, None, ":", ",", False, False, False)
        scan = make_scanner(Reading)

        def read(text):
            value, end = scan(text, 0)
            if text[end:].strip():
                raise ValueError("more than one value")
            return value

        if read("".join(encode({"a": [1.5, "\u00e9", None, True]}, 0))) == {"a": [1.5, "\u00e9", None, True]}:
            return lambda value: "".join(encode(value, 0)), read
    except Exception:
        pass
    import json

    return lambda value: json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")), json.loads


_write, _read = _json()


def dumps(frame):
    """One frame as a line."""
    return _write(frame).encode("ascii") + b"\n"


def loads(line):
    """A line as a frame."""
    try:
        frame = _read(line.decode("utf-8"))
    except StopIteration:
        raise Refused("a frame is no JSON") from None
    if type(frame) is not dict:
        raise Refused("a frame is no object")
    return frame


def peak_kilobytes():
    """The most memory that this process has taken so far."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def begin():
    """Gives up, for good, what this process may not take; and learns where else modules are."""
    import resource

    given = _read(sys.argv[1])
    for name, most in given["limits"].items():
        # One second lies between the signal that processor time is used up and the one that cannot be ignored.
        resource.setrlimit(getattr(resource, "RLIMIT_" + name), (most, most + (name == "CPU")))
    sys.path.extend(path for path in given["search"] if path not in sys.path)
    sys.argv = [""]
    sys.meta_path.insert(0, Hooks)

def _plots():
    """Lets matplotlib begin where nothing can be written: the folder it asks for is one that it can only read, in which the
    list of fonts that it would write lies already."""
    import logging
    import tempfile

    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    plain = tempfile.mkdtemp

    def mkdtemp(suffix=None, prefix=None, dir=None):
        return "/lab/plots" if prefix == "matplotlib-" else plain(suffix, prefix, dir)

    tempfile.mkdtemp = mkdtemp


class Hooks:
    """What is to be done just before or after a module is loaded, by its name."""

    before = {"matplotlib": _plots}
    after = {}

    @classmethod
    def when(cls, name, action):
        """As soon as it is loaded, which may be now."""
        if name in sys.modules:
            action(sys.modules[name])
        else:
            cls.after[name] = action

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name in cls.before:
            cls.before.pop(name)()
        if name not in cls.after:
            return None
        # The module importlib.machinery is more than what it leads to, which every interpreter begins with.
        from _frozen_importlib_external import PathFinder

        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        action = cls.after.pop(name)
        plain = spec.loader.exec_module

        def exec_module(module):
            plain(module)
            action(module)

        spec.loader.exec_module = exec_module
        return spec


def seed_everything(seed):
    """Makes what looks random the same in every replay; who draws from the system's own source is not reached."""

    def plain(random):
        random.seed(seed)

    def numpys(random):
        random.seed(seed % 2**32)
        fresh = iter(range(seed, seed + 2**62))
        given = random.default_rng

        def default_rng(seed=None):
            return given(next(fresh) if seed is None else seed)

        random.default_rng = default_rng

    Hooks.when("random", plain)
    Hooks.when("numpy.random", numpys)
