import type { MediaRequest } from './media-request.ts';

export const MAX_IMAGE_SIDE = 15_360;
const MAX_IMAGE_PIXELS = 50_000_000;
export const MAX_VIDEO_SIDE = 4096;
const MAX_FPS = 120;
const MAX_AUDIO_SECONDS = 700;

/**
 * Refuses what cannot be rendered or would take the machine's memory.
 *
 * @throws RangeError that says which number is out of its limits, and what the limits are.
 */
export function checkRequest(request: MediaRequest): void {
  if (request.kind === 'image') {
    checkSide('image width', request.width, 1, MAX_IMAGE_SIDE);
    checkSide('image height', request.height, 1, MAX_IMAGE_SIDE);
    if (request.width * request.height > MAX_IMAGE_PIXELS) {
      refuse(`An image of ${request.width}×${request.height}`, 'ask for at most 50 megapixels');
    }
  } else if (request.kind === 'video') {
    checkSide('video width', request.width, 2, MAX_VIDEO_SIDE);
    checkSide('video height', request.height, 2, MAX_VIDEO_SIDE);
    checkAmount('video length in seconds', request.durationSeconds, Number.MAX_SAFE_INTEGER);
    checkAmount('frame rate', request.fps, MAX_FPS);
  } else if (request.kind === 'audio') {
    checkAmount('audio length in seconds', request.durationSeconds, MAX_AUDIO_SECONDS);
  }
}

function checkSide(name: string, value: number, smallest: number, largest: number): void {
  if (Number.isInteger(value) && value >= smallest && value <= largest) return;
  refuse(`The ${name} ${value}`, `use a whole number of pixels from ${smallest} to ${largest}`);
}

function checkAmount(name: string, value: number, largest: number): void {
  if (value > 0 && value <= largest) return;
  refuse(`The ${name} ${value}`, `use a number above 0${largest < 1e6 ? ` and at most ${largest}` : ''}`);
}

function refuse(subject: string, advice: string): never {
  throw new RangeError(`${subject} is outside the limits of the placeholder renderer; ${advice}.`);
}
