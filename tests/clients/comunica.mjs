// Asks a query with Comunica as npm has it, and says what came back and what was fetched for it.
// Usage: node comunica.mjs endpoint|links ADDRESS QUERY; writes {"rows": [{variable: term}, …], "asked": [[method, path], …],
// "described": …}. "endpoint" names no kind of source: Comunica must find out; "links" begins at one IRI and follows.
import { QueryEngine } from "@comunica/query-sparql";
import { ActorRdfMetadataExtractSparqlService } from "@comunica/actor-rdf-metadata-extract-sparql-service";
import { QueryEngine as LinkEngine } from "@comunica/query-sparql-link-traversal";
import { Parser } from "n3";
import { Readable } from "node:stream";

const [, , kind, source, query] = process.argv;
const { origin } = new URL(source);
const asked = [];

// Vocabularies of others are linked, too, but a test must not depend on the network.
function within(request, options) {
  const url = new URL(request.url ?? request);
  if (url.origin !== origin) return Promise.reject(new Error(`${url} is elsewhere`));
  asked.push([options?.method ?? "GET", url.pathname]);
  return fetch(request, options);
}

function plain(term) {
  return { value: term.value, language: term.language ?? "", datatype: term.datatype?.value ?? "" };
}

// A path that ends in /sparql is enough for Comunica, so what it reads in the description is asked of the part that reads it.
async function described(address) {
  const answer = await fetch(address, { headers: { accept: "text/turtle" } });
  const quads = new Parser({ baseIRI: address }).parse(await answer.text());
  const reader = new ActorRdfMetadataExtractSparqlService({ name: "reader", bus: { subscribe() {} }, inferHttpsEndpoint: false });
  const { metadata } = await reader.run({ url: address, metadata: Readable.from(quads), requestTime: 0 });
  return metadata;
}

const engine = kind === "links" ? new LinkEngine() : new QueryEngine();
const found = await engine.queryBindings(query, { sources: [source], lenient: kind === "links", fetch: within });
const rows = (await found.toArray()).map((row) => Object.fromEntries([...row].map(([name, term]) => [name.value, plain(term)])));
console.log(JSON.stringify({ rows, asked, described: kind === "links" ? null : await described(source) }));
