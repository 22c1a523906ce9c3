/** A colour as H.264 stores it: luma 16 to 235, chroma 16 to 240. */
interface LumaChroma {
  readonly luma: number;
  readonly blue: number;
  readonly red: number;
}

/** Converts full-range RGB to limited-range YCbCr with the weights of ITU-R BT.601. */
export function toLumaChroma(red: number, green: number, blue: number): LumaChroma {
  return {
    luma: Math.round(16 + 0.256788 * red + 0.504129 * green + 0.097906 * blue),
    blue: Math.round(128 - 0.148223 * red - 0.290993 * green + 0.439216 * blue),
    red: Math.round(128 + 0.439216 * red - 0.367788 * green - 0.071427 * blue),
  };
}

/** Converts a list of colours (red, green, blue after one another) to three lists. */
export function convertColours(colours: Uint8Array): { luma: Uint8Array; blue: Uint8Array; red: Uint8Array } {
  const count = colours.length / 3;
  const tables = { luma: new Uint8Array(count), blue: new Uint8Array(count), red: new Uint8Array(count) };
  for (let index = 0; index < count; index++) {
    const base = index * 3;
    const converted = toLumaChroma(colours[base] ?? 0, colours[base + 1] ?? 0, colours[base + 2] ?? 0);
    tables.luma[index] = converted.luma;
    tables.blue[index] = converted.blue;
    tables.red[index] = converted.red;
  }
  return tables;
}
