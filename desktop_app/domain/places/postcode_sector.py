"""One postcode sector packed small: which of its 400 units exist, and in which council each lies.

Packing happens when the directory is compiled, unpacking when someone types a postcode; both stand
here so that they cannot drift apart. Councils are small numbers; 0 means none is recorded.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop_app.domain.places.postcode import UNITS

NO_COUNCIL = 0
_MORE = 0x80
_BITS = [1 << unit for unit in range(UNITS)]


@dataclass(frozen=True, slots=True)
class Sector:
    """A packed sector: `council` where all of it lies in one, else `runs`; `present` is bits."""

    council: int | None
    present: bytes
    runs: bytes | None = None

    def council_of(self, unit: int) -> int | None:
        """The council number of a unit (0 to 399), or None if no such postcode is known."""
        present = int.from_bytes(self.present, "little")
        if not present >> unit & 1:
            return None
        if self.runs is None:
            return self.council
        before = (present & ((1 << unit) - 1)).bit_count()
        for council, length in _unpacked(self.runs):
            if before < length:
                return council
            before -= length
        return None

    def counts(self) -> Counter[int]:
        """How many known postcodes of the sector lie in each council."""
        if self.runs is None:
            known = int.from_bytes(self.present, "little").bit_count()
            return Counter({NO_COUNCIL if self.council is None else self.council: known})
        counts: Counter[int] = Counter()
        for council, length in _unpacked(self.runs):
            counts[council] += length
        return counts

    def counts_within(self, units: Iterable[int]) -> Counter[int]:
        """The same, for only some of its units."""
        found = (self.council_of(unit) for unit in units)
        return Counter(council for council in found if council is not None)


def pack(units: Mapping[int, int]) -> Sector:
    """A sector from the council number of each unit in it."""
    present = sum(map(_BITS.__getitem__, units)).to_bytes(UNITS // 8, "little").rstrip(b"\0")
    palette = sorted(set(units.values()))
    if len(palette) == 1:
        return Sector(palette[0], present)
    packed = _varint(len(palette)) + b"".join(map(_varint, palette))
    for council, length in _runs(units[unit] for unit in sorted(units)):
        packed += _varint(length * len(palette) + palette.index(council))
    return Sector(None, present, packed)


def _runs(councils: Iterable[int]) -> Iterator[tuple[int, int]]:
    current, length = NO_COUNCIL, 0
    for council in councils:
        if council != current and length:
            yield current, length
            length = 0
        current = council
        length += 1
    yield current, length


def _varint(number: int) -> bytes:
    packed = bytearray()
    while number >= _MORE:
        packed.append(number % _MORE | _MORE)
        number //= _MORE
    packed.append(number)
    return bytes(packed)


def _unpacked(runs: bytes) -> Iterator[tuple[int, int]]:
    numbers = _varints(runs)
    palette = [next(numbers) for _ in range(next(numbers))]
    for number in numbers:
        length, which = divmod(number, len(palette))
        yield palette[which], length


def _varints(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= byte % _MORE << shift
        shift += 7
        if byte < _MORE:
            yield number
            number = shift = 0
