/** From silent to everything. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Where log lines go; `console` fits. */
export interface Logger {
  /** Lines of level `error`, such as that a hook threw. */
  error(message: string, ...details: unknown[]): void;
  /** Lines of level `warn`. */
  warn(message: string, ...details: unknown[]): void;
  /** Lines of level `info`: retries. */
  info(message: string, ...details: unknown[]): void;
  /** Lines of level `debug`: every request and response, credentials blanked. */
  debug(message: string, ...details: unknown[]): void;
}

export const LOG_LEVELS: readonly LogLevel[] = ['off', 'error', 'warn', 'info', 'debug'];

export type Log = (level: Exclude<LogLevel, 'off'>, message: string, ...details: unknown[]) => void;

/** A function that drops what is above the level. A logger that throws never fails the call it reports on. */
export function createLog(level: LogLevel, logger: Logger): Log {
  const threshold = LOG_LEVELS.indexOf(level);
  return (wanted, message, ...details) => {
    if (LOG_LEVELS.indexOf(wanted) > threshold) return;
    try {
      logger[wanted](`[sogni] ${message}`, ...details);
    } catch {
      // Nowhere left to report it.
    }
  };
}
