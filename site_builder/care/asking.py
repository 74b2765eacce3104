"""Asking: an address → what its server answers, politely, within bounds, and never inside a private network."""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from site_builder.care.links import Answer

MAX_BYTES = 65536
MAX_HOPS = 6
_MAX_ADDRESSES = 3
_KEPT = "/%:@!$&'()*+,;=~"
_STATUS_WORDS = {404: "finns inte", 410: "är borttagen", 403: "släpper inte in program", 429: "ber oss vänta"}
_TLS = ssl.create_default_context()

IP = IPv4Address | IPv6Address


class _RefusedError(Exception):
    """An address that we do not ask; the message is Swedish."""


@dataclass(slots=True, kw_only=True)
class Pace:
    """Calls wait until `delay` seconds have passed since the same host was last called."""

    delay: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _latest: dict[str, float] = field(default_factory=dict)

    def __call__(self, host: str) -> None:
        latest = self._latest.get(host)
        if latest is not None and (wait := latest + self.delay - self.clock()) > 0:
            self.sleep(wait)
        self._latest[host] = self.clock()


def is_public(ip: IP) -> bool:
    """Whether the whole internet can reach it, also when it is an IPv4 address in IPv6 dress."""
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        return is_public(inner) if inner else ip.is_global and not ip.is_multicast
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Asks as `agent`. `timeout` bounds each step, `deadline` a whole request, both in seconds."""

    agent: str
    pace: Callable[[str], None]
    timeout: float = 15
    deadline: float = 45
    may_reach: Callable[[IP], bool] = is_public

    def ask(self, url: str) -> Answer:
        """HEAD, and GET where HEAD is not understood; redirects are followed by the same rules."""
        try:
            status = self._status(url)
        except _RefusedError as error:
            return Answer(status=None, said=str(error))
        except ssl.SSLError:
            return Answer(status=None, said="säker anslutning går inte att få (certifikatet)")
        except (OSError, UnicodeError) as error:
            return Answer(status=None, said=_hindrance(error), is_unreachable=True)
        except HTTPException:
            return Answer(status=None, said="svaret går inte att förstå")
        word = _STATUS_WORDS.get(status)
        return Answer(status=status, said=f"{status} ({word})" if word else str(status))

    def text(self, url: str) -> str | None:
        """The page's first 64 kB as text; None where it could not be had."""
        try:
            status, _, content = self._request("GET", url)
        except (_RefusedError, OSError, HTTPException, UnicodeError):
            return None
        return content.decode("utf-8", "replace") if status == 200 else None

    def _status(self, url: str) -> int:
        try:
            status = self._followed("HEAD", url)
        except (HTTPException, ConnectionResetError):
            return self._followed("GET", url)
        return status if status < 400 or status == 429 else self._followed("GET", url)

    def _followed(self, method: str, url: str) -> int:
        """The status at the end of the redirects."""
        for _ in range(MAX_HOPS):
            status, location, _content = self._request(method, url)
            if not (300 <= status < 400 and location):
                return status
            url = urljoin(url, location)
        raise _RefusedError("leder runt utan att komma fram")

    def _request(self, method: str, url: str) -> tuple[int, str | None, bytes]:
        connection, target = self._connection(url)
        self.pace(connection.host)
        timer = Timer(self.deadline, connection.stop)
        timer.start()
        try:
            connection.request(method, target, headers={"User-Agent": self.agent, "Accept": "*/*"})
            response = connection.getresponse()
            content = response.read(MAX_BYTES) if method == "GET" else b""
            return response.status, response.headers["Location"], content
        finally:
            timer.cancel()
            connection.close()

    def _connection(self, url: str) -> tuple["_Plain", str]:
        """The connection to open, and what to ask for there."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
        except ValueError:
            raise _RefusedError("adressen går inte att tolka") from None
        if parts.scheme not in ("http", "https") or not host or parts.username is not None:
            raise _RefusedError("leder till något annat än en webbsida")
        kind = _Secure if parts.scheme == "https" else _Plain
        query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
        target = quote(parts.path or "/", safe=_KEPT) + query
        return kind(host, port or kind.default_port, self.timeout, self.may_reach), target


class _Plain(HTTPConnection):
    """A connection to an address that was looked up once, judged, and then used: a second look-up could answer else."""

    def __init__(self, host: str, port: int, timeout: float, may_reach: Callable[[IP], bool]) -> None:
        super().__init__(host, port, timeout=timeout)
        self.may_reach = may_reach

    def connect(self) -> None:
        found = {str(info[4][0]) for info in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)}
        if not all(self.may_reach(ip_address(ip.partition("%")[0])) for ip in found):
            raise _RefusedError("leder till en adress som inte är öppen för alla")
        errors = []
        for ip in sorted(found, key=lambda ip: ":" in ip)[:_MAX_ADDRESSES]:
            try:
                self.sock = socket.create_connection((ip, self.port), self.timeout)
            except OSError as error:
                errors.append(error)
            else:
                return
        raise errors[0] if errors else OSError("no address")

    def stop(self) -> None:
        """Ends a request that drags on, from another thread."""
        with contextlib.suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)


class _Secure(_Plain):
    default_port = 443

    def connect(self) -> None:
        super().connect()
        self.sock = _TLS.wrap_socket(self.sock, server_hostname=self.host)


def _hindrance(error: OSError | UnicodeError) -> str:
    if isinstance(error, TimeoutError):
        return "svarar inte i tid"
    if isinstance(error, socket.gaierror):
        return "webbplatsen finns inte"
    return "går inte att ansluta till"
