/** A still picture. */
export interface ImageRequest {
  kind: 'image';
  format: 'png' | 'jpg';
  /** Pixels, 1 to 15360. */
  width: number;
  /** Pixels, 1 to 15360. */
  height: number;
  prompt: string;
  seed: number;
  /** The line above the prompt, usually the name of the tool. */
  caption?: string;
  /** The name of the input the picture was made from; shown as `from ...`. */
  source?: string;
}

/** A moving picture. */
export interface VideoRequest {
  kind: 'video';
  /** Pixels, 2 to 4096; an odd width loses one pixel. */
  width: number;
  /** Pixels, 2 to 4096; an odd height loses one pixel. */
  height: number;
  durationSeconds: number;
  /** Frames a second, above 0 and at most 120; see `planVideo` for when fewer are encoded. */
  fps: number;
  prompt: string;
  seed: number;
  /** The line above the prompt, usually the name of the tool. */
  caption?: string;
  /** Adds a soft tune when ffmpeg is there; without ffmpeg the video is silent. */
  audio: boolean;
}

/** A tune, or a babbling voice. */
export interface AudioRequest {
  kind: 'audio';
  /** `mp3` and `flac` need ffmpeg; without it the result is a WAV and says so. */
  format: 'wav' | 'mp3' | 'flac';
  /** Above 0 and at most 700. */
  durationSeconds: number;
  prompt: string;
  seed: number;
  /** Beats a minute, clamped to 30 to 300; default: chosen by the seed, 84 to 124. */
  bpm?: number;
  /** A voice that babbles the vowels of the prompt, instead of a tune. */
  speech?: boolean;
}

/** A three-dimensional model. */
export interface ModelRequest {
  kind: 'model';
  prompt: string;
  seed: number;
}

/** What a renderer can be asked for. */
export type MediaRequest = ImageRequest | VideoRequest | AudioRequest | ModelRequest;

/** A finished file: what it really is, which may be less than what was asked (see `format` and `audio`). */
export interface RenderedMedia {
  /** The whole file. */
  bytes: Uint8Array;
  /** Of the bytes, such as `audio/wav` where an `mp3` could not be made. */
  mimeType: string;
  /** Without a dot. */
  extension: string;
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  /** Length of video and audio. */
  durationSeconds?: number;
  /** Length of `bytes`. */
  sizeBytes: number;
}

/** Makes placeholder media. */
export interface Renderer {
  /**
   * Renders one file; requests are served one after the other.
   *
   * The same request gives the same bytes, except where ffmpeg takes part.
   *
   * @throws Error when the request is outside the limits, the worker stopped, or the renderer is closed.
   */
  render(request: MediaRequest): Promise<RenderedMedia>;
  /** Ends the worker; renders that are still waiting are rejected. */
  close(): Promise<void>;
}
