"""Reading whole articles: their source, their own text, and what is claimed in lists, tables and sections."""

# ruff: noqa: E501  a page of HTML stands whole

from datetime import date

import pytest

from articles import DATED, claims, read

OPENS = "<p><i>Copper Sky</i> opens in theaters on June 12.</p>"
ONLY_COPPER_SKY = [("Copper Sky", "2026-06-12")]


def test_the_user_says_the_day_of_an_article_without_one() -> None:
    page = f"<html><body>{OPENS}</body></html>"
    assert [one.why for one in read(page).unclear] == ["which day"]
    assert claims(page, published=date(2026, 5, 5)) == ONLY_COPPER_SKY


def test_headings_name_the_film_and_the_date_of_what_is_under_them() -> None:
    page = (
        f"{DATED}<h1>New films</h1><h2>Friday, June 12</h2><ul><li><b>Copper Sky</b> (Reel Films)</li></ul>"
        "<h2>Tin Moon</h2><p>The sequel follows on July 3.</p></body></html>"
    )
    assert claims(page) == [("Copper Sky", "2026-06-12"), ("Tin Moon", "2026-07-03")]


def test_a_list_about_a_year_lends_it_to_its_dates() -> None:
    heads = "".join(
        f"<h2>{film} &mdash; March {day}</h2>" for day, film in enumerate(("Copper Sky", "Tin Moon", "Low Water"), 5)
    )
    page = f"{DATED}<h1>Every Film of 2028</h1>{heads}</body></html>"
    assert claims(page) == [("Copper Sky", "2028-03-05"), ("Tin Moon", "2028-03-06"), ("Low Water", "2028-03-07")]


def test_a_table_of_countries_is_read_row_by_row() -> None:
    rows = "<tr><th>Country</th><th>Opens</th></tr><tr><td>France</td><td>10/06/2026</td></tr><tr><td>Japan</td><td>summer 2026</td></tr>"
    page = f"{DATED}<h1>Copper Sky: when it opens</h1><p><i>Copper Sky</i> travels (day/month/year).</p><table>{rows}</table></body></html>"
    found = read(page).claims
    assert [(one.region, one.date and one.date.text) for one in found] == [("FR", "2026-06-10"), ("JP", "2026-22")]


def test_the_order_of_day_and_month_is_never_guessed() -> None:
    page = "<html><meta property='article:published_time' content='2026-01-05'><body><p><i>Copper Sky</i> opens on 03/04/2026.</p>"
    assert [(one.said, one.why) for one in read(page).unclear] == [("03/04/2026", "which day")]
    assert claims(page.replace("<html>", '<html lang="en-US">')) == [("Copper Sky", "2026-03-04")]
    assert claims(page.replace("<html>", '<html lang="en-GB">')) == [("Copper Sky", "2026-04-03")]


def test_a_fiscal_quarter_needs_the_start_of_the_fiscal_year() -> None:
    text = "<i>Copper Sky</i> is slated for the third quarter of fiscal 2027."
    assert [one.why for one in read(f"{DATED}<p>{text}</p>").unclear] == ["which day"]
    assert claims(f"{DATED}<p>{text} Its fiscal year ends in September.</p>") == [("Copper Sky", "2027-34")]


def test_a_film_that_is_not_named_is_asked_for() -> None:
    page = f"{DATED}<p><i>Copper Sky</i> opens on June 12. A reboot of it is set for May 7, 2027.</p></body></html>"
    assert [(one.film, one.said) for one in read(page).unclear] == [(None, "May 7, 2027")]


def test_a_service_named_in_the_next_sentence_is_that_of_the_date() -> None:
    page = f"{DATED}<p><i>Copper Sky</i> is set to be released on June 12. It will be available to stream on Netflix.</p></body></html>"
    assert [(one.service, one.date and one.date.text) for one in read(page).claims] == [("Netflix", "2026-06-12")]


def test_markdown_marks_titles_and_sections() -> None:
    text = "---\ndate: 2026-05-05\n---\n\n# Soon\n\n- 12 June - *Copper Sky*\n- 19 June - *Tin Moon*, on Blu-ray\n"
    found = read(text).claims
    assert [(one.film and one.film.title, one.channel) for one in found] == [
        ("Copper Sky", None),
        ("Tin Moon", "physical"),
    ]


def test_a_table_that_lays_out_a_page_holds_paragraphs() -> None:
    page = (
        f"{DATED}<table><tr><td><h2>The Movie Shack</h2></td></tr><tr><td><h3>What I wait for</h3>"
        f"{OPENS}<p><i>Tin Moon</i> follows on July 3.</p></td><td>Archive<br>March 2007</td></tr></table></body></html>"
    )
    assert claims(page) == [("Copper Sky", "2026-06-12"), ("Tin Moon", "2026-07-03")]


