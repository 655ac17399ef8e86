"""What rich text may contain."""

__all__ = ["INLINE_FEATURES", "TEXT_FEATURES"]

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = ["h3", "h4", *INLINE_FEATURES, "ol", "ul"]
