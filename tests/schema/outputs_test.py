"""Every JSON output is valid against its published schema, and has the numbers of the CSV."""

import copy
import csv
import io
import json
import pathlib
import tempfile
import unittest

from support import SCHEMAS, first_fault, granary, output, published_names, validator

import jsonschema

COMMANDS = [name for name in published_names() if name != "scenario"]
KINDS = ("levers", "parameters", "scenarios", "events", "stocks", "flows", "figures")


def names(kind):
    return [entry["name"] for entry in json_of("explain", kind)["entries"]]


def json_of(*arguments):
    return json.loads(output(*arguments, "--format", "json"))


def parts(value, place="$"):
    """All objects within a JSON value, with their places."""
    if isinstance(value, dict):
        yield place, value
        for key, item in value.items():
            yield from parts(item, f"{place}.{key}")
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from parts(item, f"{place}[{i}]")


def short_scenario(folder):
    """A scenario that ends within a year."""
    file = pathlib.Path(folder) / "short.toml"
    file.write_text('title = "Sh\\u00f6rt \\"quoted\\" \\\\ text"\nextends = "historical"\n'
                    'end = "1958-07-15"\n')
    return str(file)


class Schemas(unittest.TestCase):
    def test_are_valid_themselves(self):
        files = sorted(SCHEMAS.glob("*.schema.json"))
        self.assertEqual([file.name.split(".")[0] for file in files], sorted(published_names()))
        for file in files:
            with self.subTest(file.name):
                schema = json.loads(file.read_text())
                self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
                jsonschema.Draft202012Validator.check_schema(schema)

    def test_allow_no_key_that_they_do_not_name(self):
        for file in sorted(SCHEMAS.glob("*.schema.json")):
            for place, part in parts(json.loads(file.read_text())):
                if part.get("type") == "object" and "properties" in part:
                    self.assertIs(part.get("additionalProperties"), False, f"{file.name} {place}")


