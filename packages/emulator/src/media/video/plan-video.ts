import type { VideoRequest } from '../media-request.ts';

/** What is really encoded for a request. */
export interface VideoPlan {
  /** Pixels, even. */
  readonly width: number;
  /** Pixels, even. */
  readonly height: number;
  /** Frames a second. */
  readonly fps: number;
  readonly frameCount: number;
  readonly durationSeconds: number;
}

const FULL_RATE_SECONDS = 60;
const FULL_RATE_PIXELS = 1920 * 1920;

/**
 * Fits a request to what H.264 and a patient user allow.
 *
 * Sides are rounded down to even numbers. The length is kept to the millisecond: the last frame is shown a little
 * shorter or longer where the length is no whole number of frames. Beyond 60 seconds the rate falls so that no more
 * frames are encoded than 60 seconds would need, and beyond 1920 by 1920 pixels it falls with the area, so that
 * placeholder media never cost more than that.
 */
export function planVideo(request: VideoRequest): VideoPlan {
  const width = request.width - (request.width % 2);
  const height = request.height - (request.height % 2);
  const { durationSeconds } = request;
  const lengthFactor = Math.min(1, FULL_RATE_SECONDS / durationSeconds);
  const areaFactor = Math.min(1, FULL_RATE_PIXELS / (width * height));
  const rate = request.fps * lengthFactor * areaFactor;
  const fps = Math.max(0.001, Math.round(rate * 1000) / 1000);
  const frameCount = Math.max(1, Math.round(durationSeconds * fps));
  return { width, height, fps, frameCount, durationSeconds };
}
