pytest_plugins = ["tests.missing_parts"]
