import { badRequest } from '../http/api-error.ts';
import { field } from '../http/body.ts';
import { isRecord } from './is-record.ts';
import type { InputMedia } from './types.ts';

/** Reads `media_references`. Throws a 400 that names the entry. Source: rest-api 5.4, 8.1. */
export function readInputMedia(value: unknown): InputMedia[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw badRequest('media_references must be a list', { path: 'media_references' });
  return value.map((entry: unknown, index) => readEntry(entry, `media_references.${index}`));
}

function readEntry(entry: unknown, path: string): InputMedia {
  if (!isRecord(entry)) throw badRequest(`${path} must be an object with "kind" and "url"`, { path });
  const kind = entry.kind ?? field(entry, 'media_type');
  if (kind !== 'image' && kind !== 'audio' && kind !== 'video') {
    throw badRequest(`${path}.kind is ${JSON.stringify(kind)}; use image, audio or video`, {
      path: `${path}.kind`,
    });
  }
  const url = entry.url ?? entry.value;
  if (typeof url !== 'string' || !/^https?:\/\/[^/]/i.test(url)) {
    throw badRequest(`${path}.url must be an http or https URL; upload the file first`, {
      path: `${path}.url`,
    });
  }
  const media: InputMedia = { kind, url };
  for (const name of ['id', 'filename'] as const) {
    const text = entry[name];
    if (typeof text === 'string') media[name] = text;
  }
  for (const [name, raw] of sizes(entry)) if (typeof raw === 'number' && raw > 0) media[name] = raw;
  return media;
}

/** Sizes are no part of the documented entry; when a client sends them, lengths and shapes come out right. */
function sizes(entry: Record<string, unknown>) {
  return [
    ['width', entry.width],
    ['height', entry.height],
    ['durationSeconds', field(entry, 'duration_seconds') ?? entry.duration],
  ] as const;
}
