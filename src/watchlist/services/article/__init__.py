"""Reading an article: its source, and what it says about the releases of films, as claims.

`reading` puts the steps together: `decode` (bytes to text), `html_page` and `text_page` (text to
blocks), `source` (who says it, and when), `titles`, `date_finding` and `cues` (what stands in a
sentence), `claims` (what it comes to). Words are in tables; nothing is guessed that is not said.
"""
