"use strict";
const question = `# Qui travaille déjà sur la santé à La Courneuve, au 1er juin 2015 ?
{
  whoWorksOn(theme: "Santé", territory: "La Courneuve", asOf: "2015-06-01") {
    totalCount
    edges {
      node {
        exact
        initiative { id name }
        actors { role actor { name } }
        evidence { type sources { document { name } locator } }
      }
    }
  }
}
`;
ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: question,
  }),
);
