"""What is known of a library without reading its briefings: an index in the cache folder, kept up as files change.

It can be thrown away at any time. What it takes to ask it is SQLite alone; only what reads briefings (`reading`,
`passages`) needs the loader.
"""
