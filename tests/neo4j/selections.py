"""Every question of GraphQL with all that it tells, read off the schema."""

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from api.graphql.schema import schema

TYPES = schema._schema.type_map
ENTITY = TYPES["Entity"]
DEEPEST = 6
QUESTIONS = {
    "whoWorksOn": "theme: $theme, territory: $territory",
    "overlaps": "territory: $territory, kinds: [ACTION, SCHEME, FRAMEWORK]",
    "fragmentation": "territory: $territory",
    "coverage": "territory: $territory",
    "gaps": "territory: $territory",
    "articulations": "territory: $territory",
    "cutPoints": "territory: $territory",
    "bridges": "",
    "path": "from: $node, to: $other",
    "compare": "left: $territory, right: $elsewhere",
    "changes": 'since: "2012-01-01", until: $day',
    "measures": "territory: $territory",
    "sheet": "territory: $territory",
    "search": 'text: "a"',
    "entities": "theme: $theme",
}
"""The questions with their arguments; ``asOf`` is added where it is taken."""
_VARIABLES = ("theme", "territory", "elsewhere", "node", "other", "day")


def document(question: str) -> str:
    """The question in full, every argument a variable."""
    query = TYPES["Query"]
    assert isinstance(query, GraphQLObjectType)
    field = query.fields[question]
    given = [each for each in (QUESTIONS[question], _day(field)) if each]
    arguments = f"({', '.join(given)})" if given else ""
    used = [name for name in _VARIABLES if f"${name}" in arguments]
    declared = ", ".join(f"${name}: String!" for name in used)
    head = f"query({declared})" if declared else "query"
    return f"{head} {{ {question}{arguments} {_selection(field, DEEPEST)} }}"


def variables_of(text: str) -> list[str]:
    """The variables that a document declares."""
    return [name for name in _VARIABLES if f"${name}: " in text]


def _day(field: GraphQLField) -> str:
    return "asOf: $day" if "asOf" in field.args else ""


def _selection(field: GraphQLField, depth: int) -> str:
    """What a field selects: nothing for a scalar, the identity of an entity, else all fields."""
    type_ = get_named_type(field.type)
    if is_leaf_type(type_):
        return ""
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    if type_ is ENTITY or ENTITY in getattr(type_, "interfaces", ()):
        return "{ id kind name }"
    chosen = [
        f"{name} {_selection(each, depth - 1)}"
        for name, each in type_.fields.items()
        if not any(is_required_argument(argument) for argument in each.args.values())
        and (depth > 1 or is_leaf_type(get_named_type(each.type)))
    ]
    return f"{{ {' '.join(chosen) or '__typename'} }}"
