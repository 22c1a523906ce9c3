/** Yields numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/**
 * Returns a generator that gives the same numbers for the same key.
 *
 * FNV-1a turns the key into 32 bits, and a Weyl sequence with a multiply-and-shift finish (the splitmix family)
 * stretches them. Good enough for pictures and tunes, not for secrets.
 */
export function seededRandom(key: string): Random {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) {
    state = Math.imul(state ^ byte, 0x01000193);
  }
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Picks one element; the list must not be empty. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}
