/**
 * Runs one phase of work and prints one line about it; the full output follows only when it failed.
 *
 * @param {string} title What the phase does, in a few words.
 * @param {() => Promise<{ code: number, output: string }>} work
 * @returns {Promise<boolean>} Whether it succeeded.
 */
export async function phase(title, work) {
  const start = performance.now();
  const { code, output } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`);
  if (code !== 0) console.error(`${output.trimEnd()}\n`);
  return code === 0;
}
