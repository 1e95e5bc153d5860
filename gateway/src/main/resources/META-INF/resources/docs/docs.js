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

const STREAM_MILLIS = 2000;
const HIGHLIGHTED_LENGTH = 50_000;

/** Returns what a local reference points to. */
const target = (description, reference) =>
  reference
    .slice(2)
    .split("/")
    .reduce((node, token) => node[decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~")], description);

/** Replaces references by what they point to, except those of a schema to itself. */
function resolve(description, node, outer = []) {
  if (Array.isArray(node)) {
    return node.map(item => resolve(description, item, outer));
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  const { $ref: reference, ...others } = node;
  if (typeof reference !== "string" || outer.includes(reference)) {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(description, value, outer)]));
  }
  return {
    ...resolve(description, target(description, reference), [...outer, reference]),
    ...resolve(description, others, outer),
  };
}

/** Returns the first events of a stream, which does not end, and every other response as it is. */
async function fetchBeginning(url, request) {
  const response = await fetch(url, request);
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return response;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  setTimeout(() => reader.cancel(), STREAM_MILLIS);
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
  }
  return new Response(text, response);
}

/** Highlighting takes seconds if the text is long or its language has to be guessed. */
const isHighlighted = ({ language, children }) => language && children.length <= HIGHLIGHTED_LENGTH;

const plugin = ({ React }) => ({
  fn: {
    // All references are local. The resolver of Swagger UI for OpenAPI 3.1 takes seconds for each operation.
    resolveSubtree: async (description, path) => ({
      spec: resolve(description, path.reduce((node, key) => node?.[key], description)),
      errors: [],
    }),
  },
  wrapComponents: {
    SyntaxHighlighter: (Original, { getComponent }) => properties =>
      React.createElement(isHighlighted(properties) ? Original : getComponent("PlainTextViewer"), properties),
    // Lines of JSON are not a JSON document.
    responseBody: Original => properties =>
      React.createElement(Original, {
        ...properties,
        contentType: properties.contentType?.replace("x-ndjson", "x-lines"),
      }),
  },
});

window.ui = SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  docExpansion: "none",
  filter: true,
  plugins: [plugin],
  requestInterceptor: request => ({ ...request, userFetch: fetchBeginning }),
  tagsSorter: (one, other) => rank(one) - rank(other),
  tryItOutEnabled: true,
  validatorUrl: null,
});
