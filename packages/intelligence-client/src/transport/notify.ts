import { createLog } from './log.ts';
import type { ResolvedOptions } from './options.ts';

/** Calls a hook, if there is one. What it throws goes to the logger, and never fails what it watches. */
export function notify<Event>(
  { hooks, logLevel, logger }: ResolvedOptions,
  hook: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  if (!hook) return;
  const report = (error: unknown) => createLog(logLevel, logger)('error', 'a hook threw', error);
  try {
    const result = hook.call(hooks, event);
    // An async function passes for a hook; its rejection would be nobody's.
    if (result instanceof Promise) result.catch(report);
  } catch (error) {
    report(error);
  }
}
