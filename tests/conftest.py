pytest_plugins = [
    "tests.missing_parts",
    "tests.browser.tables",
    "tests.lasting",
    "tests.processes",
]
