/** Columns of a glyph. */
export const GLYPH_WIDTH = 5;

/** Rows of a glyph: seven above the base line, two below. */
export const GLYPH_HEIGHT = 9;

/**
 * The font: one string a character, one base-32 digit a row from the top, the highest of its five bits on the left
 * (`h` is 10001, a pixel at either edge).
 */
const SHAPES: Record<string, string> = {
  ' ': '000000000',
  '!': '444440400',
  '"': 'aa0000000',
  '#': 'aavavaa00',
  $: '4fke5u400',
  '%': 'op248j300',
  '&': 'cik8lid00',
  "'": '440000000',
  '(': '248884200',
  ')': '842224800',
  '*': '04lel4000',
  '+': '044v44000',
  ',': '00000c480',
  '-': '000v00000',
  '.': '00000cc00',
  '/': '01248g000',
  '0': 'ehjlphe00',
  '1': '4c4444e00',
  '2': 'eh1248v00',
  '3': 'v2421he00',
  '4': '26aiv2200',
  '5': 'vgu11he00',
  '6': '68guhhe00',
  '7': 'v12488800',
  '8': 'ehhehhe00',
  '9': 'ehhf12c00',
  ':': '0cc0cc000',
  ';': '0cc0c4800',
  '<': '248g84200',
  '=': '00v0v0000',
  '>': '842124800',
  '?': 'eh1240400',
  '@': 'ehnlnge00',
  A: 'ehhhvhh00',
  B: 'uhhuhhu00',
  C: 'ehggghe00',
  D: 'sihhhis00',
  E: 'vgguggv00',
  F: 'vgguggg00',
  G: 'ehgnhhf00',
  H: 'hhhvhhh00',
  I: 'e44444e00',
  J: '72222ic00',
  K: 'hikokih00',
  L: 'ggggggv00',
  M: 'hrllhhh00',
  N: 'hhpljhh00',
  O: 'ehhhhhe00',
  P: 'uhhuggg00',
  Q: 'ehhhlid00',
  R: 'uhhukih00',
  S: 'fgge11u00',
  T: 'v44444400',
  U: 'hhhhhhe00',
  V: 'hhhhha400',
  W: 'hhhllla00',
  X: 'hha4ahh00',
  Y: 'hhha44400',
  Z: 'v1248gv00',
  '[': 'e88888e00',
  '\\': '0g8421000',
  ']': 'e22222e00',
  '^': '4ah000000',
  _: '0000000v0',
  '`': '842000000',
  a: '00e1fhf00',
  b: 'ggmphhu00',
  c: '00egghe00',
  d: '11djhhf00',
  e: '00ehvge00',
  f: '698s88800',
  g: '00fhhhf1e',
  h: 'ggmphhh00',
  i: '40c444e00',
  j: '2062222ic',
  k: 'ggikoki00',
  l: 'c44444e00',
  m: '00qllll00',
  n: '00mphhh00',
  o: '00ehhhe00',
  p: '00uhhhugg',
  q: '00fhhhf11',
  r: '00mpggg00',
  s: '00fge1u00',
  t: '88s889600',
  u: '00hhhjd00',
  v: '00hhha400',
  w: '00hhlla00',
  x: '00ha4ah00',
  y: '00hhhhf1e',
  z: '00v248v00',
  '{': '244844200',
  '|': '444444400',
  '}': '844244800',
  '~': '008l20000',
  '…': '000000l00',
  '×': '0ha4ah000',
  '·': '000400000',
};

/** What stands for a character the font does not have. */
const BOX = 'vhhhhhv00';

const GLYPHS = new Map(Object.entries(SHAPES).map(([character, shape]) => [character, toRows(shape)]));
const BOX_ROWS = toRows(BOX);

/** The rows of a character, five bits each; a box for a character the font does not have. */
export function glyphRows(character: string): readonly number[] {
  return GLYPHS.get(character) ?? BOX_ROWS;
}

function toRows(shape: string): readonly number[] {
  return Array.from(shape, (digit) => Number.parseInt(digit, 32));
}
