"""A build over HTTP: SPARQL 1.1 protocol, graph store protocol, the page, and dereferenceable IRIs."""
