"""Which services of an IEP call for one provider to coordinate them (8 NYCRR 200.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checkers.document import Document, Service
from checkers.outcome import Spot
from checkers.words import plain


@dataclass(frozen=True, slots=True)
class Services:
    """What an IEP lists: its related services by discipline, each once, and whether a SEIT/SEIS is among them."""

    related: tuple[str, ...]
    itinerant: bool

    @property
    def itinerant_and_related(self) -> bool:
        """Whether the itinerant teacher coordinates: SEIT/SEIS with one or more related services."""
        return self.itinerant and bool(self.related)


def services_of(doc: Document) -> Services:
    """Count the services to coordinate. One discipline on several lines (individual and group) is one service."""
    related = {service.discipline: service.name for service in reversed(doc.services) if service.related}
    return Services(tuple(reversed(related.values())), any(service.itinerant for service in doc.services))


def needs_coordinator(doc: Document, services_to_coordinate: int) -> bool:
    """Whether a coordinator of services has to be designated."""
    services = services_of(doc)
    return services.itinerant_and_related or len(services.related) >= services_to_coordinate


def coordination_service(doc: Document) -> Service | None:
    """The first line that lists coordination as a service; a line that only asks who the coordinator is, is none."""
    lines = (service for service in doc.services if service.coordination)
    return next((line for line in lines if not plain(line.name).startswith("coordinator")), None)


def sentence_on_coordination(doc: Document) -> Spot | None:
    """Where a line beside the coordinator's own field speaks of coordinating services, and may name somebody."""
    own = {field.order for field in doc.values("coordinator")}
    for order, line in enumerate(doc.lines):
        if order not in own and _COORDINATES.search(line.text) and len(plain(line.text).split()) >= _FEWEST_WORDS:
            return Spot(line.place, line.text.strip())
    return None


_COORDINATES = re.compile(
    r"coordinator|coord\.?\s+(?:of\s+)?serv"
    r"|coordinat\w*\s+(?:of\s+|the\s+|provision\s+of\s+|all\s+|these\s+|related\s+)*services?"
    r"|services?\b[^.]{0,60}\bcoordinat",
    re.IGNORECASE,
)
"""Not the coordination of hand and eye."""
_FEWEST_WORDS = 4
"""A line of fewer words is a label."""
