"""What the search knows of the content, and how it stays up to date.

``drafts`` reads pages and says which entries they show; ``storing`` keeps these;
``refreshing`` does both for some pages or all, and ``receivers`` whenever they change.
"""
