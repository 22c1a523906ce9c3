import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Snippet } from './extract-snippets.mjs' */

/**
 * Writes TypeScript snippets as files whose lines have the numbers that they have in the page, so that every message of
 * the compiler and every stack points into the page.
 *
 * @param {string} folder
 * @param {readonly Snippet[]} snippets In page order, TypeScript only.
 * @returns {Map<Snippet, string>} File name of each snippet.
 */
export function writeSnippets(folder, snippets) {
  /** @type {Map<Snippet, string>} */
  const names = new Map();
  /** @type {Snippet[]} */
  let chain = [];
  for (const snippet of snippets) {
    const follows = snippet.continues && chain[0]?.file === snippet.file;
    if (snippet.continues && !follows) {
      throw new Error(
        `${snippet.file}:${snippet.line}: nothing stands before this block that it could continue`,
      );
    }
    chain = follows ? [...chain, snippet] : [snippet];
    const name = fileName(snippet);
    writeFileSync(join(folder, name), atTheirLines(chain));
    names.set(snippet, name);
  }
  return names;
}

/** @param {Snippet} snippet */
function fileName({ file, line, code }) {
  const page = file.replace(/\.md$/, '').replace(/[^\w-]+/g, '-');
  return `${page}-line-${line}${/from 'vitest'/.test(code) ? '.test' : ''}.ts`;
}

/** @param {readonly Snippet[]} snippets */
function atTheirLines(snippets) {
  let text = '';
  for (const { line, code } of snippets)
    text += `${'\n'.repeat(line - 1 - text.split('\n').length + 1)}${code}\n`;
  return text;
}
