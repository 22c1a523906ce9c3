import { ApiError, badRequest } from './api-error.ts';
import type { RequestContext } from './environment.ts';

/** Levels of lists and objects a body may have; far deeper ones would overflow the stack of what walks them. */
const MAX_DEPTH = 500;

/** Bytes a JSON body may have. */
const MAX_BODY = 10 * 1024 * 1024;

/** A parsed body; `sent` is false when there was none, whatever the Content-Type says. */
export interface JsonBody {
  fields: Record<string, unknown>;
  sent: boolean;
}

/** Reads a JSON object from the body. Throws 413 over 10 MiB, 400 for anything but an object or nothing. */
export async function readJson(c: RequestContext): Promise<JsonBody> {
  const text = await readText(c);
  if (text.trim() === '') return { fields: {}, sent: false };
  if (depthOf(text) > MAX_DEPTH) {
    throw badRequest(`The body is nested deeper than ${MAX_DEPTH} levels; send it flatter`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('The body must be a JSON object');
  }
  return { fields: { ...value }, sent: true };
}

/** A field under its snake_case name, or else its camelCase twin. Source: rest-api 8.1. */
export function field(fields: Record<string, unknown>, name: string): unknown {
  const value = fields[name];
  if (value !== undefined || !name.includes('_')) return value;
  return fields[name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())];
}

/** Levels of JSON text, without parsing it. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (inText && mark === '\\') at += 1;
    else if (mark === '"') inText = !inText;
    else if (inText) continue;
    else if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++depth);
    else if (mark === ']' || mark === '}') depth -= 1;
  }
  return deepest;
}

async function readText(c: RequestContext): Promise<string> {
  const length = c.req.header('content-length');
  if (length !== undefined) {
    if (Number(length) > MAX_BODY) throw tooLarge();
    return c.req.text();
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of c.req.raw.body ?? []) {
    size += part.byteLength;
    if (size > MAX_BODY) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function tooLarge(): ApiError {
  return new ApiError(413, 'The body is larger than 10 MiB; upload media and pass their URLs instead');
}
