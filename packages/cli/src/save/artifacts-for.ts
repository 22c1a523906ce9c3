import type { Artifact } from '@sogni/intelligence-client';

const MEDIA: Record<string, string> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  mp4: 'video',
  mov: 'video',
  webm: 'video',
  wav: 'audio',
  mp3: 'audio',
  flac: 'audio',
  m4a: 'audio',
  glb: 'model',
};

/**
 * The artifacts that a place is meant for: `clip.mp4` takes the one video among several results; a folder, and a file name
 * that fits none or more than one of them, take all.
 */
export function artifactsFor(
  artifacts: readonly Artifact[],
  path: string,
  isFolder: boolean,
): readonly Artifact[] {
  if (isFolder || artifacts.length < 2 || /[\\/]$/.test(path)) return artifacts;
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const medium = MEDIA[extension];
  const fitting = artifacts.filter((artifact) => medium !== undefined && mediumOf(artifact) === medium);
  return fitting.length === 1 ? fitting : artifacts;
}

function mediumOf({ kind, mediaType, type, mimeType }: Artifact): string {
  return kind ?? mediaType ?? type ?? mimeType?.split('/')[0] ?? '';
}
