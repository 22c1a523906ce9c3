/**
 * Ends the process in order where its output cannot be written. `sogni-agent ... | head` is no failure: nobody reads on, so
 * there is nothing left to say. A full disk is one, in one line. Without a standard error the command goes on.
 */
export function endWithUnwritableOutput({ stdout, stderr, exit }: NodeJS.Process = process): void {
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') exit();
    stderr.write(
      `Error: The output cannot be written: ${code === 'ENOSPC' ? 'the disk is full (ENOSPC)' : message}\n`,
    );
    exit(1);
  });
  stderr.on('error', () => {});
}
