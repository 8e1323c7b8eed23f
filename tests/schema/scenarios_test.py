"""The schema of scenario files against the reader: what ships, good and faulty texts."""

import pathlib
import tempfile
import unittest

from support import ROOT, first_fault, granary, output, toml, validator

SCENARIOS = ROOT / "scenarios"
FAULTS = ROOT / "tests" / "faults"
DIRECTIVE = "#:schema ../docs/schema/scenario.schema.json"

HEAD = 'title = "A test"\n'
CHILD = HEAD + 'extends = "historical"\n'

GOOD = {
    "nothing but a title": HEAD,
    "a constant": CHILD + "[levers]\npressure = 0\n",
    "a parameter's name as height": CHILD + '[levers]\nquota_rate = "quota_rate_level"\n',
    "points of every form": CHILD + '[levers]\nexport_mt = { interpolate = "step", source = "a", '
    'points = [["1957-01", 2], ["1958-02-28", "planned_export_mt"], ["1959-01", 3.5, "b"]] }\n',
    "a leap day": CHILD + '[levers]\nrelief = { points = [["1960-02-29", 1], ["1961-01", 2]] }\n',
    "a factor": CHILD + "[levers]\nexport_mt = { scale = 0.5 }\n",
    "a factor in a region": CHILD + '[[region]]\nname = "a"\nshare = 1\n'
    "levers.sown_area = { scale = 0.9 }\n",
    "a change from a date on": CHILD + '[levers]\n'
    'relief = { from = "1959-08", set = { points = [["1959-09", 1], ["1960-01", 2]] } }\n',
    "negative labour diversion": CHILD + "[levers]\nlabour_diversion = -0.1\n",
    "parameters of both forms": CHILD + "[parameters]\nbelief_lag_years = 0.7\n"
    'memory_years = { value = 1.1, source = "a", standard_error = 0.1 }\n',
    "every other key": CHILD + 'summary = "a"\nstart = "1957-01"\nend = "1962-12-31"\n'
    'reporting_levels = 8\nlargest_step_years = 0.005\nobserve = ["1959-08-15"]\n'
    'reading = "un"\n',
}

BAD = {
    "an unknown key": CHILD + "presure = 1\n",
    "an unknown lever": CHILD + "[levers]\npresure = 1\n",
    "a lever outside its table": CHILD + "pressure = 1\n",
    "an unknown parameter": CHILD + "[parameters]\nbelief_lag = 1\n",
    "a parameter among the levers": CHILD + "[levers]\nbelief_lag_years = 1\n",
    "an unknown parameter as height": CHILD + '[levers]\nquota_rate = "quota"\n',
    "a lever above its range": CHILD + "[levers]\npressure = 2.5\n",
    "a lever below its range": CHILD + "[levers]\nrelief = -1\n",
    "infinity": CHILD + "[levers]\npressure = inf\n",
    "a parameter out of range": CHILD + "[parameters]\nbelief_lag_years = 9\n",
    "a parameter's table without value": CHILD + '[parameters]\nmemory_years = { source = "a" }\n',
    "a text for a number": CHILD + "largest_step_years = \"0.005\"\n",
    "a truth for a height": CHILD + "[levers]\npressure = true\n",
    "a number for a date": HEAD + "start = 1957\n",
    "a bare date": HEAD + "start = 1957-01-01\n",
    "month 13": HEAD + 'start = "1957-13"\n',
    "30 February": HEAD + 'start = "1957-02-30"\n',
    "29 February of a common year": HEAD + 'end = "1962-02-29"\n',
    "no points": CHILD + "[levers]\nrelief = { points = [] }\n",
    "a point without height": CHILD + '[levers]\nrelief = { points = [["1958-01"]] }\n',
    "a point too long": CHILD + '[levers]\nrelief = { points = [["1958-01", 1, "a", 2]] }\n',
    "a point out of range": CHILD + '[levers]\nrelief = { points = [["1958-01", 26]] }\n',
    "an unknown interpolation": CHILD + '[levers]\nrelief = { interpolate = "cubic", '
    'points = [["1958-01", 1]] }\n',
    "two forms at once": CHILD + '[levers]\nrelief = { scale = 1, points = [["1958-01", 1]] }\n',
    "a date without a value": CHILD + '[levers]\nrelief = { from = "1958-01" }\n',
    "a negative factor": CHILD + "[levers]\nexport_mt = { scale = -1 }\n",
    "a factor without a parent": HEAD + "[levers]\nexport_mt = { scale = 0.5 }\n",
    "nine reporting levels": CHILD + "reporting_levels = 9\n",
    "a step too long": CHILD + "largest_step_years = 0.02\n",
    "a national lever in a region": CHILD + '[[region]]\nname = "a"\nshare = 1\n'
    "levers.export_mt = 1\n",
    "a region without name": CHILD + "[[region]]\nshare = 1\n",
    "a region without a letter in its name": CHILD + '[[region]]\nname = ""\nshare = 1\n',
    "an unknown field of a region": CHILD + '[[region]]\nname = "a"\nshare = 1\nsize = 2\n',
    "a region that is no list": CHILD + '[region]\nname = "a"\nshare = 1\n',
    "no TOML": CHILD + "[levers\n",
    "a repeated key": CHILD + "[levers]\npressure = 1\npressure = 0\n",
}

