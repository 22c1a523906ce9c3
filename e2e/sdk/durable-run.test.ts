import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SogniClient, type WorkflowEvent } from '@sogni/intelligence-client';
import { saveArtifacts } from '@sogni/intelligence-client/node';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatorProcess } from '../emulator-process.ts';
import { hasProgram } from '../optional-programs.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const start = {
  kind: 'image_to_video',
  input: { prompt: 'Ink sketch of a fox', videoPrompt: 'Slow push-in', duration: 2 },
} as const;

test('a run survives two kills of the server, and its stream loses and repeats nothing', async () => {
  const dataDir = temporaryFolder();
  const options = { dataDir, stepDelay: 800 };
  let emulator = await startEmulatorProcess(options);
  onTestFinished(() => emulator.kill());
  const sogni = new SogniClient({ apiKey: emulator.apiKey, baseURL: emulator.url, allowUnsafeBaseURL: true });

  const { workflow } = await sogni.workflows.start(start);
  const seen: WorkflowEvent[] = [];
  const stream = sogni.workflows.streamEvents(workflow.workflowId);
  const killAfter = ['step_started', 'step_completed'];
  for await (const event of stream) {
    seen.push(event);
    if (event.type !== killAfter[0]) continue;
    killAfter.shift();
    await emulator.kill();
    emulator = await startEmulatorProcess({ ...options, port: emulator.port });
  }

  expect(killAfter).toEqual([]);
  expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, index) => index));
  expect(seen.at(-1)?.type).toBe('workflow_completed');
  expect(seen.filter(({ type }) => type === 'artifact_created')).toHaveLength(2);
  expect(stream.ending).toMatchObject({ reason: 'terminal', record: { status: 'completed' } });
  expect(await sogni.workflows.listEvents(workflow.workflowId)).toEqual(seen);
});

test('a second process goes on behind the cursor of the first', async () => {
  const emulator = await startEmulatorProcess({ stepDelay: 200 });
  onTestFinished(() => emulator.kill());
  const client = () =>
    new SogniClient({ apiKey: emulator.apiKey, baseURL: emulator.url, allowUnsafeBaseURL: true });
  const { workflow } = await client().workflows.start(start);

  const first: number[] = [];
  const stream = client().workflows.streamEvents(workflow.workflowId);
  for await (const { sequence } of stream) if (first.push(sequence) === 3) break;

  const second: number[] = [];
  await client().workflows.wait(workflow.workflowId, {
    after: stream.cursor,
    onEvent: ({ sequence }) => void second.push(sequence),
  });
  const all = [...first, ...second];
  expect(all).toEqual(all.map((_, index) => index));
});

test.skipIf(!hasProgram('ffprobe'))(
  'the finished files are a picture and a film of the asked size and length',
  async () => {
    const emulator = await startEmulatorProcess({});
    onTestFinished(() => emulator.kill());
    const sogni = new SogniClient({
      apiKey: emulator.apiKey,
      baseURL: emulator.url,
      allowUnsafeBaseURL: true,
    });
    const done = await sogni.workflows.run({
      input: {
        title: 'Fox',
        steps: [
          {
            id: 'still',
            toolName: 'generate_image',
            arguments: { prompt: 'A fox', width: 640, height: 360, seed: 7 },
          },
          {
            id: 'clip',
            toolName: 'generate_video',
            arguments: { prompt: 'It turns', duration: 3, width: 640, height: 360 },
            dependsOn: [
              {
                sourceStepId: 'still',
                targetArgument: 'referenceImageIndices',
                transform: 'image_index',
                required: true,
              },
            ],
          },
        ],
      },
    });
    const folder = temporaryFolder();
    await saveArtifacts(sogni, done.artifacts ?? [], { to: `${folder}/`, title: done.title });

    expect(readdirSync(folder).sort()).toEqual(['fox-clip.mp4', 'fox-still.png']);
    expect(readFileSync(join(folder, 'fox-still.png')).subarray(1, 4).toString()).toBe('PNG');
    const probe = [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,width,height:format=duration',
      '-of',
      'json',
    ];
    const film = JSON.parse(
      execFileSync('ffprobe', [...probe, join(folder, 'fox-clip.mp4')], { encoding: 'utf8' }),
    );
    expect(film.streams[0]).toMatchObject({ codec_name: 'h264', width: 640, height: 360 });
    expect(Number(film.format.duration)).toBeCloseTo(3, 1);
    expect(done.steps?.[1]?.arguments).toMatchObject({ referenceImageIndices: [0] });
  },
);
