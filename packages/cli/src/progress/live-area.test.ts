import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLiveArea } from './live-area.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function fakeTerminal(columns: number) {
  const listeners = new Set<() => void>();
  const stream = {
    columns,
    text: '',
    write(text: string) {
      stream.text += text;
    },
    on: (_event: 'resize', listener: () => void) => listeners.add(listener),
    off: (_event: 'resize', listener: () => void) => listeners.delete(listener),
    resize(to: number) {
      stream.columns = to;
      for (const listener of listeners) listener();
    },
    listeners,
    taken() {
      const { text } = stream;
      stream.text = '';
      return text;
    },
  };
  return stream;
}

test('hides the cursor, redraws in place, and gives the cursor back', () => {
  const stream = fakeTerminal(80);
  let count = 0;
  const area = openLiveArea(stream, () => {
    count += 1;
    return [`line ${count}`, 'second'];
  });
  expect(stream.taken()).toBe('\u001b[?25l\r\u001b[Jline 1\nsecond\n');
  vi.advanceTimersByTime(100);
  expect(stream.taken()).toBe('\u001b[2A\r\u001b[Jline 2\nsecond\n');
  area.stop();
  expect(stream.taken()).toBe('\u001b[2A\r\u001b[Jline 3\nsecond\n\u001b[?25h');
  vi.advanceTimersByTime(1000);
  expect(stream.taken()).toBe('');
  expect(stream.listeners.size).toBe(0);
});

test('goes up over lines that wrapped when the terminal became narrower', () => {
  const stream = fakeTerminal(80);
  const area = openLiveArea(stream, (columns) => ['x'.repeat(Math.min(70, columns))]);
  stream.taken();
  stream.resize(30);
  expect(stream.taken()).toBe(`\u001b[3A\r\u001b[J${'x'.repeat(29)}\n`);
  area.stop();
});
