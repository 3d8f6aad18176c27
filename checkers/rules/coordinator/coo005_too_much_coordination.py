"""COO005."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checkers.document import Kind
from checkers.outcome import Outcome, Owner
from checkers.rule import Case, Rule
from checkers.rules.amounts import Amount, Period
from checkers.rules.coordination_lines import CoordinationLine, coordination_lines
from checkers.rules.naming import quoted


class TooMuchCoordination(Rule):
    """Coordination is not in half-hour blocks, or is more than can be paid

    Coordination is paid in half-hour blocks, one unit each: one a month, no more than 10 in a school year and 2 in a
    summer program. An IEP that says otherwise leads to claims that are denied.
    """

    code = "COO005"
    owner = Owner.DISTRICT
    kinds = frozenset({Kind.DRAFT_IEP})
    cites = (
        ("schenectady-coordination", "Related Service Coordinators, items 1 to 3; note on the STAC-1"),
        ("nysed-stac-training", "STAC-1, item 12"),
    )
    bad = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Dana Example, Speech Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        Coordination of Services: 2 x 30 minutes a month, preschool
        """
    good = """\
        DRAFT Individualized Education Program (IEP)
        Student Name: Maya Sample
        Date of Meeting: 5/20/2026
        Projected Date IEP is to be Implemented: 7/6/2026
        Projected Date of Annual Review: 5/18/2027
        Coordinator of Services: Dana Example, Speech Therapist
        Related Services
        Speech/Language Therapy: 2 x 30 minutes a week, preschool
        Occupational Therapy: 2 x 30 minutes a week, preschool
        Coordination of Services: 1 x 30 minutes a month, preschool
        """

    def judge(self, case: Case) -> Iterator[Outcome]:
        """Compare each line of coordination with the figures of the profile."""
        lines = coordination_lines(case.doc)
        if any(service.itinerant for service in case.doc.services):
            yield self.inapplicable("The IEP lists a SEIT/SEIS, whose rate includes coordination; see COO004.")
        elif not lines:
            yield self.inapplicable("No line of the IEP says how much coordination there is.")
        else:
            yield from (self._judge_line(line, case.profile.figures) for line in lines)

    def _judge_line(self, line: CoordinationLine, figures: Mapping[str, int]) -> Outcome:
        said, advice = quoted(line.words), _advice(figures)
        judged = [_weigh(amount, figures) for amount in line.amounts.found]
        wrong = [fault for fault, certain in judged if fault and certain]
        doubtful = [fault for fault, certain in judged if fault and not certain]
        if wrong and line.amounts.clear and line.own and not _mixed(line.amounts.found):
            return self.violation(line.spot, f"{wrong[0]} The line says {said}.", fix=advice, entry=line.entry)
        if wrong or doubtful:
            reading = (wrong or doubtful)[0]
            return self.incomplete(
                line.spot,
                f"{reading} Tandem is not sure of it: {said}.",
                fix=f"Look at the line. {advice}",
                entry=line.entry,
            )
        if not judged and not any(each.isdigit() for each in line.words):
            return self.inapplicable("The line of coordination has no amount; see IEP005.", entry=line.entry)
        if not judged or not line.amounts.clear:
            return self.incomplete(
                line.spot,
                f"Tandem cannot tell how much coordination this is: {said}.",
                fix=f"Look at the line. {advice}",
                entry=line.entry,
            )
        return self.passed(line.spot, f"The coordination is within what can be paid: {said}.", entry=line.entry)


def _advice(figures: Mapping[str, int]) -> str:
    """What to do: the figures of the profile in a sentence."""
    return (
        f"Write coordination in units of {figures['block_minutes']} minutes: {figures['coordination_units_month']} a "
        f"month, up to {figures['coordination_units_school_year']} in the school year and "
        f"{figures['coordination_units_summer']} in the summer."
    )


def _mixed(amounts: Sequence[Amount]) -> bool:
    """Whether a weekly amount stands beside another one: it may be that of a service the line only mentions."""
    return len(amounts) > 1 and any(amount.period in (Period.WEEK, Period.DAY) for amount in amounts)


def _weigh(amount: Amount, figures: Mapping[str, int]) -> tuple[str, bool]:
    """What is wrong with an amount in a sentence ("" for nothing), and whether that is certain."""
    block = figures["block_minutes"]
    count = 1 if amount.count is None else amount.count
    whole = not amount.minutes or amount.minutes % block == 0
    if not whole and amount.minutes:
        fault = f"{amount.minutes} minutes are not a whole number of blocks of {block}."
        return fault, bool(count * amount.minutes % block)
    blocks = amount.minutes // block if amount.minutes else 1
    units = count * blocks
    sum_shown = f"{count} x {amount.minutes} minutes" if amount.minutes else f"{count} {_counted(amount)}"
    known = bool(amount.minutes) or amount.units
    if amount.period is None:
        return _without_period(amount, units, sum_shown, figures)
    limit, time = _limit(amount.period, figures)
    if amount.period in (Period.WEEK, Period.DAY):
        return f"{sum_shown} a {amount.period} are more than {_units(limit)} a month.", known and count > 0
    if units > limit:
        shown = f"{sum_shown} {time} = {_units(units)}" if amount.minutes else f"{sum_shown} {time}"
        certain = known or amount.period is not Period.MONTH
        return f"{shown}; {limit} {'is' if limit == 1 else 'are'} allowed.", certain
    if not known and amount.period is Period.MONTH and not amount.most:
        return f"{sum_shown} {time}: the length of a session is not said.", False
    return "", True


def _without_period(amount: Amount, units: int, shown: str, figures: Mapping[str, int]) -> tuple[str, bool]:
    """An amount for no time that is said: a ceiling is that of a school year, other figures are a question."""
    if amount.most and units <= figures["coordination_units_school_year"]:
        return "", True
    return f"{shown}: the line does not say for which time.", False


def _limit(period: Period, figures: Mapping[str, int]) -> tuple[int, str]:
    """How many units a period allows, and how its name goes on behind a number."""
    school_year, summer = figures["coordination_units_school_year"], figures["coordination_units_summer"]
    return {
        Period.SCHOOL_YEAR: (school_year, "in the school year"),
        Period.SUMMER: (summer, "in the summer"),
        Period.YEAR: (school_year + summer, "a year"),
    }.get(period, (figures["coordination_units_month"], "a month"))


def _units(number: int) -> str:
    return f"{number} unit{'' if number == 1 else 's'}"


def _counted(amount: Amount) -> str:
    one = amount.count == 1
    return ("unit" if one else "units") if amount.units else ("session" if one else "sessions")
