"""The graph of a build as a SPARQL endpoint with pages to read, on this machine alone: `kg.server.app.serve`.

- settings: limits
- worker: a process that answers queries and may be ended at any time
- pool: the processes, each asked one thing at a time
- negotiation: which of several media types a client likes best
- protocol: a request of the SPARQL 1.1 protocol -> a job -> its answer
- description: what the endpoint says about itself
- shelf: what is known of an IRI
- pages: the shelf as HTML
- app: paths, headers, start and end
"""
