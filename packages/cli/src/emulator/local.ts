import { join } from 'node:path';
import { configFolder } from '../connection/config-folder.ts';
import type { Context } from '../context.ts';
import { watchDisk } from './disk-watch.ts';
import { emulatorFailure } from './emulator-failure.ts';
import { loadEmulator } from './load-emulator.ts';

/** Long enough to see a step's progress. */
const STEP_DELAY = 1500;

/**
 * Starts the emulator behind `--local`. Its runs survive in the configuration folder, so that a later command goes on with
 * one that was interrupted.
 *
 * @throws {CliError} `LOCAL_EMULATOR_FAILED` when its data cannot be opened, or another command has them open.
 */
export async function startLocalEmulator({ env, shared, giveUp }: Context) {
  const dataDir = join(configFolder(env), 'local');
  const { startEmulator } = await loadEmulator();
  try {
    const emulator = await startEmulator({
      port: 0,
      dataDir,
      stepDelay: shared['step-delay'] ?? STEP_DELAY,
    });
    const disk = watchDisk(dataDir, giveUp);
    return {
      clientOptions: emulator.clientOptions,
      async close() {
        disk.stop();
        await emulator.close();
      },
    };
  } catch (error) {
    throw emulatorFailure(error, dataDir);
  }
}
