import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { emulated } from './emulated.ts';
import { jsonOf, runCli } from './run-cli.ts';

const SMALL = ['-w', '256', '-h', '256', '--duration', '2'];

test('makes an image and a video of it from a prompt, and saves both', async () => {
  const { env } = await emulated();
  const cwd = temporaryFolder();
  const words = ['--api-workflow', '--watch-workflow', ...SMALL, '-o', 'out/', 'a robot'];
  const { code, stdout, stderr } = await runCli(words, { env, cwd });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^Workflow: wf_.*\nStatus: {3}completed\nTitle: {4}Generated keyframe to video\n/,
    ),
  });
  expect(stderr).toMatch(/\[0\] workflow_started running\n\[1\] step_started running keyframe\n/);
  const files = readdirSync(join(cwd, 'out')).sort();
  expect(files).toEqual(['generated-keyframe-to-video-clip.mp4', 'generated-keyframe-to-video-keyframe.png']);
  expect(readFileSync(join(cwd, 'out', files[0] ?? '')).toString('latin1', 4, 8)).toBe('ftyp');
  expect(readFileSync(join(cwd, 'out', files[1] ?? '')).toString('latin1', 1, 4)).toBe('PNG');

  const again = await runCli(words, { env, cwd });
  expect(again.code).toBe(0);
  expect(readdirSync(join(cwd, 'out'))).toHaveLength(4);
});

test('a file name takes the one result that fits it, and an existing file is never overwritten', async () => {
  const { env, emulator } = await emulated();
  const cwd = temporaryFolder();
  const words = ['workflows', 'start', ...SMALL, '-o', 'clip.mp4', 'a robot'];
  expect((await runCli(words, { env, cwd })).code).toBe(0);
  expect(readdirSync(cwd)).toEqual(['clip.mp4']);
  const before = readFileSync(join(cwd, 'clip.mp4'));
  const refused = await runCli([...words, '--json'], { env, cwd });
  expect(refused.code).toBe(1);
  expect(jsonOf(refused)).toMatchObject({ success: false, errorCode: 'OUTPUT_EXISTS' });
  expect(readFileSync(join(cwd, 'clip.mp4'))).toEqual(before);
  const { stdout } = await runCli(['workflows', 'list'], { env });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(emulator.url).toContain('127.0.0.1');
});

test('both forms send the same request', async () => {
  const { env } = await emulated();
  const options = [...SMALL, '--seed', '5', '--no-generate-audio', '--negative-prompt', 'fog'];
  const flags = await runCli(['--api-workflow', '--workflow-title', 'T', ...options, 'a', '--json'], { env });
  const words = await runCli(['workflows', 'start', 'a', '--title', 'T', ...options, '--json'], { env });
  const plan = ({ raw }: Record<string, unknown>) => (raw as { workflow: { input: unknown } }).workflow.input;
  expect(plan(jsonOf(flags))).toMatchObject({ title: 'T', steps: [{ id: 'keyframe' }, { id: 'clip' }] });
  expect(plan(jsonOf(words))).toEqual(plan(jsonOf(flags)));
});

test('a plan from a file replaces the built one, and the same key starts nothing new', async () => {
  const { env } = await emulated();
  const cwd = temporaryFolder();
  const step = {
    id: 'still',
    toolName: 'generate_image',
    arguments: { prompt: 'a fox', width: 64, height: 64 },
  };
  writeFileSync(join(cwd, 'plan.json'), JSON.stringify({ title: 'Fox', steps: [step] }));
  const words = [
    '--api-workflow',
    '--workflow-input',
    '@plan.json',
    '--idempotency-key',
    'fox-1',
    '--watch',
    '--json',
  ];
  const first = jsonOf(await runCli(words, { env, cwd }));
  const second = jsonOf(await runCli(words, { env, cwd }));
  expect(first).toMatchObject({
    success: true,
    type: 'api-workflow',
    action: 'start',
    workflow: { title: 'Fox' },
  });
  expect(second).toMatchObject({ raw: { idempotent: true } });
  const idOf = ({ workflow }: Record<string, unknown>) => (workflow as { workflowId: string }).workflowId;
  expect(idOf(second)).toBe(idOf(first));
});

test('shows, lists, cancels and reseeds runs in both forms', async () => {
  const { env } = await emulated();
  const started = jsonOf(await runCli(['workflows', 'start', ...SMALL, '--watch', 'a', '--json'], { env }));
  const { workflowId: id } = started.workflow as { workflowId: string };
  const get = await runCli(['--get-workflow', id], { env });
  expect(get.stdout).toMatch(new RegExp(`^Workflow: ${id}\nStatus:   completed\n`));
  expect((await runCli(['--list-workflows'], { env })).stdout).toBe(
    `${id}\tcompleted\tGenerated keyframe to video\n`,
  );
  const events = await runCli(['workflows', 'events', id, '--after', '0'], { env });
  expect(JSON.parse(events.stdout)[0]).toMatchObject({ sequence: 1, type: 'step_started' });
  const stream = jsonOf(await runCli(['--stream-workflow', id, '--json'], { env }));
  expect(stream).toMatchObject({ success: true, action: 'stream', workflowId: id });
  expect((await runCli(['workflows', 'watch', id], { env })).stdout).toMatch(
    /^\[0\] workflow_started running\n/,
  );
  const cancelled = jsonOf(await runCli(['--cancel-workflow', id, '--json'], { env }));
  expect(cancelled).toMatchObject({ action: 'cancel', raw: { transitioned: false } });
  const reseeded = jsonOf(
    await runCli(['workflows', 'reseed', id, '--seed', 'keyframe=9', '--watch', '--json'], { env }),
  );
  expect(reseeded.reseed).toMatchObject({
    steps: expect.arrayContaining([{ stepId: 'keyframe', newSeed: 9 }]),
  });
});

test('shows models and the balance', async () => {
  const { env } = await emulated();
  const list = await runCli(['--list-api-models'], { env });
  expect(list.stdout).toMatch(/^qwen\S+\tsogni\n/);
  const id = list.stdout.split('\t')[0] ?? '';
  expect(JSON.parse((await runCli(['models', 'get', id], { env })).stdout)).toMatchObject({ id });
  expect(jsonOf(await runCli(['--balance', '--json'], { env }))).toEqual({
    success: true,
    type: 'balance',
    spark: '10000',
    sogni: '10000',
    tokenType: 'spark',
    timestamp: expect.any(String),
  });
});
