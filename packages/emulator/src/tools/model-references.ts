/** How a family of models writes references to its inputs. Source: contracts 7.4. */
export type ReferenceFamily = 'seedance' | 'numbered' | 'context' | 'minimax' | 'happyhorse';

const FAMILIES: readonly [RegExp, ReferenceFamily][] = [
  [/^seedance/, 'seedance'],
  [/^(ltx|wan-?2|wan22|wan-v2|qwen|krea)/, 'context'],
  [/^minimax-h3/, 'minimax'],
  [/^happyhorse/, 'happyhorse'],
  [/^(gpt-image|flux|wan-?3)/, 'numbered'],
];

/** The family of a model; `known` is false when it is only assumed. */
export function referenceFamily(model: string): { family: ReferenceFamily; known: boolean } {
  const id = model
    .trim()
    .toLowerCase()
    .replace(/[_. ]+/g, '-');
  const match = FAMILIES.find(([pattern]) => pattern.test(id));
  return { family: match?.[1] ?? 'numbered', known: match !== undefined };
}

/** The token for the `index`-th (from 1) input of a type. */
export function modelReference(family: ReferenceFamily, type: string, index: number): string {
  const noun = type.charAt(0).toUpperCase() + type.slice(1);
  switch (family) {
    case 'seedance':
      return `@${noun}${index}`;
    case 'context':
      return `context_${type}_${index - 1}`;
    case 'minimax':
      return `<${noun === 'Image' ? 'Picture' : noun} ${index}>`;
    case 'happyhorse':
      return `[${noun} ${index}]`;
    case 'numbered':
      return `${noun} ${index}`;
  }
}

/** A reference found in a prompt. */
export interface FoundReference {
  token: string;
  type: string;
  /** From 1. */
  index: number;
}

const PATTERNS: Record<ReferenceFamily, RegExp> = {
  seedance: /@(Image|Video|Audio)(\d+)/g,
  context: /context_(image|video|audio)_(\d+)/g,
  minimax: /<(Picture|Video|Audio) (\d+)>/g,
  happyhorse: /\[(Image) (\d+)\]/g,
  // "GPT Image 2" is the name of a model, "@Image 1" another family's token.
  numbered: /(?<!GPT |@)\b(Image|Video|Audio) (\d+)\b/g,
};

/** Every reference of a prompt, in order. */
export function modelReferencesIn(prompt: string, family: ReferenceFamily): FoundReference[] {
  return [...prompt.matchAll(PATTERNS[family])].map(([token, noun = '', digits]) => ({
    token,
    type: noun === 'Picture' ? 'image' : noun.toLowerCase(),
    index: Number(digits) + (family === 'context' ? 1 : 0),
  }));
}