def test_a_table_of_changes_gives_the_new_dates() -> None:
    page = (
        f"{DATED}<h1>New dates</h1><table><tr><th>Film</th><th>Old date</th><th>New date</th><th>Notes</th></tr>"
        "<tr><td>Copper Sky</td><td>June 5</td><td>June 12</td><td>filming ended in May 2025</td></tr>"
        "<tr><td>Tin Moon</td><td>July 3</td><td>TBC</td><td></td></tr></table></body></html>"
    )
    assert claims(page) == [*ONLY_COPPER_SKY, ("Tin Moon", "XXXX")]


@pytest.mark.parametrize(
    "section",
    [
        "<h2>Plot</h2><p>In June 2026, a doctor comes home to Copper Sky.</p>",
        "<h2>Games</h2><ul><li>Low Water: August 4, 2026</li></ul>",
        "<h2>Is there a trailer?</h2><p>It lands on May 12.</p>",
        "<h2>Tin Moon, season 3</h2><p>Release date: May 15</p>",
        "<h2>Leaving in July</h2><ul><li>Low Water, July 31</li></ul>",
    ],
)
def test_a_section_on_something_else_claims_nothing(section: str) -> None:
    assert claims(f"{DATED}<h1>The week</h1>{OPENS}{section}</body></html>") == ONLY_COPPER_SKY


@pytest.mark.parametrize(
    "fields",
    [
        "<p>Where to watch: Netflix<br>Release date: June 12</p>",
        "<p><b>Where to watch:</b> Netflix</p><p><b>Release date:</b> June 12</p>",
        "<ul><li>Platform: Netflix</li><li>Released: 12 June</li></ul>",
    ],
)
def test_fields_under_a_title_belong_together(fields: str) -> None:
    page = f"{DATED}<h1>OTT and theatrical releases this week (June 8 to June 14)</h1><h3>Copper Sky</h3>{fields}"
    found = read(
        f"{page}<h3>Tin Moon</h3><p>Where to watch: In theatres<br>Release date: June 13</p></body></html>"
    ).claims
    assert [(one.film and one.film.title, one.date and one.date.text, one.channel, one.service) for one in found] == [
        ("Copper Sky", "2026-06-12", "digital", "Netflix"),
        ("Tin Moon", "2026-06-13", "theatrical", None),
    ]


def test_items_may_begin_with_a_day_and_a_colon() -> None:
    page = f"{DATED}<ul><li>June 12: <i>Copper Sky</i></li><li>Friday, July 3: <i>Tin Moon</i></li></ul></body></html>"
    assert claims(page) == [("Copper Sky", "2026-06-12"), ("Tin Moon", "2026-07-03")]


def test_items_under_a_day_are_its_films() -> None:
    page = f"{DATED}<h1>New on Netflix</h1><h2>June 12</h2><ul><li>Copper Sky</li><li>Love Boat: season 4</li></ul></body></html>"
    found = read(page).claims
    assert [(one.film and one.film.title, one.date and one.date.text, one.service) for one in found] == [
        ("Copper Sky", "2026-06-12", "Netflix")
    ]


def test_a_heading_may_name_cinemas_and_a_day() -> None:
    text = "Published: May 5, 2026\n\nIN THEATERS TOMORROW\n\nCopper Sky (PG-13, 2h 11m). Big, wet, fun.\n"
    assert claims(text) == [("Copper Sky", "2026-05-06")]


def test_a_short_title_is_that_of_a_longer_one_only_where_that_came_before() -> None:
    page = f"{DATED}<p><i>Copper Sky: Night Shift</i> follows on July 3.</p><p><i>Copper Sky</i> is big.</p>"
    assert claims(f"{page}<p><i>Copper Sky</i> opens on June 12.</p></body></html>") == [
        ("Copper Sky: Night Shift", "2026-07-03"),
        ("Copper Sky: Night Shift", "2026-06-12"),
    ]
    page = f"{DATED}{OPENS}<p><i>Copper Sky: Night Shift</i> follows on July 3.</p></body></html>"
    assert claims(page) == [*ONLY_COPPER_SKY, ("Copper Sky: Night Shift", "2026-07-03")]


