import { type Random, seededRandom } from '../seeded-random.ts';
import { HEIGHTS, layerColours } from './layer-colours.ts';
import { createPalette, type Palette } from './palette.ts';

/** A landscape of heights that moves with time, and the colour of each height. */
interface Scene {
  readonly palette: Palette;
  /** Red, green and blue of every height from 0 to `HEIGHTS`. */
  readonly colours: Uint8Array;
  /** Goes to a moment; a new scene stands at 0 seconds. */
  moveTo(seconds: number): void;
  /** Writes the heights of one row. */
  readRow(y: number, heights: Uint16Array): void;
}

/** One wave of the landscape. It depends on one number only, so a table of it serves every pixel. */
interface Wave {
  readonly table: Int16Array;
  readonly amplitude: number;
  /** Radians a pixel. */
  readonly frequency: number;
  readonly phase: number;
  /** Radians a second. */
  readonly speed: number;
}

/**
 * Creates the scene of a seed and a prompt: the seed chooses the colours, both choose the shapes.
 *
 * Four waves are added, along x, y and both diagonals. Each is a table, so a frame costs four look-ups a pixel and no
 * trigonometry.
 */
export function createScene(width: number, height: number, prompt: string, seed: number): Scene {
  const palette = createPalette(seededRandom(`colours ${seed}`));
  const random = seededRandom(`shapes ${seed} ${prompt}`);
  const side = Math.min(Math.max(width, height), 2 * Math.min(width, height));
  const across = createWave(random, width, side);
  const down = createWave(random, height, side);
  const rising = createWave(random, width + height, side * 1.5);
  const falling = createWave(random, width + height, side * 1.5);
  const waves = [across, down, rising, falling];
  const moveTo = (seconds: number): void => {
    for (const wave of waves) fillTable(wave, seconds);
  };
  moveTo(0);

  return {
    palette,
    colours: layerColours(palette, (HEIGHTS * 3) / side),
    moveTo,
    readRow(y, heights) {
      const base = HEIGHTS / 2 + (down.table[y] ?? 0);
      for (let x = 0; x < width; x++) {
        heights[x] =
          base + (across.table[x] ?? 0) + (rising.table[x + y] ?? 0) + (falling.table[x - y + height] ?? 0);
      }
    },
  };
}

/** The amplitudes of the four waves stay below HEIGHTS / 2 together, so that no height needs clamping. */
function createWave(random: Random, length: number, side: number): Wave {
  return {
    table: new Int16Array(length),
    amplitude: (HEIGHTS / 8) * (0.7 + 0.29 * random()),
    frequency: ((0.55 + 0.75 * random()) * 2 * Math.PI) / side,
    phase: random() * 2 * Math.PI,
    speed: (random() < 0.5 ? -1 : 1) * (0.5 + 0.8 * random()),
  };
}

function fillTable({ table, amplitude, frequency, phase, speed }: Wave, seconds: number): void {
  const start = phase + speed * seconds;
  for (let index = 0; index < table.length; index++) {
    table[index] = amplitude * Math.sin(start + frequency * index);
  }
}
