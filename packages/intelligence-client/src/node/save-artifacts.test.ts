import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startReplay } from '../../fixtures/replay-server.ts';
import { SogniClient } from '../client.ts';
import { createTransport } from '../transport/transport.ts';
import { serveFile, temporaryFolder } from './file-server.testkit.ts';
import { saveArtifact, saveArtifacts } from './save-artifacts.ts';

test('several artifacts go into a folder that is made for them, named after title and step', async () => {
  await using server = await serveFile(1000);
  await using folder = await temporaryFolder();
  const to = join(folder.path, 'new', 'folder');
  const artifacts = ['keyframe', 'clip', 'clip'].map((stepId) => ({ url: server.url, stepId }));
  const saved = await saveArtifacts(server.transport, artifacts, { to, title: 'Fox' });
  expect(saved.map(({ path }) => relative(to, path))).toEqual([
    'fox-keyframe.png',
    'fox-clip.png',
    'fox-clip-2.png',
  ]);
  for (const { path, bytes, artifact } of saved) {
    expect(bytes).toBe(1000);
    expect(artifacts).toContain(artifact);
    expect((await readFile(path)).equals(server.file)).toBe(true);
  }
});

test('a client is taken as well as a transport', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  const client = new SogniClient(server.transport);
  const saved = await saveArtifact(client, { url: server.url }, { to: join(folder.path, 'a.png') });
  expect(saved).toEqual({ artifact: { url: server.url }, path: join(folder.path, 'a.png'), bytes: 10 });
});

test('one artifact is a file, unless the place is a folder or ends like one', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'there'));
  const save = async (to: string) => {
    const { path } = await saveArtifact(server.transport, { url: server.url, stepId: 'a' }, { to });
    return relative(folder.path, path);
  };
  expect(await save(join(folder.path, 'plain'))).toBe('plain');
  expect(await save(`${join(folder.path, 'made')}/`)).toBe(join('made', 'a.png'));
  expect(await save(join(folder.path, 'there'))).toBe(join('there', 'a.png'));
});

test('a relative place is one of the current folder', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  const to = relative(process.cwd(), join(folder.path, 'a.png'));
  const { path } = await saveArtifact(server.transport, { url: server.url }, { to });
  expect(path).toBe(resolve(to));
});

test('no artifacts are no files', async () => {
  await using folder = await temporaryFolder();
  const transport = createTransport({ apiKey: 'sk-demo-0001' });
  expect(await saveArtifacts(transport, [], { to: join(folder.path, 'x') })).toEqual([]);
  expect(await folder.names()).toEqual([]);
});

test.each(['', ' ', 'a\0b', undefined])('%j is no place', async (to) => {
  await using server = await serveFile(10);
  const saving = saveArtifact(server.transport, { url: server.url }, { to: to as string });
  await expect(saving).rejects.toMatchObject({ name: 'InvalidRequestError' });
  expect(server.requests).toEqual([]);
});

test('a file that exists is left alone, and nothing is downloaded', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'b.png'), 'mine');
  const artifacts = ['a', 'b'].map((stepId) => ({ url: server.url, stepId }));
  const saving = saveArtifacts(server.transport, artifacts, { to: folder.path });
  await expect(saving).rejects.toMatchObject({
    name: 'InvalidRequestError',
    issues: [{ code: 'output_exists', path: join(folder.path, 'b.png') }],
  });
  expect(server.requests).toEqual([]);
  expect(await folder.names()).toEqual(['b.png']);
  expect(await readFile(join(folder.path, 'b.png'), 'utf8')).toBe('mine');
});

test('a file that appears during the download is left alone too', async () => {
  await using folder = await temporaryFolder();
  const to = join(folder.path, 'a.png');
  await using server = await serveFile(10, ({ serve }) => void writeFile(to, 'mine').then(() => serve()));
  const saving = saveArtifact(server.transport, { url: server.url }, { to });
  await expect(saving).rejects.toMatchObject({ issues: [{ code: 'output_exists' }] });
  expect(await folder.names()).toEqual(['a.png']);
  expect(await readFile(to, 'utf8')).toBe('mine');
});

test('overwriting replaces a whole file by a whole file', async () => {
  await using folder = await temporaryFolder();
  const to = join(folder.path, 'a.png');
  await writeFile(to, 'mine');
  let during = '';
  await using server = await serveFile(10, ({ serve }) => {
    void readFile(to, 'utf8').then((text) => {
      during = text;
      serve();
    });
  });
  await saveArtifact(server.transport, { url: server.url }, { to, overwrite: true });
  expect(during).toBe('mine');
  expect((await readFile(to)).equals(server.file)).toBe(true);
});

test('a link is never written through', async () => {
  await using server = await serveFile(10);
  await using folder = await temporaryFolder();
  const [to, target] = [join(folder.path, 'a.png'), join(folder.path, 'target')];
  await symlink(target, to);
  const transport = server.transport;
  await expect(saveArtifact(transport, { url: server.url }, { to })).rejects.toMatchObject({
    issues: [{ code: 'output_exists' }],
  });
  expect(server.requests).toEqual([]);

  await saveArtifact(transport, { url: server.url }, { to, overwrite: true });
  expect(await folder.names()).toEqual(['a.png']);
  expect((await stat(to)).size).toBe(10);
});

test('files that were saved before a failure stay', async () => {
  await using server = await startReplay({ 'GET /a.png': { body: 'first' } });
  await using folder = await temporaryFolder();
  const artifacts = ['a', 'gone'].map((stepId) => ({ url: `${server.url}/${stepId}.png`, stepId }));
  const saving = saveArtifacts(createTransport(server.clientOptions), artifacts, { to: folder.path });
  await expect(saving).rejects.toMatchObject({ name: 'NotFoundError' });
  expect(await folder.names()).toEqual(['a.png']);
});