@pytest.mark.parametrize(
    ("plain", "title"),
    [
        ("In Low Water, out June 12, Ann Cole digs.", "Low Water"),
        ("Marigold Days comes to Blu-ray on June 12.", "Marigold Days"),
        ("Nine Lives of Mrs. Pym is due on June 12.", "Nine Lives of Mrs. Pym"),
        ("Narnia opens on June 12.", "Narnia"),
    ],
)
def test_a_title_that_nothing_marks_is_known_by_what_it_does(plain: str, title: str) -> None:
    page = f"{DATED}<p>There is news.</p><p>{plain}</p></body></html>"
    assert claims(page) == [(title, "2026-06-12")]


def test_a_title_ends_where_its_name_ends() -> None:
    page = f"{DATED}<p><i>Copper Sky</i> is big.</p><ul><li>Copper Sky Requiem: June 12, 2026</li></ul></body></html>"
    assert claims(page) == [("Copper Sky Requiem", "2026-06-12")]


def test_the_first_film_is_that_before_the_sequel() -> None:
    page = f"{DATED}<h2>When is Copper Sky 2 out?</h2><p>The first film opened on April 3, 2024.</p></body></html>"
    assert claims(page) == [("Copper Sky", "2024-04-03")]


def test_a_bulletin_gives_days_before_titles() -> None:
    text = (
        "Our cinema in June\n\nPublished: 5 May 2026\n\nNEW RELEASES\n\n5 June    COPPER SKY (12A)\n12 June  TIN MOON (15, subtitled)\n"
        "\nMembership renewals are due on 30 June.\n"
    )
    assert claims(text) == [("Copper Sky", "2026-06-05"), ("Tin Moon", "2026-06-12")]


def test_a_page_of_a_film_lists_countries() -> None:
    page = (
        "<html><title>Copper Sky | Releases</title><body><h1>Copper Sky</h1><table><tr><th>Country</th><th>Date</th><th>Note</th></tr>"
        "<tr><td>Italy</td><td>September 5, 2026</td><td>(Venice Film Festival)</td></tr>"
        "<tr><td>United States</td><td>November 6, 2026</td><td>(limited)</td></tr>"
        "<tr><td>Japan</td><td>February 2027</td><td>with Film4</td></tr></table></body></html>"
    )
    assert [(one.region, one.date and one.date.text, one.channel) for one in read(page).claims] == [
        ("IT", "2026-09-05", "premiere"),
        ("US", "2026-11-06", "limited"),
        ("JP", "2027-02", None),
    ]


def test_a_column_may_be_called_what_and_a_cell_may_say_more() -> None:
    text = "---\ndate: 2026-09-28\n---\n\n| When | What | Where |\n|---|---|---|\n| Oct 2 | Night Nurse | Shudder |\n| Oct 9 | Witchlight | limited (wide on the 16th) |\n"
    assert [(one.film and one.film.title, one.date and one.date.text, one.channel) for one in read(text).claims] == [
        ("Night Nurse", "2026-10-02", "digital"),
        ("Witchlight", "2026-10-09", "limited"),
        ("Witchlight", "2026-10-16", "theatrical"),
    ]


def test_a_day_may_follow_that_of_the_sentence_before() -> None:
    page = f"{DATED}<p><i>Copper Sky</i> opens in Germany on June 11. Austria follows a day later.</p></body></html>"
    assert [(one.region, one.date and one.date.text) for one in read(page).claims] == [
        ("DE", "2026-06-11"),
        ("AT", "2026-06-12"),
    ]


def test_at_a_festival_a_premiere_is_one_of_the_festival() -> None:
    page = f"{DATED}<h1>Tribeca 2026: what to see</h1><h3>“Copper Sky”</h3><p>World premiere Friday, June 5.</p></body></html>"
    (found,) = read(page).claims
    assert (found.channel, found.region, found.service) == ("premiere", "US", "Tribeca Festival")


def test_the_headline_of_one_story_gives_its_place_to_no_other() -> None:
    page = f"{DATED}<h1>‘Copper Sky’ sets Japan release</h1><p><i>Tin Moon</i> opened in April.</p></body></html>"
    assert [one.region for one in read(page).claims] == [None]


@pytest.mark.parametrize("line", ["<p><b>12 June</b></p>", "<p>June 12</p>", "<p><strong>Out on June 12</strong></p>"])
def test_a_line_may_serve_as_a_heading(line: str) -> None:
    page = f"{DATED}<h1>New films</h1>{line}<ul><li><b>Copper Sky</b> – a sequel to the 2021 hit Sky.</li></ul></body></html>"
    assert claims(page) == ONLY_COPPER_SKY


def test_an_item_under_a_day_may_speak_of_another_day_too() -> None:
    page = f"{DATED}<h1>New films</h1><h2>June 12</h2><ul><li><b>Copper Sky</b> (also on Netflix from July 10)</li></ul></body></html>"
    assert [(one.date and one.date.text, one.service) for one in read(page).claims] == [
        ("2026-06-12", None),
        ("2026-07-10", "Netflix"),
    ]


