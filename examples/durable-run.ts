/**
 * A run that survives its process: start it, kill it (Ctrl-C, kill -9, a power cut), start it again. It goes on behind the
 * last event it saw, and the finished files land in `out/`.
 *
 *   node durable-run.ts run.json
 *
 * Needs Node 22.18 or newer, which runs TypeScript as it is, and SOGNI_API_KEY, or a local API: `sogni-agent dev` prints the environment for it.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SogniClient } from '@sogni/intelligence-client';
import { saveArtifacts } from '@sogni/intelligence-client/node';

interface Progress {
  /** Made before the first attempt, so that a start whose answer was lost is not paid twice. */
  idempotencyKey: string;
  id?: string;
  cursor?: number;
}

const file = process.argv[2] ?? 'run.json';
const sogni = new SogniClient();

const progress: Progress = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { idempotencyKey: crypto.randomUUID() };
save();

if (progress.id === undefined) {
  const { workflow } = await sogni.workflows.start(
    {
      kind: 'image_to_video',
      input: {
        prompt: 'A graphite robot sketch on a drafting table',
        videoPrompt: 'Slow push-in',
        duration: 2,
      },
      maxEstimatedCapacityUnits: 25,
    },
    { idempotencyKey: progress.idempotencyKey },
  );
  progress.id = workflow.workflowId;
  save();
}

const done = await sogni.workflows.wait(progress.id, {
  after: progress.cursor,
  onEvent(event) {
    console.log(`${event.sequence} ${event.type}`);
    progress.cursor = event.sequence;
    save();
  },
});
const files = await saveArtifacts(sogni, done.artifacts ?? [], {
  to: 'out/',
  title: done.title,
  overwrite: true,
});
for (const { path } of files) console.log(path);

/** A rename replaces the file in one step: a kill leaves the old state or the new one, never half of one. */
function save(): void {
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}
