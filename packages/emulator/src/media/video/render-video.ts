import type { RenderedMedia, VideoRequest } from '../media-request.ts';
import { encodeH264 } from './encode-h264.ts';
import { createFramePainter } from './frame-painter.ts';
import { planVideo } from './plan-video.ts';
import { remuxMp4 } from './remux-mp4.ts';

/** Renders a silent H.264 MP4; see `planVideo` for the real size and frame rate. */
export async function renderVideo(request: VideoRequest): Promise<RenderedMedia> {
  const plan = planVideo(request);
  const { width, height, fps, durationSeconds } = plan;
  const { prompt, seed, caption = '' } = request;
  const details = `${width}×${height} · ${durationSeconds} s · ${fps} fps · seed ${seed}`;
  const painter = createFramePainter(plan, { caption, prompt, details }, seed);
  const bytes = remuxMp4(await encodeH264(plan, painter), plan, prompt);
  return {
    bytes,
    mimeType: 'video/mp4',
    extension: 'mp4',
    width,
    height,
    durationSeconds,
    sizeBytes: bytes.length,
  };
}
