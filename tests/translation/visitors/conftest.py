from tests.rendering.conftest import empty_cache, home, read

__all__ = ["empty_cache", "home", "read"]
