"""The arithmetic of New York's 2010-11 memorandum on IDEA money: examples, worksheets, shares and amounts."""

from __future__ import annotations

from fractions import Fraction

from knowledge.calculations.worked import (
    Calculation,
    Impossible,
    Result,
    Step,
    equals,
    money,
    money_result,
    no_less_than_nothing,
    to_cents,
)

HALF = Fraction(1, 2)
"""So much of a rise in the section 611 allocation may local effort fall by."""
CEIS = Fraction(15, 100)
"""So much of an allocation may go to early intervening services, and must in a flagged district."""
THIRD = Fraction(1, 3)
"""So much of the amount per student is due for a preschool child with related services only."""
_MEMO = "nysed-idea-application-2010"
_OLD = "This is the arithmetic of the 2010-11 memorandum. Check today's rule before you use it for a budget."
_ELIGIBLE = (
    "Only a district that the State has not barred may lower local effort, and the same sum of local money "
    "goes to activities under ESEA."
)
_BY_CHOICE = (
    "At most so much by choice (Attachments A and B); exactly so much in a district flagged for "
    "disproportionality (Attachments C-1, C-2 and D). Carryover is left out."
)
_ROUNDED = (
    "Worked out exactly and rounded to the cent only where shown (≈); the memorandum does not say how to round. "
    "Sections 611 and 619 are worked out apart."
)
_NOTHING = Fraction(0)


def local_effort_offset(
    this_year: Fraction, last_year: Fraction, *, section_619: Fraction = _NOTHING, ceis: Fraction | None = _NOTHING
) -> Calculation:
    """By how much local effort could fall (Attachment A, Examples 1 to 3).

    Args:
        this_year: the section 611 allocation of the year, stimulus money included, carryover left out.
        last_year: that of the year before.
        section_619: the section 619 allocation of the year; counts only toward early intervening services.
        ceis: what is used for early intervening services; None for all that may be.

    Raises:
        Impossible: for a sum below zero, or more for early intervening services than may be used.
    """
    no_less_than_nothing(allocations=min(this_year, last_year, section_619), early_intervening_services=ceis or 0)
    most_ceis = this_year * CEIS + section_619 * CEIS
    used = most_ceis if ceis is None else ceis
    if used > most_ceis:
        raise Impossible(f"early intervening services cannot use more than {money(most_ceis)}")
    rise = max(_NOTHING, this_year - last_year)
    most = rise * HALF
    left = max(_NOTHING, most - used)
    steps = (
        Step("Column C, the rise in section 611", f"{money(this_year)} − {money(last_year)} = {money(rise)}")
        if this_year >= last_year
        else Step("Column C, the rise in section 611", "none: the allocation did not rise"),
        Step("Column D, the most that local effort may fall", f"{money(rise)} × 0.5 {equals(most)}"),
        *_ceis_steps(this_year, section_619),
        Step("Used for early intervening services", money(used)),
        Step("Left for local effort", f"{money(most)} − {money(used)} {equals(left)}")
        if most >= used
        else Step("Left for local effort", f"none: {money(used)} is more than {money(most)}"),
    )
    results = (
        money_result("rise", "rise in section 611", rise),
        money_result("most", "the most that local effort may fall, without early intervening services", most),
        money_result("ceis_most", "the most for early intervening services", most_ceis),
        money_result("ceis", "used for early intervening services", used),
        money_result("offset", "by how much local effort may fall", left),
    )
    cites = ((_MEMO, "Overview, III.B, Examples 1 to 3; Attachment A"),)
    return Calculation("Offset of local effort", results, steps, (_OLD, _ELIGIBLE), cites)


def early_intervening_maximum(section_611: Fraction, section_619: Fraction = _NOTHING) -> Calculation:
    """What 15 percent for early intervening services comes to (Attachments A to D).

    Raises:
        Impossible: for a sum below zero.
    """
    no_less_than_nothing(allocations=min(section_611, section_619))
    parts = (section_611 * CEIS, section_619 * CEIS)
    results = (
        money_result("section_611", "of section 611, kindergarten to grade 12", parts[0]),
        money_result("section_619", "of section 619, kindergarten only", parts[1]),
        money_result("together", "together, from one grant if wished", sum(parts, _NOTHING)),
    )
    cites = ((_MEMO, "Attachments A, B, C-1, C-2 and D; Overview, III.B, Example 3"),)
    return Calculation(
        "Early intervening services", results, _ceis_steps(section_611, section_619), (_OLD, _BY_CHOICE), cites
    )