# What a schema cannot see, for it looks at one value of one file at a time.
UNSEEN = {
    "not a number": (CHILD + "[levers]\npressure = nan\n",
                     "JSON, which schemas are about, has no such value"),
    "a whole number written as a float": (CHILD + "reporting_levels = 4.0\n",
                                          "to JSON Schema 4.0 is an integer"),
    "points out of order": (CHILD + '[levers]\n'
                            'relief = { points = [["1959-01", 1], ["1958-01", 2]] }\n',
                            "items are not compared with each other"),
    "two regions of one name": (CHILD + '[[region]]\nname = "a"\nshare = 0.5\n'
                                '[[region]]\nname = "a"\nshare = 0.5\n',
                                "items are compared whole, not by a key"),
    "an end before the start": (HEAD + 'start = "1960-01"\nend = "1959-01"\n',
                                "values are not compared with each other"),
    "an instant outside the span": (CHILD + 'observe = ["1971-01"]\n',
                                    "values are not compared with each other"),
    "a change after the span": (CHILD + '[levers]\nrelief = { from = "1971-01", set = 1 }\n',
                                "the span stands in the parent"),
    "a parent that is not there": (HEAD + 'extends = "histrical"\n', "no other file is looked at"),
    "a parameter too large for the lever": (CHILD + '[levers]\nrelief_on_sight = '
                                            '"energy_need_kcal"\n',
                                            "the parameter's value stands elsewhere"),
    "a factor too large": (CHILD + "[levers]\nexport_mt = { scale = 100 }\n",
                           "the schedule stands in the parent"),
}

ANOTHER_FILE = "no other file is looked at"
COMPARED = "values are not compared with each other"
ITEMS = "items of a list are not compared with each other"
ADDED_UP = "nothing is added up"
ELSEWHERE = "the value it depends on stands elsewhere"
HOLDS = "what a text holds, and how long it is, is for the reader"
NOT_JSON = "JSON, which schemas are about, has no such value"

