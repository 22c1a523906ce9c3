import type { Open } from './open-type.ts';

/** A file the server may fetch. Sent as `media_references[]` with snake_case names. Source: rest-api 5.4. */
export interface MediaReference {
  /** Decides the index space: `@Image1`, `@Video1` and `@Audio1` are counted apart, in order. */
  kind: Open<'image' | 'audio' | 'video'>;
  /** http or https. */
  url: string;
  /** Id of your choice, such as `media_ref_1`. */
  id?: string;
  /** Which program supplied it, such as `cli`. */
  source?: string;
  /** Where it came from, such as `--ref`. */
  flag?: string;
  /** Sent as `mime_type`. */
  mimeType?: string;
  /** Original name of the file. */
  filename?: string;
  /** What the prompt calls it; sent as `prompt_label`. */
  promptLabel?: string;
  /** Size in bytes; sent as `byte_length`. */
  byteLength?: number;
  /** Where an uploaded file lies. Source: rest-api 12. */
  storage?: { jobId: string; type: string; version?: string };
}
