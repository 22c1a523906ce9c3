import { type Colours, coloursFor } from './colours.ts';
import { jsonText } from './json-text.ts';

/** The part of a standard stream that printing needs. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  on?(event: 'resize', listener: () => void): unknown;
  off?(event: 'resize', listener: () => void): unknown;
}

export interface TerminalOptions {
  stdout: OutputStream;
  stderr: OutputStream;
  env: NodeJS.ProcessEnv;
  json: boolean;
  quiet: boolean;
}

/** Where a command prints. Results go to stdout, everything else to stderr. Source: cli 3.1. */
export interface Terminal {
  readonly json: boolean;
  readonly quiet: boolean;
  /** Colours for what goes to stderr. */
  readonly colours: Colours;
  /** The stream for a view that redraws itself; undefined where that cannot work or is not wanted. */
  readonly live: OutputStream | undefined;
  /** The result of the command: lines of text, or with `--json` one object on one line. */
  result(lines: readonly string[], envelope: Record<string, unknown>): void;
  /** A line of the result while it comes into being. Nothing with `--json`. */
  line(text: string): void;
  /** A progress line; `--quiet` silences it. */
  progress(text: string): void;
  /** A warning or an error line. */
  warn(text: string): void;
}

/** Prints to the given streams. */
export function createTerminal({ stdout, stderr, env, json, quiet }: TerminalOptions): Terminal {
  const toStderr = (text: string) => {
    stderr.write(`${text}\n`);
  };
  const canRedraw = stderr.isTTY === true && !quiet && env.TERM !== 'dumb';
  return {
    json,
    quiet,
    colours: coloursFor(stderr.isTTY === true, env),
    live: canRedraw ? stderr : undefined,
    result(lines, envelope) {
      const text = json ? jsonText(envelope) : lines.join('\n');
      if (text !== '') stdout.write(`${text}\n`);
    },
    line: (text) => {
      if (!json) stdout.write(`${text}\n`);
    },
    progress: (text) => {
      if (!quiet) toStderr(text);
    },
    warn: toStderr,
  };
}
