"""Print what a spreadsheet would take for a formula."""

for start in "=+-@\t\r":
    print(start + "HYPERLINK(\"http://127.0.0.1:50007\",\"x\")")
