/** Waits, unless the signal aborts first. @throws what `onAbort` makes of the signal's reason. */
export async function wait(
  milliseconds: number,
  signal: AbortSignal | undefined,
  onAbort: (reason: unknown) => Error,
): Promise<void> {
  if (signal?.aborted) throw onAbort(signal.reason);
  await new Promise<void>((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(onAbort(signal?.reason));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', aborted, { once: true });
  });
}
