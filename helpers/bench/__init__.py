"""How fast a build is, and what an article costs, held against their bounds; `python -m helpers.bench`.

Nothing heavy is imported here: what a child process takes of memory is only told truly if its parent is small.
"""
