import { expect, test } from 'vitest';
import { ORIGIN, withOrigin } from './origin.ts';

test('stored addresses become the one the client used, in JSON text', () => {
  const json = JSON.stringify({ url: `${ORIGIN}/_media/out/a.png`, prompt: 'see /_media/out/a.png' });
  expect(JSON.parse(withOrigin(json, 'http://127.0.0.1:1234'))).toEqual({
    url: 'http://127.0.0.1:1234/_media/out/a.png',
    prompt: 'see /_media/out/a.png',
  });
});

test('a control character in a prompt stays what it is', () => {
  for (const prompt of ['\u0001 and more', 'text \\u0001/_media/', '\\u0001/_media/', '\\\u0001/_media/']) {
    const json = JSON.stringify({ prompt });
    expect(JSON.parse(withOrigin(json, 'http://127.0.0.1:1'))).toEqual({ prompt });
  }
});
