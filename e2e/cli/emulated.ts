import { type Emulator, startEmulator } from '@sogni/emulator';
import { onTestFinished } from 'vitest';
import { pointedAt } from './run-cli.ts';

/** An emulator that is closed when the test is over, and the environment that points the command at it. */
export async function emulated(
  options: Parameters<typeof startEmulator>[0] = {},
): Promise<{ emulator: Emulator; env: Record<string, string> }> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  return { emulator, env: pointedAt(emulator.url, emulator.apiKey) };
}
