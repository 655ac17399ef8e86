"""How content is put into words and markup. Plain functions, no request."""
