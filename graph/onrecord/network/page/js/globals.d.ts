/** The engine's module, wrapped in a function by page.py so that nothing of it runs before somebody asks. */
declare function oxigraphModule(): {
  init: (options: { module_or_path: ArrayBuffer }) => Promise<unknown>;
  Store: new () => any;
  namedNode: (iri: string) => any;
  defaultGraph: () => any;
};
