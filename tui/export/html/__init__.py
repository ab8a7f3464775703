"""A View as one HTML file: for a phone, a desk and paper, without a script, and with nothing from outside.

It follows the HTML Living Standard and WCAG 2.2 AA. Drawings are SVG within the page, each with its words beside it.
"""
