import { renderAudio } from './audio/render-audio.ts';
import type { MediaRequest, RenderedMedia } from './media-request.ts';
import { renderModel } from './model/render-model.ts';
import { renderImage } from './picture/render-image.ts';
import { renderVideo } from './video/render-video.ts';

/** Renders one request in the calling thread, without ffmpeg: a video is silent, audio is a WAV. */
export async function renderRequest(request: MediaRequest): Promise<RenderedMedia> {
  switch (request.kind) {
    case 'image':
      return renderImage(request);
    case 'video':
      return renderVideo(request);
    case 'audio':
      return renderAudio(request);
    case 'model':
      return renderModel(request);
  }
}
