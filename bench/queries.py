"""The same questions in GraphQL."""

DAY_OPENED = "query ($day: String) { entities(asOf: $day, first: 1) { totalCount } }"
WHO = """query ($theme: String!, $territory: String, $day: String) {
  whoWorksOn(theme: $theme, territory: $territory, asOf: $day, first: 20) {
    totalCount
    edges { node { initiative { id name } actors { actor { id name } role } } }
  }
}"""
OVERLAPS = """query ($territory: String, $day: String) {
  overlaps(territory: $territory, asOf: $day, managed: false, first: 20) {
    totalCount
    edges { node { left { id } right { id } score managed } }
  }
}"""
COVERAGE = """query ($territory: String!, $day: String) {
  coverage(territory: $territory, asOf: $day) { theme { id } state }
}"""
FRAMEWORK = """query ($id: ID!, $day: String) {
  entity(id: $id, asOf: $day) {
    ... on Framework {
      id name
      themes { id name }
      territories { id name }
      actors { actor { id name } role }
      bodies { id name }
      parts { id name start end ... on Action { actors { actor { id name } role } } }
    }
  }
}"""
INITIATIVES = """query ($day: String) {
  entities(kind: ACTION, asOf: $day, first: 20) {
    edges { node { id name ... on Action { actors { actor { id name } role } } } }
  }
}"""
ENTITIES = """query ($day: String, $after: String) {
  entities(kind: ACTOR, asOf: $day, first: 500, after: $after) {
    edges { node { id name start end } }
    pageInfo { endCursor }
  }
}"""

COMMUNES = """query ($territories: [String!]!, $themes: [String!], $day: String) {
  coverageMatrix(territories: $territories, themes: $themes, asOf: $day) { state }
}"""
