"""Import and export of the whole content as YAML (docs/import-export.md)."""
