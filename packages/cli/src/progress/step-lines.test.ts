import type { Workflow, WorkflowEvent } from '@sogni/intelligence-client';
import { expect, test } from 'vitest';
import { coloursFor } from '../output/colours.ts';
import { cellWidth } from './cell-width.ts';
import { applyEvent, viewOf } from './run-state.ts';
import { stepLines } from './step-lines.ts';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const colours = coloursFor(false, {});

const workflow: Workflow = {
  workflowId: 'wf_1',
  title: 'Keyframe',
  status: 'queued',
  steps: [
    { id: 'keyframe', toolName: 'generate_image', status: 'queued' },
    { id: 'clip', toolName: 'generate_video', status: 'queued' },
  ],
};

let sequence = 0;
function event(
  type: WorkflowEvent['type'],
  seconds: number,
  data: WorkflowEvent['data'] = {},
): WorkflowEvent {
  sequence += 1;
  const timestamp = new Date(START + seconds * 1000).toISOString();
  return { sequence, timestamp, type, status: 'running', data };
}

/** The lines after events that arrive an hour late, to prove that the clocks may differ. */
function lines(events: WorkflowEvent[], { seconds = 0, columns = 100 } = {}): string[] {
  const here = START + 3_600_000;
  const view = events.reduce((seen, next) => applyEvent(seen, next, here), viewOf(workflow));
  return stepLines(view, { now: here + seconds * 1000, columns, colours });
}

test('shows every step before anything has happened', () => {
  expect(lines([])).toEqual([
    'Keyframe  queued',
    '· keyframe  generate_image  ░░░░░░░░░░░░░░░░░░░░   0%',
    '· clip      generate_video  ░░░░░░░░░░░░░░░░░░░░   0%',
  ]);
});

test('shows progress, elapsed time, and what is left at the speed so far', () => {
  const shown = lines(
    [
      event('workflow_started', 0),
      event('step_started', 0, { stepId: 'keyframe' }),
      event('step_completed', 4, { stepId: 'keyframe' }),
      event('step_started', 4, { stepId: 'clip' }),
      event('workflow_progress', 14, { stepId: 'clip', progress: 0.25 }),
    ],
    { seconds: 3 },
  );
  expect(shown[0]).toBe('Keyframe  running  0:17');
  expect(shown[1]).toBe('✔ keyframe  generate_image  ████████████████████ 100%  0:04');
  // 10 s for a quarter: 40 s in all, 13 of them over.
  expect(shown[2]).toMatch(/^. clip {6}generate_video {2}█{5}░{15} {2}25% {2}0:13 {2}ETA 0:27$/);
});

test('gives up the tool and then the bar, not the numbers, where there is little room', () => {
  const events = [
    event('step_started', 0, { stepId: 'clip' }),
    event('workflow_progress', 10, { stepId: 'clip', progress: 0.5 }),
  ];
  const at = (columns: number) => lines(events, { columns })[2]?.slice(1);
  expect(at(59)).toBe(' clip      generate_video  ████░░░░░  50%  0:10  ETA 0:10');
  expect(at(41)).toBe(' clip      ███░░░░  50%  0:10  ETA 0:10');
  expect(at(34)).toBe(' clip      50%  0:10  ETA 0:10');
});

test('promises no time once the estimate is over', () => {
  const events = [
    event('step_started', 0, { stepId: 'clip' }),
    event('workflow_progress', 1, { stepId: 'clip', progress: 0.5 }),
  ];
  expect(lines(events, { seconds: 60 })[2]).not.toContain('ETA');
});

test('marks a failed and a waiting step, and adds a step it did not know', () => {
  const shown = lines([
    event('step_failed', 1, { stepId: 'keyframe' }),
    event('step_waiting_for_user', 2, { stepId: 'clip' }),
    event('step_started', 3, { stepId: 'extra', toolName: 'upscale_image' }),
  ]);
  expect(shown[1]).toMatch(/^✖ keyframe/);
  expect(shown[2]).toMatch(/^\? clip/);
  expect(shown[3]).toMatch(/^. extra {5}upscale_image/);
});

test('a retried step starts from nothing, and progress stays between 0 and 100 %', () => {
  const failed = [
    event('workflow_progress', 1, { stepId: 'clip', progress: 7 }),
    event('step_failed', 2, { stepId: 'clip' }),
  ];
  expect(lines(failed)[2]).toContain('100%');
  expect(lines([...failed, event('step_started', 3, { stepId: 'clip' })])[2]).toMatch(/^[^✖].*░{20} {3}0%/);
});

test('the clock stands still when the run has ended', () => {
  const ended = [
    event('workflow_started', 0),
    { ...event('workflow_completed', 9), status: 'completed' as const },
  ];
  expect(lines(ended, { seconds: 500 })[0]).toBe('Keyframe  completed  0:09');
});

test('no line is wider than the terminal, whatever the server sends', () => {
  const wide = {
    ...workflow,
    title: '\u001b[31m猫'.repeat(80),
    steps: [{ id: '🤖'.repeat(50), toolName: 'x'.repeat(90) }],
  };
  for (const columns of [20, 41, 80]) {
    for (const line of stepLines(viewOf(wide), { now: START, columns, colours })) {
      expect(cellWidth(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/\p{Cc}/u);
    }
  }
});

test('the events that are not shown again still give a running step its time', () => {
  const events = [
    event('step_started', 0, { stepId: 'clip' }),
    event('workflow_progress', 5, { stepId: 'clip', progress: 0.5 }),
  ];
  const view = viewOf({ ...workflow, events }, sequence);
  expect(view.steps[1]).toMatchObject({ standing: 'running', progress: 0.5, startedAt: START });
  expect(viewOf({ ...workflow, events }).steps[1]).toMatchObject({ standing: 'pending' });
});
