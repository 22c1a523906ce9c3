import type { Ffmpeg } from './ffmpeg.ts';
import type { AudioRequest, MediaRequest, RenderedMedia } from './media-request.ts';

/** Renders without ffmpeg, in the worker. */
type RenderPlainly = (request: MediaRequest) => Promise<RenderedMedia>;

/** No version strings and no dates in the files, so that results differ between ffmpeg versions only where they must. */
const BIT_EXACT = ['-fflags', '+bitexact', '-flags:a', '+bitexact'];

const FORMATS = {
  mp3: { mimeType: 'audio/mpeg', args: ['-b:a', '128k'] },
  flac: { mimeType: 'audio/flac', args: [] },
} as const;

/** Renders a request and lets ffmpeg, where it is there, add what cannot be done without. */
export async function renderWithFfmpeg(
  request: MediaRequest,
  render: RenderPlainly,
  ffmpeg: Ffmpeg,
): Promise<RenderedMedia> {
  const media = await render(request);
  if (request.kind === 'audio' && request.format !== 'wav') {
    return (await ffmpeg.available()) ? convertAudio(media, request.format, ffmpeg) : media;
  }
  if (request.kind === 'video' && request.audio && (await ffmpeg.available())) {
    const { prompt, seed, durationSeconds } = request;
    // Longer than a tune may be: the rest stays silent.
    const length = Math.min(durationSeconds, 700);
    const tune = await render({ kind: 'audio', format: 'wav', durationSeconds: length, prompt, seed });
    return addSound(media, tune, ffmpeg);
  }
  return media;
}

async function convertAudio(
  wav: RenderedMedia,
  format: Exclude<AudioRequest['format'], 'wav'>,
  ffmpeg: Ffmpeg,
): Promise<RenderedMedia> {
  const { mimeType, args } = FORMATS[format];
  const bytes = await ffmpeg.convert({
    inputs: { 'tune.wav': wav.bytes },
    args: ['-i', 'tune.wav', ...BIT_EXACT, ...args],
    output: `tune.${format}`,
  });
  return bytes ? { ...wav, bytes, mimeType, extension: format, sizeBytes: bytes.length } : wav;
}

async function addSound(video: RenderedMedia, tune: RenderedMedia, ffmpeg: Ffmpeg): Promise<RenderedMedia> {
  const copyVideo = ['-map', '0:v', '-map', '1:a', '-c:v', 'copy'];
  const quietAac = ['-c:a', 'aac', '-b:a', '96k', '-af', 'volume=0.4'];
  const bytes = await ffmpeg.convert({
    inputs: { 'silent.mp4': video.bytes, 'tune.wav': tune.bytes },
    args: [
      '-i',
      'silent.mp4',
      '-i',
      'tune.wav',
      ...copyVideo,
      ...quietAac,
      ...BIT_EXACT,
      '-movflags',
      '+faststart',
    ],
    output: 'video.mp4',
  });
  return bytes ? { ...video, bytes, sizeBytes: bytes.length } : video;
}
