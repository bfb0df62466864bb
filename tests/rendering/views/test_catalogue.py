import pytest

from watchlist.rendering.views.catalogue import as_lines
from watchlist.services.upkeep.catalogue import LayerSummaries, LayerSummary


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 byte"), (812, "812 bytes"), (1_200, "1.2 kB"), (23_459_293, "23.5 MB"), (1_000_000_000, "1.0 GB")],
)
def test_the_size_of_a_file_is_worded(size: int, words: str) -> None:
    layer = LayerSummary("films.toml", "/p/films.toml", 1, size, removable=False)
    assert list(as_lines(LayerSummaries((layer,)))) == [f"films.toml\t1 film\t{words}\t/p/films.toml"]
