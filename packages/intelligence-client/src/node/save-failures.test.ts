import { execFileSync } from 'node:child_process';
import { chmod, mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { type ServeFile, serveFile, temporaryFolder } from './file-server.testkit.ts';
import { type SaveOptions, saveArtifact } from './save-artifacts.ts';

// No jitter, so that the next try comes at once.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

interface Failure {
  error: unknown;
  /** Requests that reached the server. */
  requests: number;
}

/** Saves into an empty folder, which must be empty again when that has failed. */
async function failure(
  answer: ServeFile,
  options: Partial<SaveOptions> = {},
  url?: string,
): Promise<Failure> {
  await using server = await serveFile(300_000, answer);
  await using folder = await temporaryFolder();
  const to = join(folder.path, 'out.png');
  const error = await saveArtifact(server.transport, { url: url ?? server.url }, { to, ...options }).then(
    () => 'saved',
    (reason: unknown) => reason,
  );
  expect(await folder.names()).toEqual([]);
  return { error, requests: server.requests.length };
}

test.each([
  [404, 'NotFoundError'],
  [403, 'PermissionDeniedError'],
])('an address that answers %s fails at once', async (status, name) => {
  const { error, requests } = await failure(({ response }) => response.writeHead(status).end());
  expect(error).toMatchObject({ name, status });
  expect(requests).toBe(1);
});

test('a web page in place of the file is refused at once, and nothing is saved', async () => {
  const { error, requests } = await failure(({ response }) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Sign in</h1>'),
  );
  expect(error).toMatchObject({
    name: 'ResponseValidationError',
    attempts: 1,
    message: expect.stringContaining('/file.png answered with a web page'),
  });
  expect(requests).toBe(1);
});

test('a body that is always cut at the same place is given up', async () => {
  const { error, requests } = await failure(({ response, file }) => {
    response.writeHead(200, { 'content-length': file.byteLength });
    response.write(file.subarray(0, 100), () => response.socket?.end());
  });
  expect(error).toMatchObject({ name: 'ConnectionError', retryable: true });
  expect(requests).toBeGreaterThanOrEqual(5);
});

test('a body that is cut now here, now there, is given up too', async () => {
  const { error, requests } = await failure(({ response, file, number }) => {
    response.writeHead(200, { 'content-length': file.byteLength });
    response.write(file.subarray(0, 100 + (number % 2)), () => response.socket?.end());
  });
  expect(error).toMatchObject({ name: 'ConnectionError' });
  expect(requests).toBeGreaterThanOrEqual(5);
});

test('a server that falls silent is given up after the idle time', async () => {
  const { error, requests } = await failure(
    ({ response, file }) => {
      response.writeHead(200, { 'content-length': file.byteLength }).write(file.subarray(0, 100));
    },
    { idleTimeout: 25 },
  );
  expect(error).toMatchObject({
    name: 'StreamIdleError',
    message: expect.stringContaining('sent nothing for 25 ms'),
  });
  expect(requests).toBeGreaterThanOrEqual(5);
});

test('nobody listens', async () => {
  const { error } = await failure(({ serve }) => serve(), {}, 'http://127.0.0.1:1/file.png');
  expect(error).toMatchObject({
    name: 'ConnectionError',
    message: expect.stringContaining('127.0.0.1:1/file.png'),
  });
});

test.each(['file:///etc/hostname', 'ftp://a.test/x', 'https://user:pass@a.test/x', 'out.png', ''])(
  '%j is not downloaded',
  async (url) => {
    const { error, requests } = await failure(({ serve }) => serve(), {}, url);
    expect(error).toMatchObject({ name: expect.stringMatching(/^(InvalidRequestError|UnsafeURLError)$/) });
    expect(requests).toBe(0);
  },
);

test('an abort during the transfer leaves nothing', async () => {
  const controller = new AbortController();
  const { error } = await failure(
    ({ response, file }) => {
      response.writeHead(200, { 'content-length': file.byteLength });
      response.write(file.subarray(0, 1000), () => controller.abort('enough'));
    },
    { signal: controller.signal },
  );
  expect(error).toMatchObject({ name: 'AbortError', cause: 'enough' });
});

test('an abort between two tries is told as an abort', async () => {
  // A wait that is certainly not over when the abort comes.
  vi.spyOn(Math, 'random').mockReturnValue(100);
  const controller = new AbortController();
  const { error, requests } = await failure(
    ({ response }) => {
      response.on('close', () => setTimeout(() => controller.abort('enough'), 50));
      response.writeHead(200, { 'content-length': 10 }).write('x', () => response.destroy());
    },
    { signal: controller.signal },
  );
  expect(error).toMatchObject({ name: 'AbortError', cause: 'enough' });
  expect(requests).toBe(1);
});

test('what onProgress throws ends the download, and is no reason to try again', async () => {
  const stop = new Error('the window was closed');
  const { error, requests } = await failure(({ serve }) => serve(), {
    onProgress() {
      throw stop;
    },
  });
  expect(error).toBe(stop);
  expect(requests).toBe(1);
});

test('a full disk is told in words, and nothing is left on it', async (context) => {
  await using server = await serveFile(300_000);
  await using folder = await temporaryFolder();
  const disk = join(folder.path, 'disk');
  await mkdir(disk);
  const mounted = mountTiny(disk);
  context.onTestFinished(() => mounted?.unmount());
  if (mounted === undefined) await fillByMock(folder.path);

  const saving = saveArtifact(server.transport, { url: server.url }, { to: join(disk, 'out.png') });
  await expect(saving).rejects.toMatchObject({
    name: 'InvalidRequestError',
    message: expect.stringContaining('the disk is full (ENOSPC)'),
    issues: [{ code: 'output_write_failed', path: join(disk, 'out.png') }],
  });
  expect(await readdir(disk)).toEqual([]);
  mounted?.unmount();
});

test('a place inside a file is refused', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'file'), 'mine');
  for (const overwrite of [false, true]) {
    const to = join(folder.path, 'file', 'out.png');
    await expect(
      saveArtifact(server.transport, { url: server.url }, { to, overwrite }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('part of the path is a file'),
      issues: [{ code: 'output_write_failed' }],
    });
  }
  expect(server.requests).toEqual([]);
});

