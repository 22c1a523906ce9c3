import { startEmulator } from '../src/index.ts';
import { tinyRenderer } from './tiny-renderer.ts';

// Serves a data directory until it is killed. Arguments: directory, step delay in milliseconds.
const [dataDir = '', stepDelay = '0'] = process.argv.slice(2);
const emulator = await startEmulator({
  dataDir,
  stepDelay: Number(stepDelay),
  activeWorkflowLimit: Number.POSITIVE_INFINITY,
  renderer: tinyRenderer(),
});
process.stdout.write(`${emulator.url}\n`);
