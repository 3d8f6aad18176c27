"""What every request has to pass before anything of it is looked at, and what every answer tells the browser.

Children's records are shown here. So no request is answered that does not hold the secret in its path; none that came
by another name than the server's (DNS rebinding); and none that another site's page made, where it could do something.
No cookie is set: a cookie of this computer would go to every server on it, whatever its port.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

from aiohttp import hdrs, web

from assistant.serve.address import Address

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_NOT_HERE = "This is not Tandem's address. Copy the address whole from the window in which Tandem was started.\n"
_NOT_FROM_THERE = "Only Tandem's own page may do this. Open the address from the window in which Tandem was started.\n"
_WRONG = "Something went wrong inside Tandem ({kind}). Report this line, without any document.\n"

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def guard(address: Address, is_invitation: Callable[[str], bool]) -> Any:
    """The middleware for a server at that address; `is_invitation` knows the one path that needs no secret."""

    @web.middleware
    async def checked(request: web.Request, handler: Handler) -> web.StreamResponse:
        asked, origin = request.headers.get(hdrs.HOST, ""), request.headers.get(hdrs.ORIGIN)
        if not address.is_asked(asked):
            refuse(_NOT_HERE)
        token = f"{request.path}/".split("/")[1]
        if not (address.has_token(token) or is_invitation(request.path)):
            refuse(_NOT_HERE)
        acts = request.method not in (hdrs.METH_GET, hdrs.METH_HEAD) or hdrs.UPGRADE in request.headers
        if (acts or origin is not None) and not address.is_from_own_page(asked, origin or ""):
            refuse(_NOT_FROM_THERE)
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as failure:  # noqa: BLE001 - the edge: by its kind alone, no text of a document
            raise web.HTTPInternalServerError(text=_WRONG.format(kind=type(failure).__name__)) from None

    return checked


def refuse(sentence: str) -> NoReturn:
    """Answer with nothing but a sentence."""
    raise web.HTTPForbidden(text=sentence)


def protect(address: Address) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """What gives every answer, refusals too, the headers that keep its content to Tandem's own page."""

    async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
        host = request.headers.get(hdrs.HOST, "")
        socket = f" ws://{host}" if address.is_asked(host) else ""  # older browsers do not take it for the same origin
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; "
            f"connect-src 'self'{socket}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )  # xterm.js, in which the terminal is drawn, writes its styles into the page
        for name, value in {**_HEADERS, "Content-Security-Policy": policy}.items():
            response.headers.setdefault(name, value)
        response.headers.pop(hdrs.SERVER, None)

    return add_headers
