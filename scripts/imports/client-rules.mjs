import { posix } from 'node:path';
import {
  CLIENT_APART,
  CLIENT_FILES,
  CLIENT_FOLDERS,
  CLIENT_NAMESPACE,
  CLIENT_NODE_FOLDER,
} from './layers.mjs';

/** @import { Import } from './scan-imports.mjs' */

/**
 * Why the client must not contain this import, or undefined when it may.
 *
 * @param {string} file Importing file, relative to the client's `src`.
 * @param {Import} found
 * @returns {string | undefined}
 */
export function clientViolation(file, { specifier, kind }) {
  const from = layerOf(file);
  if (specifier.startsWith('node:')) {
    return from === CLIENT_NODE_FOLDER
      ? undefined
      : `only src/${CLIENT_NODE_FOLDER}/ may import from "node:"`;
  }
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.join(posix.dirname(file), specifier);
  if (target.startsWith('..')) return 'it leaves src/';
  const to = layerOf(target);
  if (to === from) return undefined;
  if (CLIENT_APART.includes(to)) return `nothing may import ${to}/, it is an entry point of its own`;
  if (CLIENT_FILES.includes(from)) return fileViolation(from, to);
  const allowed = CLIENT_FOLDERS[from] ?? CLIENT_NAMESPACE;
  if (allowed.includes(to) || allowed.includes(target)) return undefined;
  if (allowed.includes(`types of ${to}`)) {
    return kind === 'value' ? `${from}/ may import only types of ${to}/, or its code by import()` : undefined;
  }
  return `${from}/ may import only ${allowed.join(', ') || 'its own files'}`;
}

/** @param {string} from @param {string} to */
function fileViolation(from, to) {
  const rank = CLIENT_FILES.indexOf(to);
  return rank > CLIENT_FILES.indexOf(from) ? `${to} stands above ${from}` : undefined;
}

/** The first folder of a path, or the file itself where it stands above the folders. @param {string} path */
function layerOf(path) {
  return path.split('/')[0] ?? path;
}