class Outputs(unittest.TestCase):
    def valid(self, *arguments):
        with self.subTest(arguments):
            document = json_of(*arguments)
            self.assertIsNone(first_fault(self.validators[arguments[0]], document))
            return document

    @classmethod
    def setUpClass(cls):
        cls.validators = {name: validator(name) for name in COMMANDS}

    def test_of_run(self):
        with tempfile.TemporaryDirectory() as folder:
            for scenario in (*names("scenarios"), short_scenario(folder)):
                self.valid("run", scenario)
                self.valid("run", scenario, "--every", "month")
        changed = self.valid("run", "historical", "--set", "levers.pressure=0", "--quiet")
        self.assertEqual(changed["settings"], ["levers.pressure=0"])

    def test_of_compare(self):
        with tempfile.TemporaryDirectory() as folder:
            self.valid("compare", "historical", "historical")
            both = self.valid("compare", "historical", "no-exports", short_scenario(folder))
        first, second, third = both["scenarios"]
        for name, change in second["difference_from_first"].items():
            self.assertEqual(change, second["outcome"][name] - first["outcome"][name])
        self.assertIsNone(third["difference_from_first"])
        self.assertEqual([row["index"] for row in both["rows"]], [0] * 6 + [1] * 6 + [2] * 2)
        self.assertEqual((both["rows"][-1]["from"], both["rows"][-1]["to"]),
                         ("1958-01", "1958-07-15"))

    def test_of_data(self):
        variables = self.valid("data", "--list")["listings"][0]["rows"]
        self.assertGreater(len(variables), 20)
        for variable in variables:
            self.valid("data", variable["name"])
        for name in ("events", "excess_deaths_million", "procurement_gross_mt"):
            self.valid("data", name)
        self.valid("data", "--province", "Anhui")

    def test_of_explain(self):
        for kind in KINDS:
            self.valid("explain", kind)
        for kind in ("levers", "scenarios", "stocks", "flows", "figures"):
            for name in names(kind):
                self.valid("explain", kind, name)
        for words in (["parameter", "pressure_lull"], ["tau_b"], ["lushan"], ["model"],
                      ["event", "1960-11"], ["export_mt"]):
            self.valid("explain", *words)

    def test_of_attribute(self):
        with tempfile.TemporaryDirectory() as folder:
            short = self.valid("attribute", short_scenario(folder), "--interactions")
        self.assertEqual([period["year"] for period in short["periods"]], ["1957", "1958", "all"])
        self.assertEqual(len(short["periods"][0]["interactions"]), 36)
        self.assertEqual(short["published_splits"], [])

    def test_of_sweep(self):
        one = self.valid("sweep", "historical", "--levels", "1:8")
        self.assertEqual(one["axes"][0]["values"], list(range(1, 9)))
        self.assertEqual(one["rows"][3]["figures"], one["scenario_figures"])
        two = self.valid("sweep", "two-provinces", "--lever", "pressure=0:2:3", "--parameter",
                         "belief_lag_years=0.5:1:2", "--figure", "rural_ration_kg",
                         "--figure", "largest_claim", "--year", "1960")
        self.assertEqual([row["at"] for row in two["rows"]],
                         [[p, b] for p in (0, 1, 2) for b in (0.5, 1)])
        self.assertEqual([c["name"] for c in two["columns"]],
                         ["rural_ration_kg_1960", "largest_claim"])

    def test_of_search(self):
        ration, deaths = ("--ration-above", "160"), ("--deaths-below", "15")
        for answer, arguments in {
                "least_change": ("--lever", "pressure=0", *ration),
                "not_reachable": ("--lever", "pressure=0", "--ration-above", "180"),
                "no_change_needed": ("--lever", "export_mt", "--deaths-below", "16")}.items():
            found = self.valid("search", "historical", *arguments)
            if answer != "kept_everywhere":
                self.assertEqual(found["answer"], answer)
            self.assertEqual(found["least_change"] is None, answer != "least_change")
        scaled = self.valid("search", "historical", "--lever", "export_mt*", *deaths)
        self.assertEqual([scaled["least_change"]], scaled["crossings"])
        self.assertLess(scaled["kept"][0]["high"], 1)
        self.assertTrue(scaled["monotone"])

    def test_of_sweep_and_search_have_the_numbers_of_their_csv(self):
        def both(*arguments):
            text = output(*arguments, "--format", "json")
            lines = output(*arguments, "--format", "csv").splitlines()
            return (json.loads(text, parse_float=str, parse_int=str),
                    list(csv.reader(line for line in lines if line[0] != "#"))[1:])
        swept, table = both("sweep", "historical", "--lever", "export_mt=0:6:7", "--levels", "3:4")
        self.assertEqual([[*row["at"], *row["figures"], str(row["tested"]).lower()]
                          for row in swept["rows"]], table)
        found, table = both("search", "historical", "--parameter", "belief_lag_years",
                            "--deaths-below", "15")
        self.assertGreater(len(table), 0)
        self.assertEqual([[c["kept"]["value"], c["kept"]["figure"],
                           c["lost"]["value"], c["lost"]["figure"]] for c in found["crossings"]],
                         [row[1:] for row in table])

    def test_of_attribute_have_the_numbers_of_its_csv(self):
        document = json.loads(output("attribute", "historical", "--interactions", "--format",
                                     "json"), parse_float=str, parse_int=str)
        lines = output("attribute", "historical", "--interactions", "--format", "csv").splitlines()
        table = iter(list(csv.reader(line for line in lines if line[0] != "#"))[1:])
        for period in document["periods"]:
            for d in period["drivers"]:
                self.assertEqual([period["year"], d["driver"], *d["shapley"].values(),
                                  *d["alone_added"].values(), *d["alone_taken"].values(),
                                  period["from"], period["to"], ""],
                                 next(table))
            for name in ("whole", "reference_change"):
                self.assertEqual([period["year"], name, *period[name].values()],
                                 next(table)[:7])
            for pair in period["interactions"]:
                row = next(table)
                self.assertEqual([*pair.values()], [row[1], row[-1], *row[2:7]])
        self.assertEqual(list(table), [])

    def test_have_no_number_but_those_of_the_csv(self):
        for arguments in (["run", "historical"], ["run", "two-provinces", "--every", "month"],
                          ["compare", "historical", "no-exports"]):
            with self.subTest(arguments):
                text = output(*arguments, "--format", "json")
                document = json.loads(text, parse_float=str, parse_int=str)
                rows = document["rows"]
                told = ({run["name"]: run for run in document["scenarios"]}
                        if "scenarios" in document else
                        {None: document | {"reading": document["scenario"]["reading"]}})
                lines = output(*arguments, "--format", "csv").splitlines()
                table = list(csv.DictReader(
                    io.StringIO("\n".join(line for line in lines if line[0] != "#"))))
                self.assertEqual(len(rows), len(table))
                for row, cells in zip(rows, table):
                    run = told[row.get("scenario")]
                    self.assertEqual([cells.pop("reading"), cells.pop("tested")],
                                     [run["reading"], str(run["tested"]).lower()])
                    for name, cell in cells.items():
                        same = {"national": None}.get(cell, cell) if name == "region" else cell
                        self.assertEqual(row[name], same or None, f"{name} of {row}")

    def test_give_every_column_its_unit(self):
        document = json_of("run", "two-provinces")
        described = {column["name"]: column["unit"] for column in document["columns"]}
        self.assertEqual(set(document["rows"][0]) - set(described),
                         {"region", "year", "from", "to"})
        self.assertEqual(described["rural_ration_kg"], "kg")
        self.assertEqual(document["rows"][0]["export_mt"], None)

    def test_say_what_calibration_found(self):
        parameter = json_of("explain", "parameter", "pressure_lull")["entries"][0]
        historical = parameter["historical"]
        self.assertTrue(historical["source"].startswith("fitted"))
        self.assertGreater(historical["standard_error"], 0)
        self.assertLess(historical["value"], parameter["high"])
        self.assertGreater(len(parameter["moves_most"]), 1)

    def test_go_to_a_file_by_its_suffix(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "a.json"
            for command in (["run", "historical"], ["explain", "lever", "pressure"],
                            ["sweep", "historical", "--levels", "1:2"],
                            ["search", "historical", "--lever", "export_mt", "--deaths-below",
                             "14"], ["attribute", "historical"]):
                output(*command, "-o", str(file))
                self.assertEqual(file.read_text(), output(*command, "--format", "json"))

    def test_survive_an_argument_that_is_not_utf8(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "a\udcff\x01.toml"
            file.write_text('title = "x"\nextends = "historical"\n')
            document = json_of("run", str(file))
        self.assertTrue(document["scenario"]["argument"].endswith("/a\ufffd\x01.toml"))


class Strictness(unittest.TestCase):
    """A schema that lets everything pass would pass the tests above too."""

    def refused(self, name, document, change):
        with self.subTest(name):
            changed = copy.deepcopy(document)
            change(changed)
            self.assertIsNotNone(first_fault(validator(name), changed))

    def test_every_key_is_needed_and_no_other_allowed(self):
        arguments = {"run": ["historical"], "compare": ["historical", "no-exports"],
                     "data": ["rural_ration_kg"], "explain": ["pressure"],
                     "attribute": ["historical"], "sweep": ["historical", "--levels", "1:2"],
                     "search": ["historical", "--lever", "export_mt*",
                                "--deaths-below", "14"],
                     "check": ["historical"]}
        self.assertEqual(sorted(arguments), sorted(COMMANDS))
        for name in COMMANDS:
            document = json_of(name, *arguments[name])
            for key in document:
                self.refused(name, document, lambda d, key=key: d.pop(key))
            self.refused(name, document, lambda d: d.update(more=1))

    def test_rows_have_their_columns(self):
        run = json_of("run", "historical")
        for key in run["rows"][0]:
            self.refused("run", run, lambda d, key=key: d["rows"][3].pop(key))
        self.refused("run", run, lambda d: d["rows"][3].update(seed_mt="1"))
        self.refused("run", run, lambda d: d.update(every="month"))
        swept = json_of("sweep", "historical", "--levels", "1:2")
        for key in swept["rows"][0]:
            self.refused("sweep", swept, lambda d, key=key: d["rows"][1].pop(key))
        self.refused("sweep", swept, lambda d: d["rows"][1].update(at=["1"]))
        data = json_of("data", "events")
        self.refused("data", data, lambda d: d["listings"][0].update(kind="national"))
        lever = json_of("explain", "lever", "pressure")
        self.refused("explain", lever, lambda d: d["entries"][0].update(kind="figure"))


class Checks(unittest.TestCase):
    """`check --format json`, which is printed of faulty files too."""

    def test_are_valid(self):
        checker = validator("check")
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "broken.toml"
            broken.write_text('extends = "historical"\n[levers]\npresure = 9\nrelief = -1\n')
            for arguments in (["historical"], [str(broken)], ["no-such"],
                              ["historical", str(broken), "two-provinces"]):
                with self.subTest(arguments):
                    text = granary("check", *arguments, "--format", "json").stdout
                    self.assertIsNone(first_fault(checker, json.loads(text)))

    def test_have_faults_where_they_are_not_sound_and_only_there(self):
        checker = validator("check")
        document = json_of("check", "historical")
        self.assertIsNone(first_fault(checker, document))
        for change in ({"ok": False}, {"exit_code": 3}, {"read": None},
                       {"problems": [{"file": "a", "line": None, "column": None,
                                      "end_column": None, "severity": "error", "message": "b",
                                      "text": None}]}):
            changed = copy.deepcopy(document)
            changed["results"][0].update(change)
            self.assertIsNotNone(first_fault(checker, changed), change)


if __name__ == "__main__":
    unittest.main()