def test_a_day_without_a_year_is_near_the_one_that_was_given() -> None:
    page = (
        f"{DATED}<p><i>Copper Sky</i> opens on June 12, 2027.</p><p><i>Copper Sky</i> rolls out from June 9 in France.</p>"
        "<p><i>Tin Moon</i> opens on June 9.</p></body></html>"
    )
    assert claims(page) == [("Copper Sky", "2027-06-12"), ("Copper Sky", "2027-06-09"), ("Tin Moon", "2026-06-09")]


def test_a_newsletter_is_of_the_day_in_its_heading() -> None:
    text = "# Weekly digest, 5 May 2026\n\n**Moved:** Pixar's *Copper Sky* from 19 June to 12 June.\n"
    assert (read(text).source.published, claims(text)) == (date(2026, 5, 5), ONLY_COPPER_SKY)


def test_a_title_in_capitals_may_have_its_day_in_brackets() -> None:
    text = "Published: May 5, 2026\n\nThe slate of the company includes the thriller COPPER SKY (June 12), and TIN MOON, slated for this fall.\n"
    assert claims(text) == [*ONLY_COPPER_SKY, ("Tin Moon", "2026-23")]


def test_headings_that_ask_name_the_film_and_the_way() -> None:
    page = (
        f"{DATED}<h1>Where to watch A Quiet Sort of War</h1><p>It opened here on April 2.</p>"
        "<h2>Is A Quiet Sort of War on Netflix?</h2><p>No.</p><h2>Can I rent it?</h2><p>From Monday, on Apple TV.</p>"
        "<h2>On DVD?</h2><p>7 December, with a commentary.</p><h2>And in America?</h2><p>Reel Street has set January 22.</p></body></html>"
    )
    found = [
        (one.film and one.film.title, one.date and one.date.text, one.channel, one.region) for one in read(page).claims
    ]
    assert found == [
        ("A Quiet Sort of War", "2026-04-02", None, None),
        ("A Quiet Sort of War", "2026-05-11", "digital", None),
        ("A Quiet Sort of War", "2026-12-07", "physical", None),
        ("A Quiet Sort of War", "2027-01-22", None, "US"),
    ]


def test_fields_with_capitals_say_how() -> None:
    page = f"{DATED}<dl><dt>Copper Sky</dt><dd>Theaters: June 12, 2026<br>Digital: July 7, 2026<br>4K/Blu-ray: TBA</dd></dl></body></html>"
    assert [(one.date and one.date.text, one.channel) for one in read(page).claims] == [
        ("2026-06-12", "theatrical"),
        ("2026-07-07", "digital"),
        ("XXXX", "physical"),
    ]


def test_the_day_of_the_article_is_no_heading() -> None:
    text = "Notes from a booth\n\n5 May 2026\n\nFriends,\n\nCOPPER SKY opens here on 12 June.\n\nYours,\nLen\n"
    assert claims(text) == ONLY_COPPER_SKY


def test_a_place_behind_a_comma_belongs_to_the_date_before() -> None:
    page = f"{DATED}<p><i>Copper Sky</i> opens June 5, in New York and LA, going wider on June 12.</p></body></html>"
    assert [(one.date and one.date.text, one.channel) for one in read(page).claims] == [
        ("2026-06-05", "limited"),
        ("2026-06-12", "theatrical"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<h1>Key dates of 2027</h1><ul><li>Governors Awards: November 15, 2026</li><li>Ceremony: March 14, 2027</li></ul>",
        "<h1>Telephones</h1><p>The Pixel 12 came out in April, PlayStation 6 arrives on November 19.</p>",
        "<h1>Television</h1><p>The limited series “Tin Moon” launches June 12.</p>",
        "<h1>Prizes</h1><p>Best picture went to “Copper Sky” in March.</p>",
    ],
)
def test_what_is_no_news_of_films_claims_nothing(text: str) -> None:
    assert claims(f"{DATED}{text}</body></html>") == []


def test_one_mention_makes_no_film_that_of_the_article() -> None:
    page = f"{DATED}{OPENS}<p>The shop is expected to show its telephone on September 8.</p></body></html>"
    assert claims(page) == ONLY_COPPER_SKY


def test_a_line_above_a_headline_is_none() -> None:
    text = "FOR IMMEDIATE RELEASE\n\nReel Films dates Copper Sky\n\nPublished: May 5, 2026\n\nCOPPER SKY opens on June 12.\n"
    assert (read(text).source.title, claims(text)) == ("Reel Films dates Copper Sky", ONLY_COPPER_SKY)
