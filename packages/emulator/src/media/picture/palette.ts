import type { Random } from '../seeded-random.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The colours of one picture. */
export interface Palette {
  /** From deep to light. */
  readonly layers: readonly Colour[];
  /** Behind text. */
  readonly panel: Colour;
}

const LAYERS = 9;

/** Chooses colours that go together: one hue that wanders as it gets lighter. */
export function createPalette(random: Random): Palette {
  const hue = random() * 360;
  const wander = (random() < 0.5 ? -1 : 1) * (50 + random() * 90);
  const layers = Array.from({ length: LAYERS }, (_, index) => {
    const rise = index / (LAYERS - 1);
    return fromOklch(0.3 + 0.58 * rise, 0.09 + 0.07 * Math.sin(Math.PI * rise), hue + wander * rise);
  });
  return { layers, panel: fromOklch(0.17, 0.03, hue) };
}

/** Converts OKLCH (lightness 0 to 1, chroma, hue in degrees) to sRGB; colours outside sRGB are clipped. */
function fromOklch(lightness: number, chroma: number, hue: number): Colour {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    toByte(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    toByte(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function toByte(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}
