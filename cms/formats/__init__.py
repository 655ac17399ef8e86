"""How dates are read from forms, where Django's own formats of a language do not do."""
