"""Reading an article: its source, and what it says about the releases of films, as claims.

`reading` puts the steps together: `decode` (bytes to text), `html_page` and `text_page` (text to
blocks), `source` (who says it, and when), `headings` and `fields` (what holds for a section), `titles`,
`date_finding` and `cues` (what stands in a sentence), `claims` (what each date comes to, by `cue_of_date`,
`film_of_date` and `place_of_date`). Words are in tables; nothing is guessed that is not said.
"""
