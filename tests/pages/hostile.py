"""Facts whose texts try to run, to turn the line, to break the page or the spreadsheet."""

from itertools import cycle

from graph.changes import Operation
from graph.ontology import ENTITY_PROPERTIES, EntityKind
from graph.ontology.values import Text, Texts
from tests.drawing import entity, relation

SCRIPT = "<script>document.title='pris'</script>"
IMAGE = '"><img src=x onerror="document.title=\'pris\'">'
TEMPLATE = "{{ 7 * 7 }}{% raw %}"
RIGHT_TO_LEFT = "\u202eשלום مرحبا\u202d"
EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈é\u0301"
LONG = "Très long ".ljust(10_000, "x")
FORMULA = '=HYPERLINK("http://exemple.invalid";"clic")'
ODD_ID = "fra:a/b?c&d=é %20\"<>'\\;+../x"
DOTS = ".."

TEXTS = (SCRIPT, IMAGE, RIGHT_TO_LEFT + EMOJI, LONG + SCRIPT)
KINDS = tuple(kind for kind in EntityKind if kind is not EntityKind.CONTACT)


def every_field(kind: EntityKind) -> Operation:
    """An entity of a kind whose every text is hostile."""
    values = {
        prop.name: (SCRIPT, LONG, RIGHT_TO_LEFT) if isinstance(prop.value, Texts) else TEXTS[turn]
        for turn, prop in zip(cycle(range(len(TEXTS))), ENTITY_PROPERTIES, strict=False)
        if kind in prop.kinds and isinstance(prop.value, Text | Texts)
    }
    return entity(kind.label, f"all:{kind}", f"doc:x#{IMAGE}", **values)


HOSTILE: tuple[Operation, ...] = (
    entity("Theme", "theme:<b>", name=f"Thème {SCRIPT}"),
    entity("Theme", "theme:sous", name=f"Sous {IMAGE}"),
    relation("theme:sous", "BROADER", "theme:<b>"),
    entity("Audience", "audience:x", name=f"Public {RIGHT_TO_LEFT}"),
    entity("Territory", "ter:x", name=f"Lieu {IMAGE}", cog=("93000",), territory_level=SCRIPT),
    entity("Territory", "ter:double-1", name="Saint-Denis", cog=("93066",)),
    entity("Territory", "ter:double-2", name="Saint-Denis", cog=("97411",)),
    entity("Document", "doc:x", name=f"Document {SCRIPT}", date="2015"),
    entity("Actor", "act:x", f"doc:x#{IMAGE}", name=LONG, note=SCRIPT),
    entity("Actor", "act:rtl", name=RIGHT_TO_LEFT),
    entity("Body", "bod:x", name=EMOJI),
    entity("Contact", "con:x", name="Personne à ne pas montrer"),
    relation("con:x", "HOLDS_POST", "act:x"),
    entity(
        "Framework",
        ODD_ID,
        f"doc:x#{SCRIPT}",
        name=f"Cadre {SCRIPT}{EMOJI}",
        alias=(TEMPLATE, RIGHT_TO_LEFT),
        description=IMAGE,
        note=FORMULA,
        framework_kind="CLS",
        stages=("SIGNATURE:<b>:true", "::", "<i>"),
    ),
    entity("Framework", DOTS, name="+33 Cadre à deux points", family=True),
    entity("Action", "@action", name=f"\t{FORMULA}", activity_type=SCRIPT),
    relation("act:x", "INVOLVED_IN", ODD_ID, f"doc:x#{TEMPLATE}", role="LEAD", note=IMAGE),
    relation("act:rtl", "INVOLVED_IN", ODD_ID, role="FUNDER", amount=1234.5, year=2015),
    relation(ODD_ID, "GOVERNED_BY", "bod:x"),
    relation("@action", "PART_OF", ODD_ID),
    *(relation(id_, "ADDRESSES", "theme:sous") for id_ in (ODD_ID, DOTS, "@action")),
    *(relation(id_, "COVERS", "ter:x") for id_ in (ODD_ID, DOTS)),
    relation(ODD_ID, "TARGETS", "audience:x"),
    *map(every_field, KINDS),
    relation(
        "all:ACTOR", "INVOLVED_IN", "all:FRAMEWORK", f"doc:x#{SCRIPT}", role="LEAD", note=LONG
    ),
    relation("all:ACTOR", "MEMBER_OF", "all:BODY", start="2015", note=IMAGE),
    relation("all:FRAMEWORK", "GOVERNED_BY", "all:BODY"),
    relation("all:FRAMEWORK", "COVERS", "ter:x"),
    relation("all:FRAMEWORK", "ADDRESSES", "theme:sous"),
    relation("all:FRAMEWORK", "ARTICULATED_WITH", ODD_ID, note=SCRIPT),
    relation("act:rtl", "RESEMBLES", "act:x"),
)