def integrated_share(with_disabilities: int, in_class: int, price: Fraction | None = None) -> Calculation:
    """Which part of a purchase for an integrated class could be paid.

    Raises:
        Impossible: for an empty class, more students with disabilities than students, or a sum below zero.
    """
    no_less_than_nothing(students=min(with_disabilities, in_class), price=price or 0)
    if in_class == 0 or with_disabilities > in_class:
        raise Impossible("a class has at least one student, and no more with disabilities than in all")
    share = Fraction(with_disabilities, in_class)
    percent = _percent(share)
    steps = [Step("Share of students with disabilities", f"{with_disabilities} ÷ {in_class} = {percent}")]
    results = [Result("share", "part that could be paid", share, percent)]
    if price is not None:
        steps.append(
            Step("Part of the price", f"{money(price)} × {with_disabilities} ÷ {in_class} {equals(price * share)}")
        )
        results.append(money_result("payable", "of the price", price * share))
    cautions = (_OLD, "Services and aids in a student's IEP are another matter: others may gain from them too.")
    cites = ((_MEMO, "Other Highlights Regarding the Permissible Use of IDEA, Part B funding, Code 45"),)
    return Calculation("Integrated class", tuple(results), tuple(steps), cautions, cites)


def vendor_funding(
    allocation: Fraction, count: int, students: int, *, related_only: int = 0, full: bool = False
) -> Calculation:
    """What a district owes an approved program under one section.

    Args:
        allocation: the district's allocation under the section, regular and stimulus money together; in a flagged
            district what is left of it after the reserve and the share for parentally placed students.
        count: the district's students with disabilities that the allocation is divided by.
        students: those in the program with more than related services.
        related_only: preschool children to whom the program gives related services only.
        full: whether the program is a municipality that is exempt from the one-third rule.

    Raises:
        Impossible: for a figure below zero, no students in the district, or more in the program than there are.
    """
    no_less_than_nothing(allocation=allocation, students=min(count, students, related_only))
    if count == 0 or students + related_only > count:
        raise Impossible("the district counts at least one student, and no fewer than are in the program")
    each = allocation / count
    part = Fraction(1) if full else THIRD
    whole_sum, part_sum = each * students, each * related_only * part
    divided = "" if full else " ÷ 3"
    steps = (
        Step("Amount per student", f"{money(allocation)} ÷ {count} {equals(each)}"),
        Step("Students with the full amount", f"{students} × {money(each)} {equals(whole_sum)}"),
        Step("Related services only", f"{related_only} × {money(each)}{divided} {equals(part_sum)}"),
        Step("Together", f"{money(whole_sum)} + {money(part_sum)} {equals(whole_sum + part_sum)}"),
    )
    results = (
        money_result("per_student", "for each student", each),
        money_result("full", "for students with the full amount", whole_sum),
        money_result("related_only", "for children with related services only", part_sum),
        money_result("together", "owed to the program", whole_sum + part_sum),
    )
    cites = ((_MEMO, "State procedures, Vendor Funding Requirements; footnotes 10 and 11; SED Web Site, item 1"),)
    return Calculation("Vendor funding", results, steps, (_OLD, _ROUNDED), cites)


def _ceis_steps(section_611: Fraction, section_619: Fraction) -> tuple[Step, ...]:
    """The 15 percent of both sections, the second only where there is one."""
    first = section_611 * CEIS
    steps = [Step("15% of section 611", f"{money(section_611)} × 0.15 {equals(first)}")]
    if section_619:
        second = section_619 * CEIS
        steps.append(Step("15% of section 619", f"{money(section_619)} × 0.15 {equals(second)}"))
        steps.append(Step("Both sections", f"{money(first)} + {money(second)} {equals(first + second)}"))
    return tuple(steps)


def _percent(share: Fraction) -> str:
    """As a percentage: 25%, or about 33.33%."""
    value = share * 100
    return f"{value}%" if value.denominator == 1 else f"about {to_cents(value)}%"
