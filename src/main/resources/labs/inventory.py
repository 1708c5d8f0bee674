"""Says which interpreter this is and which packages it has."""

import importlib.metadata
import importlib.util
import json
import site
import sys
import sysconfig

if sys.flags.no_site:
    site.main()

NAMES = "numpy pandas sklearn scipy matplotlib statsmodels sympy networkx torch tensorflow jax transformers PIL nltk spacy".split()
DISTRIBUTIONS = {"sklearn": "scikit-learn", "PIL": "pillow"}


def version(name):
    """None where it is not there, or says nothing of itself."""
    try:
        if importlib.util.find_spec(name) is None:
            return None
        return importlib.metadata.version(DISTRIBUTIONS.get(name, name))
    except Exception:
        return None


found = {name: version(name) for name in NAMES}
standard = sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")
own = [path for path in sys.path if path and path not in ("/lab",) and not path.endswith(".zip")]
sys.stdin.readline()
print(
    json.dumps(
        {
            "version": sys.version.split()[0],
            "python": sys.executable,
            "prefix": sys.base_prefix,
            "standard": standard,
            "path": own,
            "search": [path for path in own if path not in standard and not path.endswith("lib-dynload")],
            "packages": {name: version for name, version in found.items() if version},
        }
    ),
    flush=True,
)