# Files of tests/faults that are valid to a schema, with the reason.
UNSEEN_FILES = {
    "change-after-the-span": ELSEWHERE,
    "change-before-the-span": ELSEWHERE,
    "circle-one": ANOTHER_FILE,
    "circle-three": ANOTHER_FILE,
    "circle-two": ANOTHER_FILE,
    "end-at-start": COMPARED,
    "end-before-start": COMPARED,
    "extends-itself": "a schema does not know the file's name",
    "file-of-parameters-out-of-range": ANOTHER_FILE,
    "file-of-parameters-with-more": ANOTHER_FILE,
    "named-height-out-of-range": ELSEWHERE,
    "not-a-number": NOT_JSON,
    "observed-outside-the-span": COMPARED,
    "parent-that-is-a-folder": ANOTHER_FILE,
    "point-after-the-span": COMPARED,
    "point-before-the-span": COMPARED,
    "point-of-a-region-after-the-span": COMPARED,
    "parameter-with-a-wrong-prior": COMPARED,
    "points-on-one-day": ITEMS,
    "points-out-of-order": ITEMS,
    "reading-with-a-wrong-prior": ANOTHER_FILE,
    "region-called-national": HOLDS,
    "region-misspelt": ELSEWHERE,
    "region-misspelt-after-a-new-one": ELSEWHERE,
    "region-named-like-a-formula": HOLDS,
    "region-named-with-blanks": HOLDS,
    "region-scaled-out-of-range": ELSEWHERE,
    "region-without-share": ELSEWHERE,
    "regions-all-left-out": ADDED_UP,
    "regions-of-which-none-is-the-parents": ELSEWHERE,
    "scaled-out-of-range": ELSEWHERE,
    "shares-that-sum-to-less": ADDED_UP,
    "shares-that-sum-to-more": ADDED_UP,
    "source-too-long": HOLDS,
    "start-with-the-people-of-1957": ELSEWHERE,
    "step-that-is-not-a-number": NOT_JSON,
    "summary-too-long": HOLDS,
    "title-too-long": HOLDS,
    "title-with-a-control-character": HOLDS,
    "title-with-an-unseen-character": HOLDS,
    "two-regions-of-one-name": ITEMS,
    "unknown-file-of-parameters": ANOTHER_FILE,
    "unknown-parent": ANOTHER_FILE,
    "unknown-parent-far-from-any": ANOTHER_FILE,
    "unknown-parent-file": ANOTHER_FILE,
    "unknown-reading": ANOTHER_FILE,
    "window-added-out-of-range": ELSEWHERE,
    "window-scaled-out-of-range": ELSEWHERE,
    "window-that-ends-after-the-span": COMPARED,
    "window-that-ends-before-it-begins": COMPARED,
    "window-without-beginning-after-another": ITEMS,
    "window-without-end-before-another": ITEMS,
    "windows-that-overlap": ITEMS,
}


class Scenarios(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = validator("scenario")

    def fault_of(self, text):
        document = toml(text)
        return "not TOML" if document is None else first_fault(self.schema, document)

    def exit_code_of(self, text):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "scenario.toml"
            file.write_text(text)
            return granary("check", str(file)).returncode

    def test_that_ship_are_valid_and_name_the_schema(self):
        shipped = [file for file in sorted(SCENARIOS.glob("*.toml"))
                   if "title" in toml(file.read_bytes())]
        self.assertGreaterEqual(len(shipped), 5)
        for file in shipped:
            with self.subTest(file.name):
                self.assertIsNone(self.fault_of(file.read_bytes()))
                first = file.read_text().splitlines()[0]
                self.assertEqual(first, DIRECTIVE, "editors find the schema by the first line")
                self.assertTrue((file.parent / first.split()[1]).is_file())

    def test_readings_are_valid(self):
        for file in sorted((SCENARIOS.parent / "readings").glob("*.toml")):
            with self.subTest(file.name):
                self.assertIsNone(self.fault_of(file.read_bytes()))

    def test_say_nothing_of_the_schema_where_they_are_explained(self):
        for name in ("historical", "no-exports"):
            self.assertNotIn("schema", output("explain", "scenario", name))

    def test_good_ones_pass_both_reader_and_schema(self):
        for name, text in GOOD.items():
            with self.subTest(name):
                self.assertEqual(self.exit_code_of(text), 0)
                self.assertIsNone(self.fault_of(text.encode()))

    def test_faulty_ones_fail_both_reader_and_schema(self):
        for name, text in BAD.items():
            with self.subTest(name):
                self.assertEqual(self.exit_code_of(text), 3)
                self.assertIsNotNone(self.fault_of(text.encode()))

    def test_what_only_the_reader_sees_is_known(self):
        for name, (text, reason) in UNSEEN.items():
            with self.subTest(name):
                self.assertNotEqual(self.exit_code_of(text), 0)
                self.assertIsNone(self.fault_of(text.encode()), f"no longer true: {reason}")

    def test_faulty_files_are_refused_but_for_those_listed(self):
        passed = set()
        for file in sorted(FAULTS.glob("*.toml")):
            if self.fault_of(file.read_bytes()) is None:
                passed.add(file.stem)
        listed = {name for name in UNSEEN_FILES if (FAULTS / f"{name}.toml").exists()}
        self.assertEqual(passed, listed)


if __name__ == "__main__":
    unittest.main()
