"""The command, the published schemas and an independent validator of them."""

import json
import os
import pathlib
import subprocess
import sys
import tomllib

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)  # CTest: skipped

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "schema"
GRANARY = os.environ["GRANARY_COMMAND"]


def granary(*arguments):
    return subprocess.run([GRANARY, *arguments], capture_output=True, text=True, cwd=ROOT)


def output(*arguments):
    """What the command prints, which must succeed."""
    run = granary(*arguments)
    assert run.returncode == 0, f"{arguments}: {run.stderr}"
    return run.stdout


def published_names():
    return [line.split()[0] for line in output("schema", "--list").splitlines()]


def published(name):
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text())


def validator(name):
    return jsonschema.Draft202012Validator(published(name))


def first_fault(checker, value):
    """Where and what, of the fault that lies deepest; None where there is none."""
    fault = jsonschema.exceptions.best_match(checker.iter_errors(value))
    return fault and f"{fault.json_path}: {fault.message[:200]}"


def toml(text):
    """Bytes as TOML; a byte-order mark may come first. None where it is not TOML at all."""
    try:
        return tomllib.loads(text.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None
