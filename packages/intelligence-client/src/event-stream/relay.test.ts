import { expect, test, vi } from 'vitest';
import { collect, completedLog, entry, frame, sequences, startLog, statusFrame } from './loopback.testkit.ts';
import { openEventStream } from './open-event-stream.ts';
import { relay } from './relay.ts';

test('emits events with id, name and data, and the ending last', async () => {
  await using server = await startLog([], ({ write, response }) => {
    write(frame(entry(0)));
    write('id: 1\nevent: run_completed\ndata: {"sequence":1,"type":"workflow_completed","note":"日本"}\n\n');
    write(statusFrame('completed'));
    response.end();
  });
  const stream = openEventStream(server.transport, server.log);
  const response = new Response(stream.toReadableStream(), { headers: stream.headers });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(await response.text()).toBe(
    ': open\n\n' +
      'id: 0\nevent: workflow_event\ndata: {"sequence":0,"type":"step_started"}\n\n' +
      'id: 1\nevent: run_completed\ndata: {"sequence":1,"type":"workflow_completed","note":"日本"}\n\n' +
      'event: stream_ending\ndata: {"reason":"terminal","record":{"status":"completed"}}\n\n',
  );
  expect(stream.cursor).toBe(1);
});

test('names events that came from the list as the namespace says', async () => {
  await using server = await startLog(completedLog(3), ({ write, response }) => {
    write(frame(entry(0)));
    response.end();
  });
  const named = { ...server.log, eventName: () => 'listed' };
  const text = await new Response(openEventStream(server.transport, named).toReadableStream()).text();
  expect(text.match(/event: \w+/g)).toEqual([
    'event: workflow_event',
    'event: listed',
    'event: listed',
    'event: stream_ending',
  ]);
});

test('reads no further than it is read', async () => {
  await using server = await startLog(completedLog(3));
  const stream = openEventStream(server.transport, server.log);
  const reader = stream.toReadableStream().getReader();
  await reader.read();
  expect(server.connections).toHaveLength(0);
  expect(stream.cursor).toBeUndefined();
  await reader.read();
  expect(stream.cursor).toBe(2);
});

test('cancelling it closes the stream, and a failed stream fails it', async () => {
  await using server = await startLog([], (connection) => {
    if (connection.number === 1) connection.write(frame(entry(0)));
    else connection.response.writeHead(404).end();
  });
  const stream = openEventStream(server.transport, server.log);
  const body = stream.toReadableStream();
  const reader = body.getReader();
  await reader.read();
  await reader.read();
  const pending = reader.read();
  await reader.cancel();
  expect((await pending).done).toBe(true);
  expect(stream.ending?.reason).toBe('closed');
  await vi.waitFor(() => expect(server.openStreams()).toBe(0));

  const failing = openEventStream(server.transport, server.log);
  await expect(new Response(failing.toReadableStream()).text()).rejects.toMatchObject({ status: 404 });
});

test('a relay whose stream is closed ends without the last frame, so that readers come back', async () => {
  await using server = await startLog([], ({ write }) => write(frame(entry(0))));
  const stream = openEventStream(server.transport, server.log);
  const reading = new Response(stream.toReadableStream()).text();
  await vi.waitFor(() => expect(stream.cursor).toBe(0));
  stream.close();
  expect(await reading).not.toContain('stream_ending');
});

test('fills silence with comments', async () => {
  vi.useFakeTimers();
  try {
    let deliver: (result: IteratorResult<{ sequence: number }, undefined>) => void = () => {};
    const next = vi.fn(
      () =>
        new Promise<IteratorResult<{ sequence: number }, undefined>>((resolve) => {
          deliver = resolve;
        }),
    );
    const body = relay({
      next,
      takeBuffered: () => undefined,
      nameOf: () => undefined,
      ending: () => undefined,
      close: () => {},
    });
    const reader = body.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toBe(': open\n\n');
    for (let beat = 0; beat < 3; beat += 1) {
      const chunk = read();
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await chunk).toBe(': keep-alive\n\n');
    }
    const chunk = read();
    await vi.advanceTimersByTimeAsync(1);
    deliver({ done: false, value: { sequence: 4 } });
    expect(await chunk).toBe('id: 4\ndata: {"sequence":4}\n\n');
    expect(next).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a long log goes out in chunks of many events', async () => {
  await using server = await startLog(completedLog(2_000));
  const stream = openEventStream(server.transport, server.log);
  let chunks = 0;
  for await (const _ of stream.toReadableStream()) chunks += 1;
  expect(chunks).toBeLessThan(200);
  expect(sequences(await collect(stream))).toEqual([]);
  expect(stream.cursor).toBe(1_999);
});
