import { run } from '../run/command.mjs';
import { withConsumerProject } from './consumer-project.mjs';
import { extractSnippets } from './extract-snippets.mjs';
import { runSnippet } from './run-snippet.mjs';
import { writeSnippets } from './write-snippets.mjs';

/** A line of shell that calls `sogni-agent`, and does not only mention it. */
const CALLS_COMMAND = /^\s*(\$ )?(\w+=\S+ +)*sogni-agent\b/m;

/** @import { Snippet } from './extract-snippets.mjs' */

/**
 * Compiles and runs every snippet of the given pages.
 *
 * @param {readonly { path: string, text: string }[]} pages
 * @param {{ packages: readonly { name: string, folder: string }[], settings: Record<string, string> }} options
 *   `packages`: what the snippets may import; `settings`: environment variables that point to the API.
 * @returns {Promise<{ ran: number, problems: string[], notes: string[] }>} `notes`: what was not run, and why.
 */
export function checkPages(pages, { packages, settings }) {
  const snippets = pages.flatMap(({ path, text }) => extractSnippets(path, text));
  return withConsumerProject(packages, async (project) => {
    const scripts = snippets.filter(({ language, mode }) => language === 'ts' && mode !== 'skip');
    const names = writeSnippets(project.folder, scripts);
    const compiling =
      scripts.length === 0
        ? { code: 0, output: '' }
        : await run('tsc', ['-p', '.', '--pretty', 'false'], { cwd: project.folder });
    const problems = compiling.code === 0 ? [] : [compiling.output.trim()];
    const notes = [];
    let ran = 0;
    for (const snippet of snippets) {
      const where = `${snippet.file}:${snippet.line}`;
      const note = whyNotRun(snippet);
      if (note !== undefined) {
        notes.push(`${where} ${note}`);
        continue;
      }
      const name = names.get(snippet);
      const what =
        name === undefined
          ? { language: /** @type {const} */ ('sh'), code: snippet.code }
          : { language: /** @type {const} */ ('ts'), name };
      const problem = await runSnippet(what, project, settings);
      ran += 1;
      if (problem !== undefined) problems.push(`${where} ${problem}`);
    }
    return { ran, problems, notes };
  });
}

/** @param {Snippet} snippet */
function whyNotRun({ mode, reason, language, code }) {
  if (mode === 'skip') return `skipped: ${reason}`;
  if (mode === 'compile-only') return 'compiled only';
  return language === 'sh' && !CALLS_COMMAND.test(code) ? 'not run: it does not call sogni-agent' : undefined;
}
