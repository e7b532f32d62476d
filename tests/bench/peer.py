"""rdflib-endpoint over an N-Quads file: the peer of the benchmark. It runs in an environment of its own."""

from __future__ import annotations

import sys

import rdflib
import uvicorn
from rdflib_endpoint import SparqlEndpoint

if __name__ == "__main__":
    graph = rdflib.Dataset(default_union=True)
    graph.parse(sys.argv[1], format="nquads")
    uvicorn.run(
        SparqlEndpoint(graph=graph, path="/sparql"), port=int(sys.argv[2]), log_level="warning", access_log=False
    )
