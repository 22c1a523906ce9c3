import { expect, test } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { connect, failure, GET, json, send, serve } from './loopback.testkit.ts';
import { path } from './path.ts';
import { requestURL } from './url.ts';

test.each([
  ['wf_1', 'wf_1'],
  ['run / 1', 'run%20%2F%201'],
  ['../../admin', '..%2F..%2Fadmin'],
  ['a?b#c', 'a%3Fb%23c'],
  ['имя-名前-🚀', '%D0%B8%D0%BC%D1%8F-%E5%90%8D%E5%89%8D-%F0%9F%9A%80'],
  ['...', '...'],
  ['%2e%2e%2f', '%252e%252e%252f'],
  ['a\\b', 'a%5Cb'],
])('the id %s arrives as one segment', async (id, segment) => {
  await using server = await serve((response) => json(response, {}));
  await send(connect(server.url), { ...GET, path: path`/v1/things/${id}/events` });
  expect(server.seen[0]?.url).toBe(`/v1/things/${segment}/events`);
  expect(decodeURIComponent(segment)).toBe(id);
});

test.each(['', ' ', '\n', '.', '..', '%2e', '%2E%2e', '.%2e', '\ud800', 'a\udc00b'])('%j is no id', (id) => {
  expect(() => path`/v1/things/${id}`).toThrow(InvalidRequestError);
});

test.each(['undefined', 'null', '7', '{}'])('an id that is %s is refused', (value) => {
  const id = value === 'undefined' ? undefined : JSON.parse(value);
  expect(() => path`/v1/things/${id}`).toThrow('An id is missing');
});

test('several ids are encoded one by one', () => {
  expect(path`/v1/a/${'b/c'}/d/${'e f'}`).toBe('/v1/a/b%2Fc/d/e%20f');
  expect(path`/v1/plain`).toBe('/v1/plain');
});

test('absent query parameters are left out, false and 0 are not', () => {
  const query = { a: undefined, b: null, c: false, d: 0, e: '', f: 'x y&z=ü' };
  expect(requestURL('https://h', '/p', query)).toBe('https://h/p?c=false&d=0&e=&f=x+y%26z%3D%C3%BC');
  expect(requestURL('https://h', '/p', { a: undefined })).toBe('https://h/p');
  expect(requestURL('https://h', '/p', undefined)).toBe('https://h/p');
  expect(requestURL('https://h', '/p?a=1', { b: 2 })).toBe('https://h/p?a=1&b=2');
});

test.each(['v1/things', '', '@evil.example', '.evil.example'])(
  'the path "%s" could leave the host, so it is refused',
  async (wrong) => {
    const error = await failure(send(connect('http://127.0.0.1:1'), { ...GET, path: wrong }));
    expect(error).toMatchObject({
      name: 'InvalidRequestError',
      message: expect.stringContaining('begin with "/"'),
    });
  },
);
