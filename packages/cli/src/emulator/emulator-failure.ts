import { CliError } from '../failure/cli-error.ts';

const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'];

/** Why the emulator did not start, in one line with a way out. */
export function emulatorFailure(error: unknown, dataDir: string | undefined, port?: number): CliError {
  const message = error instanceof Error ? error.message : String(error);
  const code = systemCode(error);
  if (code === 'EADDRINUSE') {
    return new CliError(`Port ${port} is taken by another program`, {
      code: 'PORT_IN_USE',
      hint: 'Choose another one with --port, or --port 0 for any that is free.',
      details: { port },
      cause: error,
    });
  }
  if (UNWRITABLE.includes(code) && dataDir !== undefined) {
    return new CliError(`The local data in ${dataDir} cannot be written (${code})`, {
      code: 'LOCAL_EMULATOR_FAILED',
      hint: `Make the folder writable, or choose one that is with ${port === undefined ? 'XDG_CONFIG_HOME' : '--data-dir'}.`,
      details: { dataDir, cause: code },
      cause: error,
    });
  }
  if (dataDir === undefined || message.includes(dataDir)) {
    const inUse = dataDir === undefined || / in use /.test(message);
    return new CliError(message, {
      code: 'LOCAL_EMULATOR_FAILED',
      hint: inUse ? undefined : `Move ${dataDir} away to begin with an empty one.`,
      details: { dataDir },
      cause: error,
    });
  }
  return new CliError(`The local data in ${dataDir} cannot be opened: ${message}`, {
    code: 'LOCAL_EMULATOR_FAILED',
    hint: 'Move the folder away to begin with an empty one.',
    details: { dataDir },
    cause: error,
  });
}

function systemCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  return error instanceof Error && error.cause !== undefined ? systemCode(error.cause) : '';
}
