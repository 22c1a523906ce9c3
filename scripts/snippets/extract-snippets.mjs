/**
 * A fenced block of code in a page.
 *
 * `run` is the default. `compile-only` and `skip` come from a comment above the block, and so does `continues`, which
 * puts the blocks before it, from the last one that stands alone, in front.
 *
 * @typedef {{
 *   file: string, line: number, language: 'ts' | 'sh', code: string,
 *   mode: 'run' | 'compile-only' | 'skip', reason?: string, continues: boolean,
 * }} Snippet
 */

/** @type {Readonly<Record<string, Snippet['language']>>} */
const LANGUAGES = {
  ts: 'ts',
  typescript: 'ts',
  js: 'ts',
  javascript: 'ts',
  sh: 'sh',
  bash: 'sh',
  shell: 'sh',
  console: 'sh',
};

const DIRECTIVE = /^<!--\s*snippet:\s*(.*?)\s*-->$/;

/**
 * The blocks of TypeScript and shell in a Markdown page, in order.
 *
 * A comment applies to the next block: `<!-- snippet: compile-only -->`, `<!-- snippet: skip, reason -->` or
 * `<!-- snippet: continues -->`.
 *
 * @param {string} file Name for messages.
 * @param {string} text
 * @returns {Snippet[]} `line`: of the first line of code, from 1.
 * @throws Error on a comment that is none of these, and on a block that is never closed.
 */
export function extractSnippets(file, text) {
  /** @type {Snippet[]} */
  const snippets = [];
  const lines = text.split('\n');
  let directive = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]?.trim() ?? '';
    const fence = /^(`{3,})\s*([\w-]*)/.exec(line);
    if (fence === null) {
      const words = DIRECTIVE.exec(line)?.[1];
      if (words !== undefined) directive = words;
      else if (line !== '') directive = '';
      continue;
    }
    const end = lines.findIndex((other, at) => at > index && other.trim() === fence[1]);
    if (end < 0) throw new Error(`${file}:${index + 1}: the block is never closed`);
    const language = LANGUAGES[fence[2]?.toLowerCase() ?? ''];
    if (language !== undefined) {
      const code = lines.slice(index + 1, end).join('\n');
      snippets.push({
        file,
        line: index + 2,
        language,
        code,
        ...readDirective(directive, `${file}:${index}`),
      });
    }
    directive = '';
    index = end;
  }
  return snippets;
}

/** @param {string} words @param {string} where @returns {Pick<Snippet, 'mode' | 'reason' | 'continues'>} */
function readDirective(words, where) {
  if (words === '') return { mode: 'run', continues: false };
  if (words === 'continues') return { mode: 'run', continues: true };
  if (words === 'compile-only') return { mode: 'compile-only', continues: false };
  const reason = /^skip,\s*(\S.*)$/.exec(words)?.[1];
  if (reason !== undefined) return { mode: 'skip', reason, continues: false };
  throw new Error(
    `${where}: "snippet: ${words}" is unknown; use "compile-only", "continues" or "skip, <reason>"`,
  );
}
