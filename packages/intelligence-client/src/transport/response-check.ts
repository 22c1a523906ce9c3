import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { WireSchema } from './types.ts';

/** Loads `@sogni/intelligence-client/schemas`. */
export type LoadSchemas = () => Promise<{ responseSchema: (name: string) => WireSchema }>;

/** What is wrong with a response body, or nothing. */
export async function responseProblem(
  body: unknown,
  name: string,
  source: true | LoadSchemas,
): Promise<string | undefined> {
  const { responseSchema } = await load(source === true ? loadBesideThisFile : source);
  const result = responseSchema(name).safeParse(body);
  if (result.success) return undefined;
  const [issue] = result.error?.issues ?? [];
  return `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'invalid'}`;
}

async function load(schemas: LoadSchemas): ReturnType<LoadSchemas> {
  try {
    return await schemas();
  } catch (cause) {
    throw new InvalidRequestError('validateResponses: the schemas could not be loaded', {
      cause,
      hint: "In a bundle pass validateResponses: () => import('@sogni/intelligence-client/schemas').",
    });
  }
}

/**
 * Loads the schemas by an address that no bundler can follow: they would otherwise be in every bundle, and they weigh as
 * much as the transport does.
 */
async function loadBesideThisFile(): ReturnType<LoadSchemas> {
  // Seen from this folder in the sources, and from the folder of shared chunks in the build.
  const file = import.meta.url.endsWith('.ts') ? '../schemas.ts' : '../schemas.js';
  return await import(/* @vite-ignore */ new URL(file, import.meta.url).href);
}
