import { expect, test } from 'vitest';
import { FLAG_FORM_OPTIONS } from '../commands/flag-form.ts';
import { CliError } from '../failure/cli-error.ts';
import { normaliseWords } from './normalise-words.ts';
import { SHARED_OPTIONS } from './shared-options.ts';

const TABLE = { ...SHARED_OPTIONS, ...FLAG_FORM_OPTIONS };
const normalise = (line: string) => normaliseWords(line.split(' '), TABLE).join(' ');

function refusal(line: string): CliError {
  try {
    normalise(line);
  } catch (error) {
    if (error instanceof CliError) return error;
  }
  throw new Error('it was accepted');
}

test.each([
  ['-w 640 -h 360 -n 2 -s 7 -m z', '--width=640 --height=360 --count=2 --seed=7 --model=z'],
  ['-o out/ -q', '--output=out/ --quiet=true'],
  ['-V', '--version=true'],
  ['--width=640', '--width=640'],
  ['--video-prompt --json', '--video-prompt=--json'],
  ['--seed -1', '--seed=-1'],
  ['--no-generate-audio', '--generate-audio=false'],
  ['--generate-audio --no-generate-audio', '--generate-audio=true --generate-audio=false'],
  ['--no-confirm-cost=false', '--confirm-cost=true'],
  ['--creative-workflow a', '--api-workflow=true a'],
  ['--watch --max-workflow-cost 3', '--watch-workflow=true --workflow-max-cost=3'],
  [
    '--idempotency-key k --api-base u --token sogni',
    '--workflow-idempotency-key=k --api-base-url=u --token-type=sogni',
  ],
  ['--api-workflow -- -dash', '--api-workflow=true -- -dash'],
  ['--api-workflow -- prompt', '--api-workflow=true prompt'],
  ['a - b', 'a - b'],
])('reads %s', (line, expected) => {
  expect(normalise(line)).toBe(expected);
});

test.each([
  ['--widht 4', 'Unknown option --widht', /--width/],
  ['-v', 'Unknown option -v', /--/],
  ['-x', 'Unknown option -x', /--help/],
  ['-wh', 'Unknown option -wh', /--help/],
  ['--no-json', 'Unknown option --no-json', /./],
  ['--width', '--width needs a value', undefined],
  ['-h', '-h needs a value', /help is --help/],
  ['--json=please', '--json takes no value', undefined],
])('refuses %s', (line, message, hint) => {
  const error = refusal(line);
  expect(error).toMatchObject({
    code: 'INVALID_ARGUMENT',
    exitCode: 2,
    details: { flag: expect.any(String) },
  });
  expect(error.message).toContain(message);
  if (hint) expect(error.hint).toMatch(hint);
});
