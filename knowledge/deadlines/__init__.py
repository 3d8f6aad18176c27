"""Deadlines as data, and the counting of them: what is due after an event, by which rule, and what may put it off.

`events/*.toml` holds the events with their deadlines, `units.toml` how each unit of time is counted. `work_out` gives
the dates: a pure function of the event, the day and the place.
"""

from knowledge.deadlines.counting import OffTheCalendar, day_in_words
from knowledge.deadlines.loader import load_deadlines
from knowledge.deadlines.naming import find_event, nearest_events
from knowledge.deadlines.schema import Deadline, Deadlines, Event, UnitRule
from knowledge.deadlines.working import Due, work_out

__all__ = [
    "Deadline",
    "Deadlines",
    "Due",
    "Event",
    "OffTheCalendar",
    "UnitRule",
    "day_in_words",
    "find_event",
    "load_deadlines",
    "nearest_events",
    "work_out",
]
