"""A report is a page that any reader of HTML takes apart without a complaint."""

import html.parser
import os
import subprocess
import sys

GRANARY = os.environ["GRANARY_COMMAND"]
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.faults, self.count = [], [], [], {}
        self.columns, self.in_picture = None, 0

    def handle_starttag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag not in VOID:
            self.open.append(tag)
        values = dict(attributes)
        if "id" in values and not values["id"].startswith("hatch-"):
            self.ids.append(values["id"])
        if tag == "tr":
            self.columns = 0
        if tag in ("td", "th"):
            self.columns += int(values.get("colspan", 1))
        if tag == "table":
            self.width = None

    def handle_startendtag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> within {self.open[-3:]}")
            return
        self.open.pop()
        if tag == "tr":
            if self.width not in (None, self.columns):
                self.faults.append(f"line {self.getpos()[0]}: {self.columns} cells, not {self.width}")
            self.width = self.columns


def faults_of(*scenarios):
    run = subprocess.run([GRANARY, "report", *scenarios], capture_output=True, text=True, check=True)
    page = Page()
    page.feed(run.stdout)
    page.close()
    faults = page.faults + [f"<{tag}> stays open" for tag in page.open]
    faults += [f"id {i} twice" for i in set(page.ids) if page.ids.count(i) > 1]
    if page.count.get("svg", 0) < 2 or page.count["title"] != page.count["svg"] + 1:
        faults.append("every picture has a title of its own")
    if page.count.get("table", 0) < 4 or page.count.get("h1") != 1:
        faults.append("tables, and one heading of all")
    return faults


failed = 0
for scenarios in (["historical"], ["honest-reporting"], ["historical", "two-provinces", "no-exports"]):
    for fault in faults_of(*scenarios):
        print(f"{' '.join(scenarios)}: {fault}")
        failed = 1
sys.exit(failed)
