"""What the article about a film says, read when the article has changed and while it is about that film."""

from refresher import Refresher, article, klara, world
from web_server import Server


def test_no_date_any_more_strikes_the_old_one(refresher: Refresher, server: Server) -> None:
    more = {"pages": {"Klara": article("{{Film date|2031|12|18|US}}")}}
    server.play(world(klara(article="Klara"), **more))
    refresher.refresh()
    more = {"pages": {"Klara": article("{{Film date|TBA}}<!-- x -->", 2)}}
    server.play(world(klara(article="Klara"), **more))
    refresher.refresh(9)
    assert [one.split(" day")[0] for one in refresher.said()][-1].startswith("WW theatrical XXXX announced")


def test_the_article_is_heard_with_its_citation(refresher: Refresher, server: Server) -> None:
    citation = "<ref>{{cite news|work=[[Deadline]]|title=It moves|url=https://deadline.com/x|date=4 March 2025}}</ref>"
    pages = {"Klara (film)": article(f"{{{{Film date|2032|5|1|United States|ref1={citation}}}}}")}
    server.play(world(klara(article="Klara (film)"), pages=pages))
    refresher.refresh()
    assert refresher.said() == ["US theatrical 2032-05-01 announced 2025-03-04 Deadline"]
    server.forget()
    refresher.refresh(2)
    assert [request.path for request in server.requests] == ["/wikidata", "/wikipedia"]
    assert server.requests[1].query["rvprop"] == "ids|timestamp"


def test_an_article_that_is_about_something_else_now_is_not_heard(refresher: Refresher, server: Server) -> None:
    pages = {"Klara": article("{{Film date|2032|5|1|United States}}", item="Q999")}
    server.play(world(klara(article="Klara"), pages=pages))
    result = refresher.refresh()
    assert (refresher.said(), result.asked[0].note) == ([], 'the article "Klara" is about something else now')
