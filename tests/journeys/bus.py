"""Just enough D-Bus to ask what a screen reader asks: method calls over a Unix socket, standard library only."""

from __future__ import annotations

import os
import socket
import struct
from typing import Any

_NUMBERS = {"y": "B", "b": "I", "i": "i", "u": "I", "t": "Q", "d": "d", "n": "h", "q": "H", "x": "q"}
_WIDTH = {"y": 1, "g": 1, "v": 1, "n": 2, "q": 2, "x": 8, "t": 8, "d": 8, "(": 8, "{": 8}
_CALL, _RETURN, _ERROR = 1, 2, 3


class BusError(Exception):
    """The other side answered with an error, or went away."""


def parts(signature: str) -> list[str]:
    """The complete types of a signature: "sa{sv}i" is s, a{sv}, i."""
    found, begun, depth = [], 0, 0
    for at, sign in enumerate(signature):
        depth += sign in "({"
        depth -= sign in ")}"
        if depth == 0 and sign != "a":
            found.append(signature[begun : at + 1])
            begun = at + 1
    return found


class Writer:
    """Lays values out as D-Bus wants them, little endian."""

    def __init__(self) -> None:
        self.data = bytearray()

    def align(self, width: int) -> None:
        self.data += bytes(-len(self.data) % width)

    def put(self, kind: str, value: Any) -> None:
        if kind in _NUMBERS:
            self.align(struct.calcsize(_NUMBERS[kind]))
            self.data += struct.pack("<" + _NUMBERS[kind], value)
        elif kind in "so":
            raw = value.encode()
            self.put("u", len(raw))
            self.data += raw + b"\0"
        elif kind == "g":
            self.data += bytes([len(value)]) + value.encode() + b"\0"
        elif kind == "v":
            self.put("g", value[0])
            self.put(*value)
        elif kind[0] == "a":
            self._put_list(kind[1:], value)
        else:
            self.align(8)
            for each, one in zip(parts(kind[1:-1]), value, strict=True):
                self.put(each, one)

    def _put_list(self, kind: str, values: Any) -> None:
        self.put("u", 0)
        size_at = len(self.data) - 4
        self.align(_WIDTH.get(kind[0], 4))
        begun = len(self.data)
        for each in values:
            self.put(kind, each)
        struct.pack_into("<I", self.data, size_at, len(self.data) - begun)


class Reader:
    """Takes values out again; `at` is the place in `data`."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def take(self, kind: str) -> Any:
        self.at += -self.at % _WIDTH.get(kind[0], 4)
        if kind in _NUMBERS:
            layout = "<" + _NUMBERS[kind]
            (found,) = struct.unpack_from(layout, self.data, self.at)
            self.at += struct.calcsize(layout)
            return found
        if kind in "so":
            return self._words(self.take("u"))
        if kind == "g":
            return self._words(self.take("y"))
        if kind == "v":
            return self.take(self.take("g"))
        if kind[0] == "a":
            size = self.take("u")
            self.at += -self.at % _WIDTH.get(kind[1], 4)
            end, found = self.at + size, []
            while self.at < end:
                found.append(self.take(kind[1:]))
            return found
        return tuple(self.take(each) for each in parts(kind[1:-1]))

    def _words(self, size: int) -> str:
        raw = self.data[self.at : self.at + size]
        self.at += size + 1
        return raw.decode("utf-8", "replace")


class Bus:
    """One connection; `ask` waits for its answer."""

    def __init__(self, address: str, patience: float = 20.0) -> None:
        given = dict(pair.split("=", 1) for pair in address.split(";")[0].partition(":")[2].split(","))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(patience)
        self._socket.connect(given.get("path") or "\0" + given["abstract"])
        self._serial = 0
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not self._line().startswith(b"OK"):
            raise BusError("the bus does not let us in")
        self._socket.sendall(b"BEGIN\r\n")
        self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Hello")

    def close(self) -> None:
        self._socket.close()

    def ask(self, who: str, path: str, method: str, signature: str = "", *values: Any) -> Any:
        """Call `interface.Method` of an object; the answer, a tuple when there are several, None when there is none."""
        self._serial += 1
        interface, _dot, member = method.rpartition(".")
        body = Writer()
        for kind, value in zip(parts(signature), values, strict=True):
            body.put(kind, value)
        fields = [(1, ("o", path)), (2, ("s", interface)), (3, ("s", member)), (6, ("s", who))]
        if signature:
            fields.append((8, ("g", signature)))
        head = Writer()
        head.data += struct.pack("<BBBBII", ord("l"), _CALL, 0, 1, len(body.data), self._serial)
        head.put("a(yv)", fields)
        head.align(8)
        self._socket.sendall(bytes(head.data + body.data))
        while True:
            kind, told, answer = self._message()
            if told.get(5) == self._serial and kind in (_RETURN, _ERROR):
                if kind == _ERROR:
                    raise BusError(f"{method}: {told.get(4)} {answer}")
                return answer[0] if len(answer) == 1 else tuple(answer) or None

    def _message(self) -> tuple[int, dict[int, Any], list[Any]]:
        first = self._exactly(16)
        size, _serial, fields = struct.unpack_from("<III", first, 4)
        rest = self._exactly(fields + -fields % 8 + size)
        told = dict(Reader(first + rest[:fields], 12).take("a(yv)"))
        body = Reader(rest[fields + -fields % 8 :])
        return first[1], told, [body.take(kind) for kind in parts(told.get(8, ""))]

    def _line(self) -> bytes:
        found = b""
        while not found.endswith(b"\r\n"):
            found += self._exactly(1)
        return found

    def _exactly(self, size: int) -> bytes:
        found = bytearray()
        while len(found) < size:
            more = self._socket.recv(size - len(found))
            if not more:
                raise BusError("the bus closed")
            found += more
        return bytes(found)
