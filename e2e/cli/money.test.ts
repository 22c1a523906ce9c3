import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { emulated } from './emulated.ts';
import { jsonOf, runCli } from './run-cli.ts';

const START = ['workflows', 'start', '-w', '256', '-h', '256', '--duration', '2', 'a fox'];

async function pausedRun() {
  const { env } = await emulated({ requireCostApproval: true });
  const paused = await runCli([...START, '--watch', '--json'], { env });
  const { errorDetails } = jsonOf(paused);
  return { env, paused, id: String((errorDetails as { workflowId: unknown }).workflowId) };
}

test('a run that waits for approval fails with its price and the command that approves it', async () => {
  const { env, paused, id } = await pausedRun();
  expect(paused.code).toBe(1);
  expect(jsonOf(paused)).toMatchObject({
    errorCode: 'WORKFLOW_WAITING_FOR_USER',
    errorDetails: { preview: { totalEstimatedCapacityUnits: expect.any(Number) } },
    hint: `Approve the cost with: sogni-agent workflows confirm-cost ${id}`,
  });
  const watched = await runCli(['workflows', 'watch', id], { env });
  expect(watched.code).toBe(1);
  expect(watched.stderr).toMatch(/Estimated cost: \d+ capacity units/);
});

test('--confirm-cost approves the pauses of its command', async () => {
  const { env } = await emulated({ requireCostApproval: true });
  const { code, stdout } = await runCli([...START, '--watch', '--confirm-cost'], { env });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Status:   completed') });
});

test('confirm-cost asks nobody where nobody can answer, and approves with --yes', async () => {
  const { env, id } = await pausedRun();
  const unasked = await runCli(['workflows', 'confirm-cost', id], { env });
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  const approved = await runCli(['workflows', 'confirm-cost', id, '--yes', '--watch'], { env });
  expect(approved).toMatchObject({ code: 0, stdout: expect.stringContaining('Status:   completed') });
  const late = await runCli(['workflows', 'confirm-cost', id, '--yes', '--json'], { env });
  expect(jsonOf(late)).toMatchObject({ errorCode: 'NOTHING_TO_APPROVE' });
});

test('confirm-cost --cancel ends the run', async () => {
  const { env, id } = await pausedRun();
  const refused = await runCli(['workflows', 'confirm-cost', id, '--cancel'], { env });
  expect(refused).toMatchObject({ code: 0, stdout: expect.stringContaining('Status:   cancelled') });
  const watched = await runCli(['workflows', 'watch', id, '--json'], { env });
  expect(watched.code).toBe(1);
  expect(jsonOf(watched)).toMatchObject({ errorCode: 'WORKFLOW_CANCELLED', errorType: 'USER_CANCELLED' });
});

test('a start above the ceiling is refused, and nothing runs', async () => {
  const { env } = await emulated();
  const { code, stderr } = await runCli([...START, '--max-cost', '0'], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Error: 400 /);
  expect((await runCli(['workflows', 'list'], { env })).stdout).toBe('');
});

test('what a partly failed run has finished is saved, and the command that goes on is named', async () => {
  const { env, emulator } = await emulated();
  emulator.faults.add({ name: 'failed_step', times: 1, step: 'clip' });
  const cwd = temporaryFolder();
  const { code, stdout } = await runCli([...START, '-o', 'out/', '--json'], { env, cwd });
  expect(code).toBe(1);
  const failure = JSON.parse(stdout) as { errorCode: string; hint: string; errorDetails: { saved: unknown } };
  expect(failure.errorCode).toBe('WORKFLOW_PARTIAL_FAILURE');
  expect(failure.errorDetails.saved).toEqual([expect.objectContaining({ stepId: 'keyframe' })]);
  expect(failure.hint).toMatch(/sogni-agent workflows resume wf_/);
});
