import { lstat, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { Transport } from '../transport/types.ts';
import type { Artifact } from '../workflows/types.ts';
import { artifactNames } from './artifact-name.ts';
import { downloadInto } from './download-file.ts';
import { existsFailure, fileFailure } from './file-failure.ts';
import { createPartialFile } from './partial-file.ts';

/** How far the download of one artifact is. */
export interface SaveProgress {
  /** The artifact being downloaded. */
  artifact: Artifact;
  /** Absolute path it is saved to. */
  path: string;
  /** Bytes that have arrived. */
  bytes: number;
  /** Undefined when the server does not say. */
  totalBytes: number | undefined;
}

/** Where and how artifacts are saved. */
export interface SaveOptions {
  /** A file for one artifact; a folder (one that exists, or with a trailing separator) for any number. Created when missing. */
  to: string;
  /** Begins the file names in a folder, such as the workflow's title. */
  title?: string | undefined;
  /** Default `false`. */
  overwrite?: boolean | undefined;
  /** Aborts the download; files that are finished stay. */
  signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a transfer counts as dead. Default 45,000. */
  idleTimeout?: number | undefined;
  /** Called as bytes of an artifact arrive. */
  onProgress?: ((progress: SaveProgress) => void) | undefined;
}

/** An artifact and the file it became. */
export interface SavedFile {
  /** The artifact as it was given. */
  artifact: Artifact;
  /** Absolute. */
  path: string;
  /** Size of the file. */
  bytes: number;
}

/**
 * Downloads artifacts to disk. Each file appears whole or not at all, and never outside the given place.
 *
 * @throws {InvalidRequestError} when a file exists already (nothing is downloaded then) or cannot be written.
 * @throws {ConnectionError} when a transfer cannot be finished; files saved before it stay.
 * @example
 * await saveArtifacts(sogni, workflow.artifacts ?? [], { to: 'out/', title: workflow.title });
 */
export async function saveArtifacts(
  client: Transport | { transport: Transport },
  artifacts: readonly Artifact[],
  options: SaveOptions,
): Promise<SavedFile[]> {
  const transport = 'transport' in client ? client.transport : client;
  const { signal, onProgress, idleTimeout, overwrite = false } = options;
  const paths = await targetPaths(artifacts, options);
  if (!overwrite) await Promise.all(paths.map(refuseExisting));

  const saved: SavedFile[] = [];
  for (const [index, artifact] of artifacts.entries()) {
    const path = paths[index] ?? '';
    const file = await createPartialFile(path, overwrite);
    try {
      await downloadInto(file, artifact.url, transport, {
        signal,
        idleTimeout,
        onProgress: onProgress && ((bytes, totalBytes) => onProgress({ artifact, path, bytes, totalBytes })),
      });
      await file.finish();
      saved.push({ artifact, path, bytes: file.size });
    } finally {
      await file.discard();
    }
  }
  return saved;
}

/** `saveArtifacts` for one. */
export async function saveArtifact(
  client: Transport | { transport: Transport },
  artifact: Artifact,
  options: SaveOptions,
): Promise<SavedFile> {
  const [saved] = await saveArtifacts(client, [artifact], options);
  if (!saved) throw new InvalidRequestError('There is no artifact to save');
  return saved;
}

async function targetPaths(artifacts: readonly Artifact[], { to, title }: SaveOptions): Promise<string[]> {
  if (typeof to !== 'string' || to.trim() === '' || to.includes('\0')) {
    throw new InvalidRequestError('The place to save to must be the path of a file or folder');
  }
  const isFolder = artifacts.length > 1 || /[\\/]$/.test(to) || (await existingFolder(to));
  return isFolder
    ? artifactNames(artifacts, title).map((name) => join(resolve(to), name))
    : artifacts.map(() => resolve(to));
}

async function existingFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isDirectory() ?? false;
}

async function refuseExisting(path: string): Promise<void> {
  // A link counts too, even one that leads nowhere.
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw fileFailure(path, error);
  });
  if (found) throw existsFailure(path);
}
