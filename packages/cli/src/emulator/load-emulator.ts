/** The emulator package, which most commands never need, without Node 22's note that its SQLite module is new. */
export async function loadEmulator() {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!/SQLite is an experimental feature/.test(String(warning))) emitWarning(warning, ...rest);
  }) as typeof emitWarning;
  return await import('@sogni/emulator');
}
