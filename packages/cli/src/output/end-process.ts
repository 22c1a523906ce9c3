/** Milliseconds for sockets and threads to close by themselves. */
const GRACE = 1000;

/** Ends the process soon, whatever is still open in it, but not before everything printed has been read. */
export function endProcess(exitCode: number, target: NodeJS.Process = process): void {
  target.exitCode = exitCode;
  const end = () => {
    const { stdout } = target;
    if (stdout.writableLength === 0) target.exit();
    else stdout.once('drain', end);
  };
  setTimeout(end, GRACE).unref();
}
