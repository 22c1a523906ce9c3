/** Width and height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Formats that have a name. Source: contracts 1.2. */
const NAMED: Record<string, string> = {
  portrait: '9:16',
  landscape: '16:9',
  square: '1:1',
  ultrawide: '21:9',
  reels: '1080x1920',
  '720p landscape': '1280x720',
  '1080p portrait': '1080x1920',
  '4k landscape': '3840x2160',
};

const GRID = 16;

/** Keeps the area of `size` and takes the shape of `aspectRatio`: `W:H`, an exact `WxH`, or a named format. */
export function withAspect(size: Size, aspectRatio: string | undefined): Size {
  const text = aspectRatio?.trim().toLowerCase() ?? '';
  const named = NAMED[text] ?? text;
  const exact = /^(\d+)\s*x\s*(\d+)$/.exec(named);
  if (exact) return { width: Number(exact[1]), height: Number(exact[2]) };
  const shape = shapeOf(named);
  if (shape === undefined) return size;
  const area = size.width * size.height;
  return { width: onGrid(Math.sqrt(area * shape)), height: onGrid(Math.sqrt(area / shape)) };
}

/** Width divided by height of `W:H`, `WxH` or a named format; `undefined` for anything else. */
export function shapeOf(aspectRatio: string | undefined): number | undefined {
  const text = aspectRatio?.trim().toLowerCase() ?? '';
  const sides = /^(\d+(?:\.\d+)?)\s*[:x]\s*(\d+(?:\.\d+)?)$/.exec(NAMED[text] ?? text);
  const shape = Number(sides?.[1]) / Number(sides?.[2]);
  return shape > 0 && Number.isFinite(shape) ? shape : undefined;
}

/** A size of a certain shape, from the side that is given. */
export function fromOneSide(shape: number, width: number | undefined, height = 1): Size {
  return width === undefined ? { width: height * shape, height } : { width, height: width / shape };
}

/** Keeps the shape and gives the short side `pixels`. */
export function withShortSide(size: Size, pixels: number | undefined): Size {
  if (pixels === undefined || !(pixels > 0)) return size;
  return scaled(size, pixels / Math.min(size.width, size.height));
}

/** Both sides times `factor`, even and at least 2. */
export function scaled({ width, height }: Size, factor: number): Size {
  const even = (value: number) => Math.max(2, Math.round((value * factor) / 2) * 2);
  return { width: even(width), height: even(height) };
}

/** The size of a source, or `fallback` when it is not known. */
export function sizeOf(source: { width?: number; height?: number } | undefined, fallback: Size): Size {
  const { width, height } = source ?? {};
  return width !== undefined && height !== undefined ? { width, height } : fallback;
}

function onGrid(value: number): number {
  return Math.max(GRID, Math.round(value / GRID) * GRID);
}
