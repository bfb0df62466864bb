"""Sentences of film news in our own words, and what each claims: read on Tuesday 5 May 2026.

A line holds a sentence, its films between asterisks; the lines under it what it claims: film, date,
channel, region, service, certainty. A dash is what it leaves open. No line under it: it claims nothing.
"""

TABLE = """
*Copper Sky* opens in theaters nationwide on June 12.
  Copper Sky | 2026-06-12 | theatrical | - | - | announced
Paramount has dated *Copper Sky* for March 5, 2027.
  Copper Sky | 2027-03-05 | - | - | - | announced
The studio announced on Monday that *Copper Sky* will hit theaters on Oct. 9.
  Copper Sky | 2026-10-09 | theatrical | - | - | announced
*Copper Sky* has been pushed from July 17 to August 21.
  Copper Sky | 2026-08-21 | - | - | - | announced
*Copper Sky*, originally slated for July 17, 2026, will now arrive on February 12, 2027.
  Copper Sky | 2027-02-12 | - | - | - | announced
Sony has moved *Copper Sky* up two weeks, from December 18 to December 4.
  Copper Sky | 2026-12-04 | - | - | - | announced
*Copper Sky* vacates its June 19 date and moves to Labor Day weekend.
  Copper Sky | 2026-09-04/2026-09-07 | - | - | - | announced
*Copper Sky* shifts back a year to July 9, 2027.
  Copper Sky | 2027-07-09 | - | - | - | announced
The film had been set for release on Nov. 6; *Copper Sky* now opens on Nov. 20.
  Copper Sky | 2026-11-20 | - | - | - | announced
*Copper Sky* has been delayed to 2028.
  Copper Sky | 2028 | - | - | - | announced
*Copper Sky* has been delayed indefinitely.
  Copper Sky | XXXX | - | - | - | announced
Universal has removed *Copper Sky* from its release calendar.
  Copper Sky | XXXX | - | - | - | announced
A release date for *Copper Sky* has not been announced.
  Copper Sky | XXXX | - | - | - | announced
*Copper Sky* does not yet have a release date.
  Copper Sky | XXXX | - | - | - | announced
There is no word yet on when *Copper Sky* will be released.
  Copper Sky | XXXX | - | - | - | announced
*Copper Sky* will begin streaming on Hulu on Aug. 7.
  Copper Sky | 2026-08-07 | digital | - | Hulu | announced
*Copper Sky* drops on Netflix on June 26.
  Copper Sky | 2026-06-26 | digital | - | Netflix | announced
*Copper Sky* will skip theaters and premiere on Prime Video on September 18.
  Copper Sky | 2026-09-18 | digital | - | Prime Video | announced
*Copper Sky* will be available to rent or buy on digital June 2, with a 4K and Blu-ray release on July 14.
  Copper Sky | 2026-06-02 | digital | - | - | announced
  Copper Sky | 2026-07-14 | physical | - | - | announced
*Copper Sky* arrives on Blu-ray and DVD on July 14.
  Copper Sky | 2026-07-14 | physical | - | - | announced
*Copper Sky* opens in New York and Los Angeles on October 2 before expanding nationwide on October 16.
  Copper Sky | 2026-10-02 | limited | - | - | announced
  Copper Sky | 2026-10-16 | theatrical | - | - | announced
*Copper Sky* will play in select theaters beginning November 6 before streaming on Netflix November 20.
  Copper Sky | 2026-11-06 | limited | - | - | announced
  Copper Sky | 2026-11-20 | digital | - | Netflix | announced
*Copper Sky* will have its world premiere at the Toronto International Film Festival on September 11.
  Copper Sky | 2026-09-11 | premiere | CA | Toronto International Film Festival | announced
*Copper Sky* premiered at Sundance in January.
  Copper Sky | 2026-01 | premiere | US | Sundance Film Festival | released
*Copper Sky* opens in the UK on June 5 and in the US on June 12.
  Copper Sky | 2026-06-05 | - | GB | - | announced
  Copper Sky | 2026-06-12 | - | US | - | announced
In Japan, *Copper Sky* will be released on July 3.
  Copper Sky | 2026-07-03 | - | JP | - | announced
*Copper Sky* is out in UK cinemas from 12 June.
  Copper Sky | 2026-06-12 | theatrical | GB | - | announced
*Copper Sky* is in cinemas across Ireland from Friday.
  Copper Sky | 2026-05-08 | theatrical | IE | - | announced
*Copper Sky* is expected to be released in the fall of 2027.
  Copper Sky | 2027-23 | - | - | - | speculated
*Copper Sky* could arrive as early as Christmas.
  Copper Sky | 2026-12-25 | - | - | - | speculated
*Copper Sky* is reportedly eyeing a March 2028 release.
  Copper Sky | 2028-03 | - | - | - | rumoured
Insiders say *Copper Sky* will land on Disney+ in late July.
  Copper Sky | 2026-07-21/2026-07-31 | digital | - | Disney+ | rumoured
Marvel has officially confirmed that *Copper Sky* will open on May 7, 2027.
  Copper Sky | 2027-05-07 | - | - | - | confirmed
*Copper Sky* is slated for a Q4 2026 release.
  Copper Sky | 2026-36 | - | - | - | announced
*Copper Sky* is due in the second half of 2027.
  Copper Sky | 2027-41 | - | - | - | announced
*Copper Sky* hit theaters on April 24 and has already earned $90 million.
  Copper Sky | 2026-04-24 | theatrical | - | - | released
*Copper Sky*, released last Friday, leads the chart.
  Copper Sky | 2026-05-01 | - | - | - | released
*Copper Sky* came out in March.
  Copper Sky | 2026-03 | - | - | - | released
*Copper Sky* is now streaming on Peacock.
  Copper Sky | null | digital | - | Peacock | released
*Copper Sky* is in theaters now.
  Copper Sky | null | theatrical | - | - | released
Warner Bros. has scrapped *Copper Sky*.
  Copper Sky | null | - | - | - | cancelled
*Copper Sky* is no longer happening at Lionsgate.
  Copper Sky | null | - | - | - | cancelled
*Copper Sky* will never be released, its director says.
  Copper Sky | null | - | - | - | cancelled
Filming on *Copper Sky* begins in August.
*Copper Sky* wrapped production in Budapest on March 30.
Cameras roll on *Copper Sky* this summer.
The first trailer for *Copper Sky* arrives on Thursday.
Tickets for *Copper Sky* go on sale on May 15.
*Copper Sky* won the Palme d'Or in May 2025.
*Copper Sky* is based on a novel that was published in June 2019.
The director of *Copper Sky* was born on June 3, 1970.
*Copper Sky* has grossed $300 million since April 3.
*Copper Sky* celebrates its tenth anniversary on May 20.
The cast of *Copper Sky* was announced in February.
The soundtrack of *Copper Sky* comes out on June 5.
A video game based on *Copper Sky* launches on October 13.
The series *Copper Sky* returns to HBO on June 14.
*Copper Sky* is set in the winter of 1944.
Netflix bought the rights to *Copper Sky* in January.
Reviews of *Copper Sky* land on May 12.
*Copper Sky* returns to theaters on August 14 for its 40th anniversary.
  Copper Sky | 2026-08-14 | theatrical | - | - | announced
*Copper Sky* follows on Aug. 28.
  Copper Sky | 2026-08-28 | - | - | - | announced
*Copper Sky* (June 12), *Tin Moon* (June 19) and *Low Water* (June 26) round out the month.
  Copper Sky | 2026-06-12 | - | - | - | announced
  Tin Moon | 2026-06-19 | - | - | - | announced
  Low Water | 2026-06-26 | - | - | - | announced
*Copper Sky* opens June 12, followed by *Tin Moon* on July 3.
  Copper Sky | 2026-06-12 | - | - | - | announced
  Tin Moon | 2026-07-03 | - | - | - | announced
On June 12, Focus Features releases *Copper Sky*.
  Copper Sky | 2026-06-12 | - | - | - | announced
June 12 brings *Copper Sky*.
  Copper Sky | 2026-06-12 | - | - | - | announced
*Copper Sky* takes the November 25 slot that *Tin Moon* gave up.
  Copper Sky | 2026-11-25 | - | - | - | announced
The studio has set a May 28, 2027 release date for *Copper Sky*.
  Copper Sky | 2027-05-28 | - | - | - | announced
*Copper Sky* will be released by A24 in theaters this fall.
  Copper Sky | 2026-23 | theatrical | - | - | announced
*Copper Sky* swims into theaters on Independence Day weekend.
  Copper Sky | 2026-07-03/2026-07-05 | theatrical | - | - | announced
Australian audiences will get *Copper Sky* on Boxing Day.
  Copper Sky | 2026-12-26 | - | AU | - | announced
*Copper Sky* airs on Channel 4 on Sunday.
  Copper Sky | 2026-05-10 | tv | - | Channel 4 | announced
*Copper Sky* gets a limited theatrical run starting October 23.
  Copper Sky | 2026-10-23 | limited | - | - | announced
*Copper Sky* will open day-and-date in theaters and on VOD on August 14.
  Copper Sky | 2026-08-14 | digital | - | - | announced
*Copper Sky* goes straight to Netflix on July 1.
  Copper Sky | 2026-07-01 | digital | - | Netflix | announced
We now know *Copper Sky* won't arrive before 2028.
  Copper Sky | 2028/.. | - | - | - | announced
*Copper Sky* will open on the same day as *Tin Moon*.
*Copper Sky* is aiming for a release in early 2028.
  Copper Sky | 2028-37 | - | - | - | speculated
*Copper Sky* opens wide on June 12 in North America.
  Copper Sky | 2026-06-12 | theatrical | US | - | announced
*Copper Sky* opens in France on June 10, Germany on June 11 and Spain on June 12.
  Copper Sky | 2026-06-10 | - | FR | - | announced
  Copper Sky | 2026-06-11 | - | DE | - | announced
  Copper Sky | 2026-06-12 | - | ES | - | announced
The sequel, which had been due on July 3, has been taken off the schedule: *Copper Sky* has no new date.
  Copper Sky | XXXX | - | - | - | announced
Contrary to rumors, *Copper Sky* is still on track for its June 12 release.
  Copper Sky | 2026-06-12 | - | - | - | announced
*Copper Sky* keeps its December 18 date.
  Copper Sky | 2026-12-18 | - | - | - | announced
The distributor has *Copper Sky* in the first quarter of 2027.
  Copper Sky | 2027-33 | - | - | - | announced
*Copper Sky* is now a fourth-quarter 2026 release.
  Copper Sky | 2026-36 | - | - | - | announced
*Copper Sky*, shot in 2024, has been shelved.
  Copper Sky | null | - | - | - | cancelled
The studio pushed *Copper Sky* to 2028 and pulled the plug on *Tin Moon*.
  Copper Sky | 2028 | - | - | - | announced
  Tin Moon | null | - | - | - | cancelled
*Copper Sky* opens on November 25, for Thanksgiving.
  Copper Sky | 2026-11-25 | - | - | - | announced
*Copper Sky* moves to Thanksgiving eve, Nov. 25.
  Copper Sky | 2026-11-25 | - | - | - | announced
*Copper Sky* is now set for Dec. 2, one week later than planned.
  Copper Sky | 2026-12-02 | - | - | - | announced
*Copper Sky* jumps forward a week to May 15.
  Copper Sky | 2026-05-15 | - | - | - | announced
After its world premiere in Venice on September 3, *Copper Sky* walks into cinemas on October 17.
  Copper Sky | 2026-09-03 | premiere | IT | Venice Film Festival | announced
  Copper Sky | 2026-10-17 | theatrical | - | - | announced
After its release on March 19, *Copper Sky* makes its streaming debut on Netflix on May 14.
  Copper Sky | 2026-03-19 | - | - | - | released
  Copper Sky | 2026-05-14 | digital | - | Netflix | announced
*Copper Sky* will open on Boxing Day, after a run at the Sydney Film Festival in June.
  Copper Sky | 2026-12-26 | - | - | - | announced
  Copper Sky | 2026-06 | premiere | AU | Sydney Film Festival | announced
*Copper Sky* had its world premiere at the 2026 Sundance Film Festival on January 24.
  Copper Sky | 2026-01-24 | premiere | US | Sundance Film Festival | released
*Copper Sky* trots along on June 30.
  Copper Sky | 2026-06-30 | - | - | - | announced
Insiders add that *Copper Sky* could be Christmas Day.
  Copper Sky | 2026-12-25 | - | - | - | rumoured
Australians get *Copper Sky* on ANZAC Day 2027.
  Copper Sky | 2027-04-25 | - | AU | - | announced
*Copper Sky* hit U.K. cinemas on Friday.
  Copper Sky | 2026-05-01 | theatrical | GB | - | released
*Copper Sky* opens in Germany on June 4 and in Austria that same month.
  Copper Sky | 2026-06-04 | - | DE | - | announced
  Copper Sky | 2026-06 | - | AT | - | announced
*Copper Sky* opens in New York and Los Angeles on June 5, and everywhere on June 19.
  Copper Sky | 2026-06-05 | limited | - | - | announced
  Copper Sky | 2026-06-19 | theatrical | - | - | announced
Next weekend brings *Copper Sky* and *Tin Moon*, both on May 15.
  Copper Sky | 2026-05-15 | - | - | - | announced
  Tin Moon | 2026-05-15 | - | - | - | announced
*Copper Sky* plays in select theaters May 28 - June 2.
  Copper Sky | 2026-05-28/2026-06-02 | limited | - | - | announced
In the summer of 1962, a doctor comes back to *Copper Sky*.
The film *Copper Sky* tells the story of two sisters in the spring of 1988.
A television drama with the same cast, *Copper Sky*, begins on June 11.
*Copper Sky* comes back in the fall, but that is television.
A sequel to *Copper Sky* is planned for 2028.
Disney had *Copper Sky* down for December 22, 2023, then took it off the calendar in September 2024.
  Copper Sky | XXXX | - | - | - | announced
*Copper Sky* vacated October 23 for November 13.
  Copper Sky | 2026-11-13 | - | - | - | announced
The rollout starts abroad: France and Belgium get *Copper Sky* on October 21, with Australia following on October 22.
  Copper Sky | 2026-10-21 | - | FR | - | announced
  Copper Sky | 2026-10-21 | - | BE | - | announced
  Copper Sky | 2026-10-22 | - | AU | - | announced
It has sold *Copper Sky* to France (Le Grand, Jan. 13, 2027) and Germany (Kino, spring 2027).
  Copper Sky | 2027-01-13 | - | FR | - | announced
  Copper Sky | 2027-21 | - | DE | - | announced
*Copper Sky* (out Friday) and, from Saturday, *Tin Moon*.
  Copper Sky | 2026-05-08 | - | - | - | announced
  Tin Moon | 2026-05-09 | - | - | - | announced
*Copper Sky* on MUBI (October 2), *Tin Moon* (no date).
  Copper Sky | 2026-10-02 | digital | - | MUBI | announced
  Tin Moon | XXXX | - | - | - | announced
*Copper Sky*, which flew through cinemas in March, lands on Wednesday.
  Copper Sky | 2026-03 | theatrical | - | - | released
  Copper Sky | 2026-05-06 | theatrical | - | - | announced
*Copper Sky* sold here in 2024 and opened that October.
  Copper Sky | 2024-10 | - | - | - | released
*Copper Sky* shifts from limited on November 6 to wide on November 20.
  Copper Sky | 2026-11-20 | theatrical | - | - | announced
*Copper Sky* was reissued in April in a 4K restoration.
  Copper Sky | 2026-04 | - | - | - | released
The studio set dates for two films on its 2027 slate, *Copper Sky* among them.
*Tin Moon* opens on July 3, 2026, after being moved from June 5; *Copper Sky*, with Ann Cole, trots along on June 30.
  Tin Moon | 2026-07-03 | - | - | - | announced
  Copper Sky | 2026-06-30 | - | - | - | announced
The streamer previously announced that *Copper Sky* will open in Imax on Thanksgiving.
  Copper Sky | 2026-11-26 | theatrical | - | - | announced
*Copper Sky* expands over the July 4 weekend.
  Copper Sky | 2026-07-03/2026-07-05 | theatrical | - | - | announced
"""
