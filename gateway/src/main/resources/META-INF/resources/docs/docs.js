// Collections come first; the other groups follow in the order of the description.
const COLLECTIONS = [
  "Institutions",
  "Mandates",
  "Instruments",
  "Sources",
  "Functions",
  "Capacities",
  "Policy options",
  "Objectives",
  "Governance models",
  "Processes",
  "Participations",
  "Meetings",
  "Outputs",
];

const rank = tag => (COLLECTIONS.includes(tag) ? COLLECTIONS.indexOf(tag) : COLLECTIONS.length);

SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  docExpansion: "none",
  filter: true,
  tagsSorter: (one, other) => rank(one) - rank(other),
  tryItOutEnabled: true,
  validatorUrl: null,
});
