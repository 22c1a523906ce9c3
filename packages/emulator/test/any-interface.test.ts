import { SogniClient } from '@sogni/intelligence-client';
import { expect, test } from 'vitest';
import { startApi } from './api.ts';

test('clientOptions are enough for an emulator that listens on every interface', async () => {
  await using api = await startApi({ host: '0.0.0.0' });
  const { data } = await new SogniClient(api.emulator.clientOptions).models.list();
  expect(data.length).toBeGreaterThan(0);
});
