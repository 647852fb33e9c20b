"""Words of the product's themes, on folded text: a strong one names the theme, a weak one hints."""

import re
from typing import NamedTuple


class Words(NamedTuple):
    """The words of one theme."""

    theme: str
    strong: re.Pattern[str]
    weak: re.Pattern[str]


_LEXICON: tuple[tuple[str, str, str], ...] = (
    (
        "acces-aux-droits",
        r"acces (?:aux|au|a l'ensemble des|a leurs) (?:droits?|services? publics?|"
        r"services?)|non[- ]recours|france[- ]services?|points? (?:d'acces au|justice|"
        r"d'acces aux) droits?|maisons? de (?:la )?justice|acces a l'information|"
        r"ouverture (?:de|des|et maintien de) (?:leurs )?droits|domiciliation|"
        r"permanences? (?:juridiques?|d'avocats?)|aide juridi\w+|(?:(?:faire|font) valoir|"
        r"accede\w* "
        r"a|ouvrir|connaitre|habitants de) (?:leurs|ses|vos|les) droits\b",
        r"(?:leurs|les|vos|ses) droits\b(?! (?:de l'homme|des femmes|culturels))|"
        r"demarches administratives|accueil(?:s)? social|aides? (?:administratives?|"
        r"legales?)|ecrivains? publics?|conseil juridique|premier accueil|guichet unique|"
        r"accompagnement social",
    ),
    (
        "cadre-de-vie",
        r"cadre de vie|renouvellement urbain|developpement durable|transition "
        r"(?:ecologique|energetique)|renovation urbaine|amenagement "
        r"(?:urbain|du territoire|des espaces)|gestion urbaine|sante[- ]environnement|"
        r"espaces? publics?",
        r"environnement(?! (?:familial|social|professionnel|de vie|de la personne|scolaire|"
        r"numerique))|tranquillite|proprete|biodiversite|dechets|nuisances|embellissement|espaces "
        r"verts|qualite de l'air|securite(?: publique)?|prevention de la delinquance",
    ),
    (
        "culture",
        r"culture(?:lle|l|ls|lles)?\b(?! (?:de |d'|commune|partagee))|artisti\w+|arts?\b|"
        r"patrimoine|lecture publique|"
        r"mediatheques?|bibliotheques?|theatres?|conservatoires?|musees?|spectacles? "
        r"vivants?",
        r"musique|danse|cinemas?|artistes?|residences?-missions?|spectacles?|festivals?",
    ),
    (
        "education",
        r"(?<!chantier )(?<!chantiers )(?<!socio-)educati(?:on|fs?|ves?)\b(?! (?:pour|a|a la|"
        r"therapeutique|en|et promotion|de "
        r"la) ?(?:la )?sante)|reussite (?:educative|scolaire)|scolarite|decrochage(?: "
        r"scolaire)?|illettrisme|accompagnement (?:a la scolarite|scolaire)|soutien "
        r"scolaire|education nationale",
        r"ecoles?\b|colleges?\b|lycees?\b|eleves?|scolaires?\b|enseign\w+|periscolaire|"
        r"apprentissages?|pedagogi\w+|academie|rectorat",
    ),
    (
        "ess-developpement-economique",
        r"economie sociale(?: et solidaire)?|\bess\b|developpement economique|"
        r"entrepreneuriat|economi(?:e|que) (?:locale|de proximite)|creation "
        r"d'(?:entreprises?|activites?)|attractivite economique",
        r"entreprises?\b|commerces?\b|artisans?\b|tiers[- ]lieux?|economi(?:e|que|ques)\b",
    ),
    (
        "handicap",
        r"handicap\w*|accessibilite(?! (?:de l'|des |du |de la )(?:offre|services?|soins|"
        r"droits))|mdph|inclusion des personnes|ecole inclusive|"
        r"personnes a mobilite reduite|\bpmr\b",
        r"esat|ime\b|autisme|medico-sociaux|savs|samsah|deficien\w+",
    ),
    (
        "insertion-emploi",
        r"insertion(?: (?:socio)?professionnelle| sociale| par l'activite| des jeunes)?\b|"
        r"retour a l'emploi|acces a l'emploi|\bemplois?\b|chomage|demandeurs d'emploi|"
        r"(?<!allocataires du )\brsa\b|employabilite|formation professionnelle|\bplie\b|chantiers? "
        r"d'insertion|missions? locales?",
        r"pole emploi|france travail|formations? qualifiantes?|alternance|recrutement|"
        r"beneficiaires? du rsa|metiers?\b",
    ),
    (
        "jeunesse",
        r"jeunes\b(?! enfants)|jeunesse|adolescen\w+|\bados\b|12-?17 ans|16-?25 ans|"
        r"11-?17 ans|18-?25 ans|etudiants?",
        r"missions? locales?|service civique|animation jeunesse|accueils? de loisirs|"
        r"centre de loisirs",
    ),
    (
        "logement-hebergement",
        r"logements?\b(?! est mis)|hebergements?\b(?! (?:sont|des artistes))|habitat\b|"
        r"expulsions? locatives?|locatai?res?|locati(?:f|ve)s?\b|habitat (?:indigne|"
        r"insalubre)|bailleurs? socia\w+|precarite energetique|sans[- ](?:abri|domicile)",
        r"\bfsl\b|\bsiao\b|\bchrs\b|\bplh\b|residences? sociales?|renovation energetique|"
        r"hlm|mal-?log\w+",
    ),
    (
        "mobilite",
        r"mobilites?\b(?! reduite)|se deplacer\b|"
        r"transports?\b|deplacements? (?:doux|quotidiens|des "
        r"habitants)|covoiturage|transport (?:a la demande|solidaire)|auto-?partage|"
        r"garage solidaire",
        r"velos?\b|permis de conduire|deplacements?\b|navettes?|bus\b",
    ),
    (
        "numerique",
        r"numeriques?\b|illectronisme|inclusion digitale|fracture numerique|mediation "
        r"numerique|conseillers? numeriques?|dematerialis\w+",
        r"ordinateurs?|internet\b|informatiques?|digita\w+",
    ),
    (
        "parentalite-famille",
        r"parentalite|soutien a la (?:fonction parentale|parentalite)|fonction parentale|"
        r"\breaap\b|\blaep\b|lieux? d'accueil enfants?[- ]parents?|mediation familiale|"
        r"vie familiale|politiques? familiales?|services? aux familles|"
        r"(?<!sociale et des )(?<!pension de )\bfamilles?\b(?! relais)|"
        r"(?<!sociale et )familia(?:l|le|les|ux)\b",
        r"\bparents?\b|parentale?s?\b|conciliation",
    ),
    (
        "personnes-agees",
        r"personnes? agees?(?! de\b)|seniors?\b|perte d'autonomie|vieilliss\w+|bien vieillir|"
        r"aines\b|gerontolog\w+|maintien a domicile|dependan(?:ce|tes)\b(?! (?:aux|a))|"
        r"\bapa\b|\behpad\b|retraites?\b(?! de)|grand age",
        r"aidants?\b|portages? de repas|aide(?:s)? a domicile|intergeneration\w+|services? "
        r"(?:d'aide )?a domicile|autonomie\b",
    ),
    (
        "petite-enfance",
        r"petite[- ]enfance|jeunes? enfants?|creches?\b|micro-?creches?|multi-?accueils?|"
        r"assistante?s? maternelle?s?|relais (?:petite enfance|assistantes)|\beaje\b|"
        r"modes? (?:de garde|d'accueil)|0-3 ans|0-6 ans|accueil du jeune enfant|"
        r"premiers? (?:1 ?000|mille) jours|\brpe\b",
        r"\bpmi\b|tout-petits?|maternelles?\b",
    ),
    (
        "precarite-alimentation",
        r"precari(?:te|ses?|sees?|sation)\b(?! energetique)|pauvrete|aide alimentaire|"
        r"alimenta(?:ire|ires|tion)\b|epiceries? (?:sociales?|solidaires?)|exclusions?\b|"
        r"grande exclusion|minima sociaux|vulnerab\w+|plus demunis|banque alimentaire|"
        r"restos du coeur|aides? financieres?|secours (?:financiers?|d'urgence)|"
        r"surendettement|budget (?:familial|des menages)",
        r"en difficultes?\b|fragil\w+|colis|demuni\w+|impayes",
    ),
    (
        "protection-enfance",
        r"protection de l'enfance|aide sociale a l'enfance|enfan(?:ce|ts) en danger|"
        r"informations? preoccupantes?|maltraitances?|\bcrip\b|mineurs? (?:non "
        r"accompagnes|en danger|confies)|assistance educative|enfants? confies|"
        r"(?:visites?|rencontres?) mediatisees?",
        r"\base\b|assistants? familiaux|\bmecs\b|prevention specialisee",
    ),
    (
        "sante",
        r"sante\b(?! mentale)|soins?\b|medeci(?:n|ns|ne)\b|medica(?:l|le|ux|les)\b|"
        r"prevention (?:et promotion|sante|en sante)|addictions?|addictologie|"
        r"hospitali\w+|offre de soins|acces aux soins|professionnels de sante|"
        r"depistages?|vaccin\w+|nutrition",
        r"maladies?\b|patients?|hopita\w+|sanitaires?|cancers?|tabac|alcool|contracepti\w+|"
        r"sexuelle",
    ),
    (
        "sante-mentale",
        r"sante mentale|psychi(?:atri\w+|ques?)|souffrance psychique|suicid\w+|"
        r"psycholog\w+|mal-?etre|\bclsm\b|\bptsm\b|bien-etre mental|detresse "
        r"psychologique",
        r"\bepsm\b|\bcmp\b|stress|bien-etre|\bunafam\b|\bgem\b",
    ),
    (
        "sport-loisirs",
        r"sports?\b|sporti(?:f|ve|fs|ves)\b|activites? physiques?|loisirs\b(?! "
        r"numeriques)|vacances\b|pratiques? physiques?|sport[- ]sante|equipements? "
        r"sportifs?",
        r"clubs? sportifs?|colonies|sejours?|piscines?|gymnases?",
    ),
    (
        "vie-sociale-participation",
        r"vie sociale|lien social|liens? sociaux|participation (?:des (?!familles|parents)|"
        r"citoyenne|active|"
        r"de la population)|participati(?:f|ve)s?\b|(?<!conseil )(?<!conseils )citoyen\w*|vivre "
        r"ensemble|animation "
        r"(?:de la vie )?sociale|centres? socia\w+|centres? socio-?culturels?|isolement|"
        r"(?<!pour la )(?<!directeur de la )(?<!service )(?<!pilier )cohesion sociale|"
        r"implication des "
        r"habitants|vie associative|"
        r"convivialite|solidarites? de (?:proximite|voisinage)|developpement social|"
        r"pouvoir d'agir|initiatives? (?:citoyennes?|habitants?|locales?)",
        r"benevol\w+|entraide|rencontres? (?:entre|conviviales?)|(?<!des )(?<!et "
        r")solidarites?\b|espaces? de vie "
        r"sociale|habitants (?:acteurs|relais|ressources?)|mixite|associati(?:ons|f|fs|ves)\b",
    ),
    (
        "violences-faites-aux-femmes",
        r"violences? (?:faites aux|conjugales?|envers les|sexistes|intra-?familiales?|"
        r"sexuelles|au sein du couple)|femmes victimes|\bcidff\b|victimes de violences?",
        r"egalite (?:femmes?[-/ ]hommes?|entre les femmes)|droits des femmes|feminicide\w*|"
        r"discriminations? sexistes?",
    ),
)
LEXICON = tuple(
    Words(theme, re.compile(rf"\b(?:{strong})"), re.compile(rf"\b(?:{weak})"))
    for theme, strong, weak in _LEXICON
)
