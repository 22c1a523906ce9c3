/** Packages, lowest first. A package may import those before it. */
export const PACKAGES = ['intelligence-client', 'contracts', 'emulator', 'cli'];

/** Packages that another one may load only when it needs them, by `import()`: importer -> imported. */
export const LAZY_PACKAGES = new Map([['cli', ['emulator']]]);

/**
 * What each folder of the client may import from its siblings. A row's own folder is always allowed; a folder without a
 * row is a namespace, and namespaces never import each other.
 *
 * An entry is a folder, a single file, or a folder after `types of`: only its types, or its code by `import()`, because
 * importing the catalogue's data would put it into every bundle.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const CLIENT_FOLDERS = {
  errors: [],
  transport: ['errors'],
  'event-stream': ['errors', 'transport'],
  node: ['errors', 'transport', 'types of workflows'],
  tools: ['transport/open-type.ts'],
};

/** What a namespace (`workflows`, `models`, `account` ...) may import. */
export const CLIENT_NAMESPACE = ['errors', 'transport', 'event-stream', 'types of tools'];

/** Files above the folders, lowest first. Each may import every folder, and the files before it. */
export const CLIENT_FILES = ['client.ts', 'errors.ts', 'schemas.ts', 'index.ts'];

/** Folders that no other folder and no file above may import: they have an entry point of their own. */
export const CLIENT_APART = ['node'];

/** The only folder of the client whose code may import from `node:`. */
export const CLIENT_NODE_FOLDER = 'node';
