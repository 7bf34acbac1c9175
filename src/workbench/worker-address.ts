// First import of every worker that is started from text: the schema validator puts an address together from the parts of the worker's own, which for a blob's address gives none, and stops the worker.
// Told that there is no origin, as for a page from a disk, it takes one of its own. Found with @cfworker/json-schema 4.

Object.defineProperty(globalThis, 'location', { configurable: true, value: { origin: 'null', pathname: '', search: '', href: '' } });
