import type { Colours } from '../output/colours.ts';
import { plainText } from '../output/plain-text.ts';
import { cellWidth, cutToWidth, padToWidth } from './cell-width.ts';
import { type RunView, type StepView, serverTime } from './run-state.ts';
import { timeText } from './time-text.ts';

/** What the lines depend on besides the run. */
export interface Frame {
  /** Milliseconds of the clock here. */
  now: number;
  /** Cells a line may fill. */
  columns: number;
  colours: Colours;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const SPIN_EVERY = 100;
const BAR_CELLS = 20;
const LEAST_BAR_CELLS = 5;
/** A space, the percentage, and two times: ` 100%  0:17  ETA 0:27`. */
const TAIL_CELLS = 22;

/** The lines of a run on a terminal: a heading, and a bar a step. None is wider than the frame. */
export function stepLines(view: RunView, frame: Frame): string[] {
  const { columns, colours } = frame;
  const now = serverTime(view, frame.now);
  const names = view.steps.map(({ id }) => plainText(id));
  const tools = view.steps.map(({ tool }) => plainText(tool));
  const nameWidth = widest(names, 24);
  const toolWidth = widest(tools, 24);
  // Where there is little room the tool goes first, then the bar; what is left and the percentage stay.
  const room = columns - 2 - nameWidth - 2 - TAIL_CELLS;
  const showTool = room - toolWidth - 2 >= LEAST_BAR_CELLS;
  const barRoom = showTool ? room - toolWidth - 2 : room;
  const barCells = barRoom >= LEAST_BAR_CELLS ? Math.min(BAR_CELLS, barRoom) : 0;
  return [
    colours.bold(heading(view, now, columns)),
    ...view.steps.map((step, index) => {
      const name = padToWidth(cutToWidth(names[index] ?? '', nameWidth), nameWidth);
      const tool = padToWidth(cutToWidth(tools[index] ?? '', toolWidth), toolWidth);
      const bar = barCells > 0 ? [progressBar(step.progress, barCells)] : [];
      const label = [name, ...(showTool ? [tool] : []), ...bar].join('  ');
      return stepLine(step, label, now, frame);
    }),
  ];
}

function heading(view: RunView, now: number, columns: number): string {
  const elapsed = view.startedAt === undefined ? '' : `  ${timeText(now - view.startedAt)}`;
  const facts = plainText(view.status) + elapsed;
  const title = cutToWidth(plainText(view.title || view.id), Math.max(8, columns - cellWidth(facts) - 2));
  return cutToWidth(`${title}  ${facts}`, columns);
}

function stepLine(
  step: StepView,
  label: string,
  now: number,
  { columns, colours, now: here }: Frame,
): string {
  const percent = `${Math.floor(step.progress * 100)}%`.padStart(4);
  const line = `${icon(step, here)} ${label} ${percent}  ${times(step, now)}`.trimEnd();
  const text = cutToWidth(line, columns);
  switch (step.standing) {
    case 'completed':
      return colours.green(text);
    case 'failed':
      return colours.red(text);
    case 'waiting':
      return colours.yellow(text);
    case 'pending':
      return colours.dim(text);
    case 'running':
      return text;
  }
}

function icon({ standing }: StepView, now: number): string {
  if (standing === 'running') return SPINNER[Math.floor(now / SPIN_EVERY) % SPINNER.length] ?? '-';
  return { pending: '·', waiting: '?', completed: '✔', failed: '✖' }[standing];
}

function progressBar(progress: number, cells: number): string {
  const full = Math.floor(progress * cells);
  return '█'.repeat(full) + '░'.repeat(cells - full);
}

function times(step: StepView, now: number): string {
  if (step.startedAt === undefined) return '';
  const elapsed = timeText((step.endedAt ?? now) - step.startedAt);
  const left = step.standing === 'running' ? remaining(step, now) : undefined;
  return left === undefined ? elapsed : `${elapsed}  ETA ${timeText(left)}`;
}

/** Milliseconds left if the step goes on as fast as it did until its latest progress; undefined once they are over. */
function remaining({ progress, startedAt, progressAt }: StepView, now: number): number | undefined {
  if (startedAt === undefined || progressAt === undefined || progress <= 0 || progressAt <= startedAt)
    return undefined;
  const left = startedAt + (progressAt - startedAt) / progress - now;
  return left > 0 ? left : undefined;
}

function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(0, ...texts.map(cellWidth)));
}
