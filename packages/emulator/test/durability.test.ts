import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_API_KEY, startEmulator } from '../src/index.ts';
import { KEYFRAME_TO_CLIP, startApi, talkTo } from './api.ts';
import { tinyRenderer } from './tiny-renderer.ts';

/** 20 by default; set EMULATOR_KILLS for the long run. */
const KILLS = Number(process.env.EMULATOR_KILLS ?? 20);

const directories: string[] = [];
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-test-'));
  directories.push(directory);
  return directory;
}

async function spawnServer(directory: string, stepDelay: number) {
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      path('./source-modules.ts'),
      path('./durable-server.ts'),
      directory,
      String(stepDelay),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  const api = talkTo({ url: String(line).trim(), apiKey: DEFAULT_API_KEY });
  return {
    ...api,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('runs survive being killed at any moment: nothing is lost and nothing happens twice', {
  timeout: 60_000 + KILLS * 2000,
}, async () => {
  const directory = freshDirectory();
  const accepted = new Map<string, string>();
  // A small generator of its own, so that a failure can be repeated.
  let state = 20_26;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let round = 0; round < KILLS; round += 1) {
    const server = await spawnServer(directory, 12);
    const deadline = Promise.withResolvers<void>();
    setTimeout(deadline.resolve, 10 + random() * 90);
    const lane = async (name: string) => {
      for (let n = 0; ; n += 1) {
        const key = `round-${round}-${name}-${n}`;
        const answer = await server.start({ input: { steps: KEYFRAME_TO_CLIP } }, { 'idempotency-key': key });
        accepted.set(key, answer.body.data.workflow.workflowId);
      }
    };
    const load = Promise.allSettled(['a', 'b', 'c'].map(lane));
    await deadline.promise;
    await server.kill();
    await load;
  }
  expect(accepted.size).toBeGreaterThan(0);

  await using emulator = await startEmulator({
    dataDir: directory,
    renderer: tinyRenderer(),
    activeWorkflowLimit: Number.POSITIVE_INFINITY,
  });
  const api = talkTo(emulator);
  for (const [key, id] of accepted) {
    const replay = await api.start({ input: { steps: KEYFRAME_TO_CLIP } }, { 'idempotency-key': key });
    expect(replay.status).toBe(200);
    expect(replay.body.data.workflow.workflowId).toBe(id);
    expect(emulator.store.workflowsStarted(key)).toBe(1);
    const record = await api.settled(id);
    expect(record.status).toBe('completed');
    expect(record.artifacts).toHaveLength(2);
    expect(record.events.map(({ sequence }) => sequence)).toEqual(record.events.map((_, index) => index));
    expect(record.events.filter(({ type }) => type === 'step_started')).toHaveLength(2);
    expect(emulator.store.stepEffects(id)).toEqual({ keyframe: 1, clip: 1 });
  }
});

test('a closed emulator leaves its runs for the next one, on another port', async () => {
  const directory = freshDirectory();
  const options = { dataDir: directory, renderer: tinyRenderer() };
  const first = await startEmulator({ ...options, stepDelay: 60_000 });
  const started = await talkTo(first).start({ input: { steps: KEYFRAME_TO_CLIP } });
  const { workflowId } = started.body.data.workflow;
  await expect.poll(async () => (await talkTo(first).get(workflowId)).status).toBe('running');
  await first.close();
  await using second = await startEmulator(options);
  const record = await talkTo(second).settled(workflowId);
  expect(record.status).toBe('completed');
  expect(record.events.filter(({ type }) => type === 'workflow_started')).toHaveLength(1);
  expect(record.artifacts[0]?.url.startsWith(second.url)).toBe(true);
  expect(JSON.stringify(record)).not.toContain(first.url);
  expect((await fetch(record.artifacts[0]?.url ?? '')).status).toBe(200);
});

test('a data directory has one owner, and the error names it', async () => {
  const directory = freshDirectory();
  const options = { dataDir: directory, renderer: tinyRenderer() };
  const first = await startEmulator(options);
  await expect(startEmulator(options)).rejects.toThrow(
    new RegExp(`in use by another emulator \\(process ${process.pid}\\)`),
  );
  await first.close();
  await using second = await startEmulator(options);
  expect(second.url).toMatch(/^http:/);
});

test('data of another layout is refused and left as it is', async () => {
  const directory = freshDirectory();
  const path = join(directory, 'emulator.sqlite');
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE anything (x); PRAGMA user_version = 99');
  other.close();
  await expect(startEmulator({ dataDir: directory })).rejects.toThrow(
    /layout 99; this emulator reads layout 1/,
  );
  const again = new DatabaseSync(path);
  expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
  expect(again.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'anything' }]);
  again.close();
});

test('a taken port is reported with a way out', async () => {
  await using api = await startApi();
  const port = Number(new URL(api.emulator.url).port);
  await expect(startEmulator({ port })).rejects.toThrow(
    new RegExp(`Port ${port} .* is taken; .*another port`),
  );
});
