import type { Open } from './open-type.ts';

/** A file the server may fetch. Sent as `media_references[]` with snake_case names. Source: rest-api 5.4. */
export interface MediaReference {
  kind: Open<'image' | 'audio' | 'video'>;
  /** http or https. */
  url: string;
  id?: string;
  source?: string;
  /** Where it came from, such as `--ref`. */
  flag?: string;
  mimeType?: string;
  filename?: string;
  promptLabel?: string;
  byteLength?: number;
  storage?: { jobId: string; type: string; version?: string };
}
