"""A View as Markdown: a brief that can be handed over as it is.

The dialect is GitHub Flavored Markdown (CommonMark with tables) with footnotes, as pandoc and GitHub read it.
"""
