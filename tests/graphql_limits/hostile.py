"""Documents that try to hold the server, of every kind that is known to; seeded, so the same."""

from collections.abc import Callable, Iterator
from random import Random

_LONGEST_NEST = 60
Make = Callable[[Random, int], str]
"""From a source of chance and a size between 1 and 60, a document."""


def hostile_documents(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Documents with the name of their kind; sizes go from small to absurd."""
    random = Random(seed)
    for number in range(count):
        name, make = KINDS[number % len(KINDS)]
        size = 1 + (number // len(KINDS)) * _LONGEST_NEST // (count // len(KINDS) + 1)
        yield name, make(random, size)


def _chain(spreads: int, inside: str) -> Make:
    """Fragments that each spread the next several times, in a field or beside each other."""

    def make(_random: Random, size: int) -> str:
        fragments = [
            f"fragment F{n} on Territory {{ id "
            + " ".join(inside.format(n=n + 1, place=place) for place in range(spreads))
            + " }"
            for n in range(size)
        ]
        last = f"fragment F{size} on Territory {{ id }}"
        return "\n".join(['{ entity(id: "departement:93") { ...F0 } }', *fragments, last])

    return make


def _cycle(_random: Random, size: int) -> str:
    fragments = [
        f"fragment F{n} on Territory {{ ...F{(n + 1) % size} broader {{ ...F{n} }} }}"
        for n in range(size)
    ]
    return "\n".join(['{ entity(id: "departement:93") { ...F0 } }', *fragments])


def _aliases(_random: Random, size: int) -> str:
    return "{ " + " ".join(f"a{n}: journal {{ totalCount }}" for n in range(size * 8)) + " }"


def _aliases_within(_random: Random, size: int) -> str:
    inner = " ".join(f"a{n}: relations {{ totalCount }}" for n in range(size * 4))
    return f"{{ entities(first: 500) {{ edges {{ node {{ {inner} }} }} }} }}"


def _repeated(_random: Random, size: int) -> str:
    return "{ entities { edges { node { " + "name " * (size * 20) + "} } } }"


def _repeated_objects(_random: Random, size: int) -> str:
    return "{ entities { " + "edges { node { name id } } " * (size * 2) + "} }"


def _directives(random: Random, size: int) -> str:
    name = random.choice(["skip(if: false)", "include(if: true)", "zut", "deprecated"])
    return "{ __typename " + f"@{name} " * (size * 5) + "}"


def _list_argument(_random: Random, size: int) -> str:
    themes = ", ".join(['"Santé"'] * (size * 30))
    return f'{{ coverage(territory: "Bondy", themes: [{themes}]) {{ state }} }}'


def _big_pages(random: Random, size: int) -> str:
    first = random.choice([1, 50, 500, 501, 10**9, -1])
    inner = "name"
    for _ in range(size % 9):
        inner = f"relations(first: {first}) {{ edges {{ node {{ to {{ {inner} }} }} }} }}"
    return f"{{ entities(first: {first}) {{ edges {{ node {{ {inner} }} }} }} }}"


def _plain_lists(_random: Random, size: int) -> str:
    inner = "id"
    for _ in range(size % 5):
        inner = f"... on Territory {{ narrower {{ {inner} }} }}"
    return f'{{ entity(id: "departement:93") {{ {inner} }} }}'


def _deep_fields(_random: Random, size: int) -> str:
    depth = size * 5
    return '{ entity(id: "x") { ' + "sources { document { " * depth + "id" + " } }" * depth + " } }"


def _deep_inline_fragments(_random: Random, size: int) -> str:
    depth = size * 5
    return "{ " + "... on Query { " * depth + "__typename" + " }" * depth + " }"


def _deep_input(_random: Random, size: int) -> str:
    depth = size * 100
    return f'{{ search(text: "a", kinds: {"[" * depth}{"]" * depth}) {{ totalCount }} }}'


def _deep_object(_random: Random, size: int) -> str:
    depth = size * 30
    return f"{{ whatIf(changeSet: {'{a: ' * depth}1{'}' * depth}) {{ gaps {{ change }} }} }}"


def _unclosed(random: Random, size: int) -> str:
    return random.choice(["{", "{a", "[", "(", "{a(b:", "query", "fragment", '"', "#\n", "&"]) * (
        size * 100
    )


def _introspection(random: Random, size: int) -> str:
    inner = "name"
    for _ in range(size % 12):
        field = random.choice(["fields", "interfaces", "possibleTypes", "inputFields"])
        inner = (
            f"{field} {{ name type {{ {inner} }} }}"
            if "ields" in field
            else (f"{field} {{ {inner} }}")
        )
    return f"{{ __schema {{ types {{ {inner} }} }} }}"


def _introspection_aliases(_random: Random, size: int) -> str:
    inner = " ".join(f"a{n}: fields {{ name args {{ name }} }}" for n in range(size))
    return f"{{ __schema {{ types {{ {inner} }} }} }}"


def _operations(_random: Random, size: int) -> str:
    return " ".join(f"query Q{n} {{ __typename }}" for n in range(size * 30))


def _variables(_random: Random, size: int) -> str:
    return "query(" + " ".join(f"$v{n}: [Int!]!" for n in range(size * 8)) + ") { __typename }"


def _unknown(random: Random, size: int) -> str:
    return "{ " + " ".join(f"wh{random.randrange(10**6)}OverlapsOn" for _ in range(size * 16)) + "}"


def _long_names(_random: Random, size: int) -> str:
    return "{ " + "overlaps" * (size * 30) + ' search(text: "' + "é" * (size * 100) + '") { zut } }'


KINDS: list[tuple[str, Make]] = [
    ("fragments in a row", _chain(1, "...F{n}")),
    ("fragments spread twice", _chain(2, "...F{n}")),
    ("fragments spread twice in a field", _chain(2, "broader {{ ...F{n} }}")),
    ("fragments spread twice under aliases", _chain(2, "a{n}x{place}: narrower {{ ...F{n} }}")),
    ("fragments in a circle", _cycle),
    ("aliases", _aliases),
    ("aliases of pages", _aliases_within),
    ("a field repeated", _repeated),
    ("objects repeated", _repeated_objects),
    ("directives", _directives),
    ("a huge list", _list_argument),
    ("big pages", _big_pages),
    ("lists of lists", _plain_lists),
    ("deep fields", _deep_fields),
    ("deep inline fragments", _deep_inline_fragments),
    ("deep lists", _deep_input),
    ("deep objects", _deep_object),
    ("unclosed", _unclosed),
    ("introspection", _introspection),
    ("introspection under aliases", _introspection_aliases),
    ("operations", _operations),
    ("variables", _variables),
    ("unknown fields", _unknown),
    ("long names", _long_names),
]
