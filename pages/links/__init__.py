"""Whether links to other websites still lead somewhere.

``judging`` decides what an answer means, ``asking`` asks one address, ``visiting`` goes
round all that are due. Nothing here follows a link that was found at such an address.
"""
