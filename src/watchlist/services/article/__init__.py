"""Reading an article: its source, and what it says about the releases of films, as claims.

`reading` calls the steps in order: `decode` (bytes to text), `html_page` and `text_page` (text to
blocks), `source` (publisher, author, day), `headings` and `fields` (what applies to a section), `titles`,
`date_finding` and `cues` (what a sentence contains), `claims` (what each date means, by `cue_of_date`,
`film_of_date` and `place_of_date`). Vocabulary is kept in tables. What the article does not say is never guessed.
"""
