"""Which services of an IEP call for one provider to coordinate them (8 NYCRR 200.16)."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.document import Document


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
