"""What leads from a page's former addresses to the one it has now.

- ``keeping`` writes redirects when pages move, and takes away those that are overtaken,
- ``middleware`` follows them, unless they lead to what is not public.

A redirect names the page, not its address, so later moves cannot make chains of them.
"""
