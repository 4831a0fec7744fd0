"""Whether a run may be published: what it found, held against the site file and against the run before it.

Reading route: `gate` (what a gate is), `judged` (every gate, asked in turn), `against_last` (those that need a former run),
`turnover` (whether a list without known entries is another list).
"""
