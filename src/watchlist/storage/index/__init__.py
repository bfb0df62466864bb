"""The cache: SQLite indexes of film files and of the user's list, so that no command has to read those files.

Each file has an index of its own, with a note that says which version of the program built it and from what.
An index is trusted while that note fits; otherwise it is updated or rebuilt, and it is safe to delete.
Answers come from the indexes of all film files, merged film by film, and are those that the files would give.

`sqlite_index` opens and rebuilds any index, and `index_note` says whether it can be trusted.
The index of a film file: `film_tables` has its tables, `build` fills them from the file through
`film_writer`, `film_reader` asks them, and `film_row` turns a film into a row and back.
`indexed_films` merges the answers, `indexed_entries` is the list, `unreleased` joins the two by `last_days`. Both find
a film by the ids in their `key_table`.
"""
