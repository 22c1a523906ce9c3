import { expect, test } from 'vitest';
import { tinyRenderer } from '../../test/tiny-renderer.ts';
import { createManualClock } from '../clock.ts';
import { openStore } from '../store/store.ts';
import { createRenders } from './renders.ts';
import { createReservations } from './reservations.ts';
import { createScheduler } from './scheduler.ts';

/** A scheduler with one run, on a disk that can be made full. */
function setUp() {
  const clock = createManualClock();
  const store = openStore(undefined, {});
  const step = { id: 'a', toolName: 'generate_image', arguments: { prompt: 'x' }, dependsOn: [] };
  const { number } = store.workflows.insert({
    id: 'wf_1',
    wallet: 'wallet',
    status: 'queued',
    nextSequence: 0,
    resumeCount: 0,
    createdAt: 0,
    updatedAt: 0,
    request: { title: 'one', input: {}, steps: [step], media: [], units: 1, safeContentFilter: true },
    state: { tokenType: 'auto' },
  });
  store.steps.insertAll(number, ['a']);
  const disk = { failures: 0, error: new Error() };
  const transaction: typeof store.transaction = (work) => {
    if (disk.failures-- > 0) throw disk.error;
    return store.transaction(work);
  };
  const scheduler = createScheduler({
    store: { ...store, transaction },
    clock,
    renders: createRenders(store, async () => tinyRenderer()),
    reservations: createReservations(store.wallets),
    stepDelay: 0,
  });
  return { clock, store, scheduler, number, disk };
}

test('a run that cannot be stored waits for room and then goes on, each step once', async () => {
  const { clock, store, scheduler, number, disk } = setUp();
  disk.error = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  disk.failures = 3;
  scheduler.wake(number);
  await clock.advance(999);
  expect(store.workflows.position(number)).toEqual({ status: 'queued', nextSequence: 0 });
  await clock.advance(10_000);
  await expect.poll(() => store.workflows.position(number).status).toBe('completed');
  expect(store.proofs.stepEffects('wf_1')).toEqual({ a: 1 });
  await scheduler.stop();
  store.close();
});

test('a defect ends the run in the open', async () => {
  const { clock, store, scheduler, number, disk } = setUp();
  disk.error = new Error('a slip');
  disk.failures = 1;
  scheduler.wake(number);
  await clock.advance(0);
  await expect.poll(() => store.workflows.get(number).state.error?.message).toContain('a slip');
  expect(store.workflows.position(number).status).toBe('failed');
  await scheduler.stop();
  store.close();
});
