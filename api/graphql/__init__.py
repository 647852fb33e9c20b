"""GraphQL: the schema made from the ontology and the questions, and how it is served."""