test('a folder that may not be written to is refused before anything is downloaded', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  // Root may write anywhere but into what the kernel makes up.
  const locked = process.getuid?.() === 0 ? '/proc/sys' : join(folder.path, 'locked');
  if (process.getuid?.() !== 0) {
    await mkdir(locked);
    await chmod(locked, 0o555);
  }
  const saving = saveArtifact(server.transport, { url: server.url }, { to: join(locked, 'out.png') });
  await expect(saving).rejects.toMatchObject({ issues: [{ code: 'output_write_failed' }] });
  expect(server.requests).toEqual([]);
});

test('a name as long as names can be is no trouble, and a longer one is told', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  const save = (name: string) =>
    saveArtifact(server.transport, { url: server.url }, { to: join(folder.path, name) });
  const longest = `${'狐'.repeat(83)}.png`;
  await save(longest);
  expect(await folder.names()).toEqual([longest]);
  await expect(save('x'.repeat(256))).rejects.toMatchObject({
    message: expect.stringContaining('the name is too long (ENAMETOOLONG)'),
  });
});

function system(command: string, ...words: string[]): void {
  execFileSync(command, words, { stdio: 'ignore' });
}

/** A file system of 64 kB, where the system lets us mount one. */
function mountTiny(path: string): { unmount: () => void } | undefined {
  let mounted = false;
  try {
    system('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path);
    mounted = true;
  } catch {
    return undefined;
  }
  return {
    unmount() {
      if (mounted) system('umount', path);
      mounted = false;
    },
  };
}

/** Where nothing can be mounted: file handles that find the disk full. */
async function fillByMock(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  vi.spyOn(Object.getPrototypeOf(handle), 'write').mockRejectedValue(full);
}
