/** A line of text and when it shows, in seconds. Source: contracts 1.3, add_subtitles. */
export interface Cue {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

const SECONDS_A_LINE = 3;

/** Cues of a text: those of an SRT file as they are, the sentences of any other text spread over `seconds`. */
export function cuesOf(text: string, seconds: number | undefined): Cue[] {
  const timed = parseSrt(text);
  if (timed.length > 0) return timed;
  const lines = text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const share = (seconds ?? lines.length * SECONDS_A_LINE) / Math.max(1, lines.length);
  return lines.map((line, index) => ({
    startSeconds: round(index * share),
    endSeconds: round((index + 1) * share),
    text: line,
  }));
}

/** The same cues as an SRT file. */
export function srtOf(cues: readonly Cue[]): string {
  return cues
    .map(
      ({ startSeconds, endSeconds, text }, index) =>
        `${index + 1}\n${stamp(startSeconds)} --> ${stamp(endSeconds)}\n${text}\n`,
    )
    .join('\n');
}

/** Cues of an SRT file; none when the text is not one. */
export function parseSrt(text: string): Cue[] {
  return text.split(/\r?\n\s*\r?\n/).flatMap((block) => {
    const lines = block.trim().split(/\r?\n/);
    const at = lines.findIndex((line) => line.includes('-->'));
    const [start, end] = (lines[at] ?? '').split('-->').map((part) => secondsOf(part.trim()));
    if (start === undefined || end === undefined || !(end > start)) return [];
    return [{ startSeconds: start, endSeconds: end, text: lines.slice(at + 1).join('\n') }];
  });
}

function secondsOf(stamped: string): number | undefined {
  const match = /^(\d+):(\d\d):(\d\d)[,.](\d{1,3})/.exec(stamped);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map(Number);
  return hours * 3600 + minutes * 60 + seconds + Number(String(match[4]).padEnd(3, '0')) / 1000;
}

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':');
  return `${clock},${String(ms % 1000).padStart(3, '0')}`;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
