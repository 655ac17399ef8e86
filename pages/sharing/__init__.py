"""What is shown where somebody shares a page: its title, a sentence and a picture.

- ``card`` says what stands on the picture, as a value, and names it by its content,
- ``text`` fits words into a space, ``drawing`` makes the picture of them,
- ``views`` answers with it, ``tags`` says it all in the head of the page.
"""
