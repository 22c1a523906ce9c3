import { setImmediate } from 'node:timers/promises';
import encoderModule from 'h264-mp4-encoder';
import type { FramePainter } from './frame-painter.ts';
import type { VideoPlan } from './plan-video.ts';

/** From fast (10) to thorough (0). Placeholder media are wanted soon; the files stay small anyway. */
const SPEED = 10;

/** Frames encoded before the event loop gets a turn. */
const FRAMES_A_TURN = 8;

/** From fine (10) to coarse (51). */
const QUANTIZER = 28;

/**
 * Encodes frames and returns the MP4 the encoder makes, whose timing and index are not final yet (see `remuxMp4`).
 *
 * The encoder is WebAssembly inside one JavaScript file, so nothing is compiled at installation.
 */
export async function encodeH264(plan: VideoPlan, painter: FramePainter): Promise<Uint8Array> {
  const encoder = await encoderModule.createH264MP4Encoder();
  try {
    encoder.width = plan.width;
    encoder.height = plan.height;
    // Only sets the times of the intermediate file, and fractions are cut off there.
    encoder.frameRate = Math.max(1, Math.round(plan.fps));
    // One key frame about every two seconds, so that players can seek.
    encoder.groupOfPictures = Math.max(1, Math.round(plan.fps * 2));
    encoder.speed = SPEED;
    encoder.quantizationParameter = QUANTIZER;
    encoder.initialize();
    for (let index = 0; index < plan.frameCount; index++) {
      encoder.addFrameYuv(painter.paint(index));
      // Room for signals and for the news that the parent is gone.
      if (index % FRAMES_A_TURN === 0) await setImmediate();
    }
    encoder.finalize();
    const bytes = encoder.FS.readFile(encoder.outputFilename);
    // The encoder's file system lives in memory as long as the thread does.
    encoder.FS.unlink(encoder.outputFilename);
    return bytes;
  } finally {
    encoder.delete();
  }
}
