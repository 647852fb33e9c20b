"""The institution grammar: words that begin the name of an actor, and what may follow them.

Patterns are of folded text (no case, no accents). Order matters: the first that matches a place
wins. ``Tail`` says how the name goes on, and what a head without a name is. ``@`` marks what is an
acronym: it counts with capitals only.
"""

import re
from enum import Enum
from typing import NamedTuple


class Tail(Enum):
    """How a name goes on after its head."""

    PLACE = "of a territory; alone it is the one of this text"
    OWN = "a name of its own; alone it is an unnamed group"
    LOCAL = "a territory or a name; alone it is one among many of its kind"
    NONE = "nothing: the head is the whole name, of one actor"
    WHOLE = "nothing: the head is the whole name, which has capitals and tells the actor"


class Head(NamedTuple):
    """A way to begin an actor's name. ``short`` is the usual name of the kind, for joining."""

    kind: str
    short: str
    tail: Tail


_P, _O, _L, _N, _W = Tail.PLACE, Tail.OWN, Tail.LOCAL, Tail.NONE, Tail.WHOLE
_INSTITUTION = (
    r"departement|conseil|ville|commune|etat|collect|pole|mairie|communaut|region|prefet|caf\b|"
    r"public|rendu|charge|municipa|civique|en |a |qui "
)
"""What *service de* may be followed by without being one service of its own."""
_END = r"(?= ?[,.;:()\[\n«\"]| et (?:la |le |l'|les )| qui | a | est | dans | pour | avec | ou |$)"

