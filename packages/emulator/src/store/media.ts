import type { DatabaseSync } from 'node:sqlite';

/** What is known about a stored file. */
export interface StoredMedia {
  /** Hash of what was asked for. */
  hash: string;
  /** Without a dot. */
  extension: string;
  mimeType: string;
  sizeBytes: number;
  detail: MediaDetail;
}

/** Sizes that the file really has. */
export interface MediaDetail {
  kind: string;
  width?: number;
  height?: number;
  durationSeconds?: number;
}

export type Media = ReturnType<typeof createMedia>;

/** Name of a file in the media directory and in its URL. */
export function fileName({ hash, extension }: Pick<StoredMedia, 'hash' | 'extension'>): string {
  return `${hash}.${extension}`;
}

/** The list of stored files; their bytes are in `MediaFiles`. */
export function createMedia(database: DatabaseSync) {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO media (hash, extension, mime_type, size_bytes, detail) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM media WHERE hash = ?');
  return {
    insert({ hash, extension, mimeType, sizeBytes, detail }: StoredMedia): void {
      insert.run(hash, extension, mimeType, sizeBytes, JSON.stringify(detail));
    },
    find(hash: string): StoredMedia | undefined {
      const row = select.get(hash);
      if (!row) return undefined;
      return {
        hash,
        extension: String(row.extension),
        mimeType: String(row.mime_type),
        sizeBytes: Number(row.size_bytes),
        detail: JSON.parse(String(row.detail)) as MediaDetail,
      };
    },
  };
}
