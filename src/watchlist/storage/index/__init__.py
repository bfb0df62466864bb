"""The cache: SQLite indexes of film files and of the user's list, so that no command has to read those files.

Each file has its own index, with a note that says which version of the program built it, and from which files.
An index is trusted as long as that note is true; otherwise it is updated or rebuilt. It is safe to delete.
Answers from the indexes of all film files are merged film by film, and equal those that the files would give.

`sqlite_index` opens and rebuilds any index; `index_note` decides whether it can be trusted.
For a film file, `film_tables` defines the tables, `build` fills them from the file through `film_writer`,
`film_reader` queries them, and `film_row` turns a film into a row and back.
`indexed_films` merges the films of all files, and `indexed_entries` is the list; both find a film by its ids in
`key_table`. `unreleased` joins the two by `last_days`.
"""