_ROWS: tuple[tuple[str, str, Tail, str], ...] = (
    # social security
    ("CAF", "CAF", _P, r"caisses? (?:d' ?|des )?allocations? familiales?|@caf ?\d\d\d?|@caf"),
    ("OTHER", "CNAF", _N, r"caisse nationale (?:d'|des )allocations familiales|@cnaf"),
    ("CPAM", "CPAM", _P, r"caisses? primaires? d'? ?assurance[ -]maladie|@cpam|@cgss"),
    ("OTHER", "CNAM", _N, r"caisse nationale de l'assurance maladie|@cnamts|@cnam"),
    (
        "MSA",
        "MSA",
        _P,
        r"(?:caisses? (?:de |regionale de )?(?:la )?)?mutualites? sociales? agricoles?|@msa",
    ),
    (
        "CARSAT",
        "CARSAT",
        _P,
        r"caisses? d'assurance retraite(?: et de la sante au travail)?|@carsat|@cramif|@cram",
    ),
    ("OTHER", "CNAV", _N, r"caisse nationale d'assurance vieillesse|@cnav"),
    ("OTHER", "CNSA", _N, r"caisse nationale de solidarite pour l'autonomie|@cnsa"),
    ("OTHER", "Assurance maladie", _P, r"assurance maladie(?= (?:du|de|des) )"),
    # communes and their boards
    ("CIAS", "CIAS", _L, r"centres? intercommuna(?:l|ux) d'action sociale|@cias"),
    ("CCAS", "CCAS", _L, r"centres? communa(?:l|ux) d'actions? sociales?|@ccas"),
    # health
    (
        "ARS",
        "ARS",
        _P,
        r"agences? regionales? de (?:la )?sante|(?:delegation (?:departementale|"
        r"territoriale) )(?=de l'(?:ars|agence))|@ars",
    ),
    ("HOPITAL", "GHT", _L, r"groupements? hospitaliers? de territoire|@ght"),
    (
        "HOPITAL",
        "CH",
        _L,
        r"centres? hospitaliers?(?: (?:regiona(?:l|ux)|universitaires?|specialises?|"
        r"intercommuna(?:l|ux)))*|@chru|@chu|@chs|@chi|@ch",
    ),
    ("HOPITAL", "EPSM", _L, r"etablissements? publics? de sante(?: mentale)?|@epsm|@eps(?!m)"),
    (
        "HOPITAL",
        "Hôpital",
        _L,
        r"hopita(?:l|ux)(?: (?:prives?|locaux|local|de jour|de proximite))*|cliniques?|"
        r"polycliniques?|groupes? hospitaliers?",
    ),
    ("OTHER", "CPTS", _L, r"communautes? professionnelles? territoriales? de sante|@cpts"),
    (
        "OTHER",
        "MSP",
        _L,
        r"maisons? de sante(?: pluri\w+)?|centres? (?:municipa(?:l|ux) )?de sante|@msp|"
        r"@cms(?= (?:d|de|du) )",
    ),
    (
        "OTHER",
        "CSAPA",
        _L,
        r"centres? de soins,? d'accompagnement et de prevention en addictologie|@csapa|@caarud",
    ),
    (
        "OTHER",
        "DAC",
        _L,
        r"dispositifs? d'appui a la coordination|@dac|plateformes? territoriales? d'appui|@pta",
    ),
    (
        "OTHER",
        "CLIC",
        _L,
        r"centres? loca(?:l|ux) d'information et de coordination(?: gerontologique)?|@clic",
    ),
    (
        "OTHER",
        "IREPS",
        _P,
        r"instances? regionales? d'education et de promotion (?:de la )?sante|@ireps|"
        r"promotion sante",
    ),
    ("OTHER", "ORS", _P, r"observatoires? regiona(?:l|ux) de (?:la )?sante|@ors"),
    ("OTHER", "URPS", _P, r"unions? regionales? des professionnels de sante|@urps"),
    (
        "OTHER",
        "Ordre",
        _W,
        r"(?:conseil (?:departemental|regional|national) de l')?ordre (?:departemental |"
        r"regional |national )?des [a-z]+(?:[ -][a-z]+)?",
    ),
    ("OTHER", "CMP", _L, r"centres? medico[- ]psycho\w+|@cmpp|@cmp"),
    (
        "OTHER",
        "Maison des adolescents",
        _L,
        r"maisons? des ados?(?:lescents?)?|@mda(?= )|points? accueil ecoute jeunes|@paej",
    ),
    # State
    ("ETAT", "DRAC", _P, r"directions? regionales? des affaires culturelles|@drac"),
    (
        "ETAT",
        "DDETS",
        _P,
        r"directions? departementales? de l'emploi,? du travail et des solidarites|@ddetspp|@ddets",
    ),
    (
        "ETAT",
        "DRIEETS",
        _P,
        r"directions? regionales? (?:et interdepartementales? )?de l'economie,? de "
        r"l'emploi,? du travail et des solidarites|@drieets|@dreets|@direccte",
    ),
    (
        "ETAT",
        "DDCS",
        _P,
        r"directions? departementales? de la cohesion sociale(?: et de la protection des "
        r"populations)?|@ddcspp|@ddcs|@ddass",
    ),
    (
        "ETAT",
        "DRJSCS",
        _P,
        r"directions? regionales? (?:et departementales? )?de la jeunesse,? des sports "
        r"et de la cohesion sociale|@drdjscs|@drjscs|@drajes|@sdjes",
    ),
    (
        "ETAT",
        "DRIHL",
        _P,
        r"direction regionale et interdepartementale de l'hebergement et du logement|@drihl",
    ),
    (
        "ETAT",
        "DDT",
        _P,
        r"directions? departementales? des territoires(?: et de la mer)?|@ddtm|@ddt|@dreal",
    ),
    (
        "ETAT",
        "PJJ",
        _P,
        r"(?:directions? \w+ de la )?protection judiciaire de la jeunesse|@dtpjj|@pjj",
    ),
    ("ETAT", "SPIP", _P, r"services? penitentiaires? d'insertion et de probation|@spip"),
    (
        "ETAT",
        "ANCT",
        _N,
        r"agence nationale de la cohesion des territoires|@anct|agence nationale pour la "
        r"renovation urbaine|@anru",
    ),
    ("ETAT", "Police nationale", _N, r"police nationale|gendarmerie(?: nationale)?"),
    (
        "ETAT",
        "Justice",
        _P,
        r"tribuna(?:l|ux) (?:judiciaires?|de grande instance)|parquet(?= d)|procureure? "
        r"de la republique",
    ),
    (
        "ETAT",
        "Préfecture",
        _P,
        r"sous[- ]prefectures?|prefectures?|(?<!par le )(?:sous-)?prefete?(?= (?:de la |"
        r"du |de l'|des |de |d')[a-z])",
    ),
    ("ETAT", "État", _N, r"(?<=l')etat(?! civil| des? | de | d')|services de l'etat"),
    # school
    (
        "EDUCATION",
        "DSDEN",
        _P,
        r"direct(?:ions?|eurs?|rices?) (?:academiques? |des |departementales? )?(?:des "
        r")?services (?:departementaux )?(?:de )?(?:l')?education nationale|@dsden|"
        r"@dasen|inspections? academiques?",
    ),
    (
        "EDUCATION",
        "Rectorat",
        _P,
        r"rectorats?(?: de (?:l'academie|la region academique))?|academies?(?= (?:de|"
        r"d'))|region academique",
    ),
    ("EDUCATION", "Éducation nationale", _N, r"education nationale"),
    (
        "EDUCATION",
        "Établissement scolaire",
        _O,
        r"(?:colleges?|lycees?(?: (?:professionnels?|agricoles?))?|cites? scolaires?|"
        r"groupes? scolaires?|universites?|@mfr|maisons? familiales? rurales?)",
    ),
    # départements, régions
    (
        "MDPH",
        "MDPH",
        _P,
        r"maisons? departementales? (?:des|pour les) personnes handicapees|maisons? "
        r"departementales? de l'autonomie|@mdph",
    ),
    (
        "SERVICE",
        "SSD",
        _P,
        r"services? socia(?:l|ux) departementa(?:l|ux)|circonscriptions? de service social|@ssd",
    ),
    (
        "SERVICE",
        "PMI",
        _P,
        r"(?:service de |services de |centres? de )?(?:la )?protection maternelle et infantile|"
        r"@pmi",
    ),
    ("SERVICE", "ASE", _P, r"(?:service de )?l?'?aide sociale a l'enfance|@ase"),
    (
        "SERVICE",
        "MDS",
        _L,
        r"maisons? (?:departementales? )?(?:des? )?(?:la )?solidarites?(?: "
        r"departementales?| et de l'insertion)?(?= (?:de|du|d'))|@mds|@utas|unites? "
        r"territoriales? d'action sociale|centres? medico-socia(?:l|ux)",
    ),
    (
        "DEPARTEMENT",
        "Département",
        _P,
        r"conseils? (?:departementa(?:l|ux)|genera(?:l|ux))(?! (?:de l'|des? )(?:ordre|"
        r"jeunes|la citoyennete|prevention))|(?<!dans le )(?<!services du "
        r")(?:collectivite departementale|departements?(?! (?:francais|voisins|"
        r"limitrophes)))|@cd ?\d\d\d?|@cg ?\d\d\d?",
    ),
    (
        "REGION",
        "Région",
        _P,
        r"conseils? regiona(?:l|ux)(?! (?:de l'|des? )(?:ordre|sante))|(?<!en )(?<!la "
        r")regions?(?= [a-z]+)(?! academique)|(?<=la )region",
    ),
    # employment
    ("FRANCE_TRAVAIL", "France Travail", _P, r"france[- ]travail|pole[- ]emploi"),
    (
        "MISSION_LOCALE",
        "Mission locale",
        _L,
        r"missions? locales?(?: (?:rurales?|pour l'emploi|jeunes))*|@milo",
    ),
    ("OTHER", "Cap emploi", _P, r"cap[- ]emploi"),
    ("OTHER", "Maison de l'emploi", _L, r"maisons? de l'emploi(?: et de la formation)?|@plie"),
    (
        "OTHER",
        "Chambre",
        _P,
        r"chambres? (?:(?:departementales?|regionales?) )?(?:d'agriculture|de commerce "
        r"et d'industrie|des? metiers(?: et de l'artisanat)?)|@cci|@cma",
    ),
    # intercommunalities
    ("EPT", "EPT", _O, r"etablissements? publics? territoria(?:l|ux)|@ept"),
    (
        "EPCI",
        "EPCI",
        _O,
        r"communautes? (?:de communes?|d'agglomerations?|urbaines?|de l'agglomeration)|"
        r"metropoles?(?= (?:de |du |d'|[a-z]))|@cc(?= (?:d|l|[a-z]))|@ca(?= (?:d|l|"
        r"[a-z]))|@cu(?= de )",
    ),
    (
        "OTHER",
        "Syndicat",
        _O,
        r"syndicats? (?:mixtes?|intercommuna(?:l|ux))(?: (?:d'|de |du |des )?[a-z]+)?|"
        r"poles? d'equilibre territorial(?: et rural)?|@petr|@sivom|@sivu|@pnr|parcs? "
        r"nature(?:l|ls) regiona(?:l|ux)",
    ),
    # housing
    (
        "BAILLEUR",
        "OPH",
        _O,
        r"offices? (?:publics? (?:de l'habitat|d'hlm|d'habitations? a loyer modere)|de "
        r"l'habitat)|@oph|@opac|bailleurs? socia(?:l|ux)|bailleurs?|societes? "
        r"(?:anonymes? )?d'h(?:\.?l\.?m\.?|abitations?[a-z ]*)|@sa (?:d')?hlm",
    ),
    # associations
    (
        "CENTRE_SOCIAL",
        "Centre social",
        _O,
        r"centres? soci(?:al|aux)(?: (?:et culturels?|associatifs?|municipa(?:l|ux)|"
        r"intercommuna(?:l|ux)|itinerants?))?|centres? socio-? ?culturels?|@csc|espaces? "
        r"de vie sociale|@evs|maisons? de quartiers?",
    ),
    (
        "ASSOCIATION",
        "MJC",
        _O,
        r"maisons? des jeunes(?: et de la culture)?|@mjc|foyers? rura(?:l|ux)|foyers? "
        r"(?:de|des) jeunes travailleurs|@fjt",
    ),
    (
        "ASSOCIATION",
        "UDAF",
        _P,
        r"unions? departementales? des associations familiales|@udaf|@unaf",
    ),
    (
        "ASSOCIATION",
        "CIDFF",
        _P,
        r"centres? (?:d'information|departemental\w* d'information) (?:sur|des?) (?:les "
        r")?droits des femmes(?: et des familles)?|@cidff",
    ),
    ("ASSOCIATION", "ADIL", _P, r"agences? departementales? d'information sur le logement|@adil"),
    (
        "ASSOCIATION",
        "UDCCAS",
        _P,
        r"unions? (?:departementales?|nationales?) des (?:ccas|centres communaux "
        r"d'action sociale)|@udccas|@unccas",
    ),
    (
        "ASSOCIATION",
        "Réseau national",
        _P,
        r"croix[- ]rouge(?: francaise)?|secours (?:populaire|catholique)(?: francais)?|"
        r"restos? du coeur|restaurants du coeur|banques? alimentaires?|(?:communautes? )?emmaus|"
        r"unis[- ]cites?|petits freres des pauvres|planning familial|familles rurales|"
        r"les francas|ligue de l'enseignement|@cemea|@apf(?: france handicap)?|@unafam|"
        r"@admr|@adapei|@unapei|@udapei|@apajh|@anpaa|association addictions france|"
        r"france (?:victimes|alzheimer|benevolat|active|terre d'asile)|@afm telethon|"
        r"ligue contre le cancer|habitat et humanisme|soliha|secours islamique|armee du "
        r"salut|france nature environnement|@cimade|la cimade|@adie|@cnl|@udaf|@cress|"
        r"@uriopss|@cresus|"
        r"action enfance|fondation abbe pierre|fondation de france|"
        r"apprentis d'auteuil|groupe sos|coallia|@adoma|@adapt|aides(?= et )|nightline|"
        r"siel bleu",
    ),
    (
        "ASSOCIATION",
        "Association",
        _O,
        r"associations?|@asso|federations?|collectifs?|comites? (?:des fetes|local du|"
        r"departemental (?:olympique|sportif)[a-z ]*)|amicales?|fondations?|groupements? "
        r"d'entraide mutuelle|groupes? d'entraide mutuelle|@gem|epiceries? (?:sociales?|"
        r"solidaires?)(?: et solidaires?)?|regies? de quartiers?|clubs?|ligue(?= )",
    ),
    (
        "OTHER",
        "Groupement",
        _O,
        r"groupements? (?:d'interet public|de cooperation [a-z-]+(?: [a-z-]+)?)|@gip|@gcsms|@gcs",
    ),
    (
        "OTHER",
        "Équipement",
        _O,
        r"(?:eco)?musees?|theatres?|mediatheques?|bibliotheques?|conservatoires?|ecoles? "
        r"de musiques?|cinemas?|scenes? nationales?|ludotheques?|creches?|"
        r"multi-?accueils?|"
        r"maisons? de la petite enfance|maisons? de la famille|maisons? de retraite|"
        r"maisons? france[- ]services?|residences? autonomie|@ehpad|@esat|@ime|@itep|"
        r"@sessad|@ssiad|@saad|@laep|@rpe|@ram|relais (?:petite enfance|assistantes? "
        r"maternelles?)|tiers-lieux?",
    ),
    (
        "OTHER",
        "Banque des territoires",
        _N,
        r"banque des territoires|caisse des depots(?: et consignations)?|@cdc",
    ),
    ("OTHER", "SDIS", _P, r"services? departementa(?:l|ux) d'incendie et de secours|@sdis"),
    (
        "OTHER",
        "Union",
        _O,
        r"unions? (?:(?:departementales?|regionales?|locales?)|(?=des? |du ))|agences?",
    ),
    ("ENTREPRISE", "Entreprise", _O, r"@sarl|@scop|@scic|@sas|societes?|entreprises?"),
    (
        "OTHER",
        "Organisme national",
        _N,
        r"organisation mondiale de la sante|@oms|centre national de la fonction publique "
        r"territoriale|@cnfpt|@unicef|@insee|@ademe|haute autorite de sante|"
        r"direction generale de la (?:cohesion sociale|sante)|@dgcs|@cnsa",
    ),
    (
        "SERVICE",
        "Service",
        _W,
        r"directions? (?:(?:generale|departementale|territoriale|municipale|adjointe) )?"
        rf"(?:de la|de l'|des|du|de) ?[a-z][a-z', -]{{3,70}}?{_END}|"
        rf"directions? (?:territoriale|regionale|departementale)s? [a-z][a-z' -]{{3,40}}?{_END}|"
        rf"poles? (?:solidarites?|social|action sociale|cohesion)[a-z' -]{{0,30}}?{_END}|"
        rf"missions? (?:d'|de )[a-z][a-z' -]{{5,70}}?{_END}|service (?!(?:du |de la |de "
        rf"l'|des |de )?"
        rf"(?:{_INSTITUTION}))(?:de la |de l'|des |du |d'|de )?[a-z]+ [a-z', -]{{3,60}}?{_END}|"
        rf"circonscriptions? (?:(?:specialisee )?d'a|sociale?|de la solidarite)"
        rf"[a-z' -]{{3,60}}?{_END}|observatoires? (?:departementa(?:l|ux)|regiona(?:l|ux)|"
        rf"loca(?:l|ux)|des? |de la |de l')[a-z' -]{{0,50}}?{_END}",
    ),
    (
        "OTHER",
        "Agence",
        _W,
        rf"agences? (?:departementales?|regionales?|nationales?|locales?|d'urbanisme|de l'eau|"
        rf"de developpement)[a-z' -]{{0,70}}?{_END}|inter-?associations? [a-z' -]{{5,60}}?{_END}|"
        rf"coordinations? (?:du|de la|de l') ?(?:cls|ptsm|clsm|ctg|contrat local de "
        rf"sante|contrat de ville)",
    ),
    # communes last: the shortest words
    (
        "COMMUNE",
        "Commune",
        _P,
        r"(?:villes?|communes?(?! nouvelle)|mairies?|municipalites?)(?: nouvelle)?(?: "
        r"(?:belge|francaise|membre))?(?! membres)",
    ),
)


def _parts(rule: str) -> list[str]:
    """The alternatives of a rule at its top level."""
    parts, depth, part = [], 0, ""
    for char in rule:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += char
    return [*parts, part]


def _heads() -> tuple[Head, ...]:
    return tuple(Head(kind, short, tail) for kind, short, tail, _ in _ROWS)


def _scanner() -> re.Pattern[str]:
    """One pattern for all heads: group ``w3`` is a wording of head 3, ``a3`` an acronym of it."""
    groups: list[str] = []
    for number, (_, _, _, rule) in enumerate(_ROWS):
        parts = _parts(rule)
        words = [part for part in parts if not part.startswith("@")]
        letters = [part[1:] for part in parts if part.startswith("@")]
        groups += [f"(?P<w{number}>(?:{'|'.join(words)})\\b)"] if words else []
        groups += [f"(?P<a{number}>(?:{'|'.join(letters)})s?\\b)"] if letters else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})")


HEADS = _heads()
SCANNER = _scanner()
"""Finds heads in a folded text; ``lastgroup`` tells which."""
