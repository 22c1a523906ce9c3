import { expect, test } from 'vitest';
import { eventLine } from './event-line.ts';
import { timeText } from './time-text.ts';

test.each([
  [{ sequence: 0, type: 'workflow_started', status: 'running' }, '[0] workflow_started running'],
  [
    { sequence: 3, type: 'workflow_progress', status: 'running', data: { stepId: 'clip', progress: 0.5 } },
    '[3] workflow_progress running clip 50%',
  ],
  [{ sequence: 4, type: 'custom', status: 'running', message: 'Half\nway' }, '[4] custom Half way'],
  [
    { sequence: 5, type: 'artifact_created', data: { artifact: { url: 'https://a.example/1.png' } } },
    '[5] artifact_created https://a.example/1.png',
  ],
  [
    {
      sequence: 6,
      type: 'workflow_waiting_for_user',
      status: 'waiting_for_user',
      data: { waitingReason: 'other' },
    },
    '[6] workflow_waiting_for_user waiting_for_user other',
  ],
  [{ sequence: 7, type: 'evil\u001b[2J', message: '\u001b]0;x\u0007done' }, '[7] evil done'],
])('shows %j', (event, expected) => {
  expect(eventLine(event)).toBe(expected);
});

test.each([
  [0, '0:00'],
  [7400, '0:07'],
  [754_000, '12:34'],
  [3_723_000, '1:02:03'],
  [-5, '0:00'],
])('%s ms are %s', (milliseconds, expected) => {
  expect(timeText(milliseconds)).toBe(expected);
});
