import type { SourceMedia } from '../executor/media-space.ts';
import { numberArgument, promptFor, textArgument, variationsOf } from './arguments.ts';
import { fromOneSide, type Size, scaled, shapeOf, sizeOf, withAspect } from './size.ts';
import { findSource, IMAGE_SOURCE, needSource } from './sources.ts';
import type { Tool, ToolCall, ToolPlan } from './tool-call.ts';

const SQUARE: Size = { width: 1024, height: 1024 };

/** Sources with a shorter side are raised to this. Source: contracts 1.2, `scale`. */
const SMALLEST_SCALED = 480;

/** Draws from the prompt; a source image lends its size. */
export const generateImage: Tool = (call) => {
  const source = findSource(call, { ...IMAGE_SOURCE, fallback: 'none' });
  return images(call, drawnSize(call, sizeOf(source, SQUARE)), source);
};

/** Changes a source image; without a size of its own the result is as large as the source. */
export const editImage: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  return images(call, drawnSize(call, sizeOf(source, SQUARE)), source);
};

/** `apply_style`, `refine_result`: the source, scaled and reshaped. */
export const reworkImage: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  return images(call, reworkedSize(call, source), source);
};

/** Always works on the original upload, if there is one. Source: contracts 1.3. */
export const restorePhoto: Tool = (call) => {
  const source = needSource(call, { ...IMAGE_SOURCE, fallback: 'upload' });
  return images(call, reworkedSize(call, source), source);
};

/** The source from another side. */
export const changeAngle: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  return images(call, withAspect(sizeOf(source, SQUARE), textArgument(call, 'aspectRatio')), source);
};

/** The source, larger: by a factor, or to a longest edge. */
export const upscaleImage: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  const size = sizeOf(source, SQUARE);
  const longest = numberArgument(call, 'targetLongestEdge');
  const factor =
    longest === undefined
      ? (numberArgument(call, 'scale') ?? 2)
      : longest / Math.max(size.width, size.height);
  return images(call, scaled(size, factor), source);
};

/** A model of what the source shows. */
export const imageTo3d: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  const prompt = source.prompt ?? source.id;
  return {
    outputs: [{ request: { kind: 'model', prompt, seed: call.seed }, seed: call.seed, metadata: { prompt } }],
  };
};

function drawnSize(call: ToolCall, base: Size): Size {
  const width = numberArgument(call, 'width');
  const height = numberArgument(call, 'height');
  if (width === undefined && height === undefined) return withAspect(base, textArgument(call, 'aspectRatio'));
  const shape = shapeOf(textArgument(call, 'aspectRatio'));
  const both = width !== undefined && height !== undefined;
  if (shape !== undefined && !both) return whole(fromOneSide(shape, width, height));
  return whole({ width: width ?? base.width, height: height ?? base.height });
}

function reworkedSize(call: ToolCall, source: SourceMedia): Size {
  const size = withAspect(sizeOf(source, SQUARE), textArgument(call, 'aspectRatio'));
  const factor = numberArgument(call, 'scale') ?? 1;
  const shortest = Math.min(size.width, size.height) * factor;
  return factor === 1
    ? size
    : scaled(size, shortest < SMALLEST_SCALED ? (factor * SMALLEST_SCALED) / shortest : factor);
}

function whole({ width, height }: Size): Size {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function images(call: ToolCall, size: Size, source: SourceMedia | undefined): ToolPlan {
  const wanted = textArgument(call, 'outputFormat');
  const format = wanted === 'jpg' || wanted === 'jpeg' ? 'jpg' : 'png';
  const text =
    textArgument(call, 'prompt') ?? textArgument(call, 'description') ?? source?.prompt ?? call.tool;
  const model = textArgument(call, 'model');
  return {
    outputs: Array.from({ length: variationsOf(call) }, (_, index) => {
      const prompt = promptFor(text, index);
      const seed = (call.seed + index) % 0x1_0000_0000;
      return {
        request: {
          kind: 'image',
          format,
          ...size,
          prompt,
          seed,
          caption: call.tool,
          ...(source ? { source: source.id } : {}),
        },
        seed,
        metadata: { prompt, ...(model ? { model } : {}), ...(source ? { sourceArtifactId: source.id } : {}) },
      };
    }),
  };
}
