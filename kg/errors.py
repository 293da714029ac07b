"""What can go wrong, as one tree.

    KgError
    ├── InputError        a file, folder, text or date handed in cannot be read
    │   └── ManifestError     a manifest names what does not exist or cannot be read
    ├── OntologyError     a file under ontology/ is wrong: file, term, nearest right name
    ├── JudgementError    a row of a judgements file is wrong
    ├── ModelError        no language model, or one that cannot be used
    ├── QueryError        a query that cannot be parsed, or fails while it runs
    │   ├── RefusedError      a query that would change something or reach outside
    │   └── LimitError        a query that ran out of time, or whose answer is too large
    └── GraphError        a folder that holds no graph, or a graph that contradicts itself

Every message is one line: where, what was found, what was expected.
"""


class KgError(Exception):
    """Whatever the toolkit raises on purpose."""


class InputError(KgError):
    """A file, folder, text or date that cannot be read."""


class ManifestError(InputError):
    """A manifest that names what does not exist or cannot be read."""


class OntologyError(KgError):
    """A file of the ontology that is wrong."""


class JudgementError(KgError):
    """A row of a judgements file that is wrong or contradicts another."""


class ModelError(KgError):
    """A language model that is missing or cannot be used."""


class QueryError(KgError):
    """A query that cannot be parsed, is refused, or ran out of time."""


class RefusedError(QueryError):
    """A query that would change something or reach outside the graph."""


class LimitError(QueryError):
    """A query that ran out of time, or whose answer is too large."""


class GraphError(KgError):
    """A folder that holds no graph, or a graph that contradicts itself."""
