"""The programme of a workshop to take along: as a sheet, a tagged PDF, plain text."""
