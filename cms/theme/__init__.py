"""A site's own colours and type, as custom properties above the stylesheet."""
