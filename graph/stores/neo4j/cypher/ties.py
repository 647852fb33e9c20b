"""The types of relationship between entities."""

from graph.ontology import RelationType

SAME_AS = "SAME_AS"
TIES = (*(type_.value for type_ in RelationType), SAME_AS)
"""Every type of relationship: the relations, and the judgement that one entity is another."""
