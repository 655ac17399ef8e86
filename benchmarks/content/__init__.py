"""A site of any size, of the kind the platform serves, generated in seconds."""
