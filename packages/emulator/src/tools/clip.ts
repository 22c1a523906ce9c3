import type { SourceMedia } from '../executor/media-space.ts';
import { numberArgument, promptFor, textArgument, variationsOf } from './arguments.ts';
import { fromOneSide, type Size, shapeOf, sizeOf, withAspect, withShortSide } from './size.ts';
import type { ToolCall, ToolOutput, ToolPlan } from './tool-call.ts';

const WIDE: Size = { width: 1024, height: 576 };

/** What decides one clip, besides the call itself. */
export interface Clip {
  size: Size;
  durationSeconds: number;
  prompt?: string;
  source?: SourceMedia | undefined;
  metadata?: Record<string, unknown>;
}

/** Size of a new clip: width and height, else the shape of a ratio or of the source, with `targetResolution` as short side. */
export function clipSize(call: ToolCall, source: SourceMedia | undefined): Size {
  const width = numberArgument(call, 'width');
  const height = numberArgument(call, 'height');
  if (width !== undefined && height !== undefined) return even({ width, height });
  const own = source?.width && source.height ? `${source.width}:${source.height}` : undefined;
  const asked = textArgument(call, 'aspectRatio') ?? textArgument(call, 'ratio');
  const shape = shapeOf(asked) ?? shapeOf(own) ?? WIDE.width / WIDE.height;
  if (width !== undefined || height !== undefined) return even(fromOneSide(shape, width, height));
  const target = numberArgument(call, 'targetResolution');
  if (target !== undefined) return withShortSide(fromOneSide(shape, undefined), target);
  return even(withAspect(withAspect(WIDE, own), asked));
}

/** Size of a clip that another clip is turned into. */
export function sameSize(source: SourceMedia): Size {
  return even(sizeOf(source, WIDE));
}

/** One clip, or as many as `numberOfVariations` says; with its last frame when the call wants it. */
export function clips(call: ToolCall, clip: Clip): ToolPlan {
  const outputs: ToolOutput[] = [];
  for (let index = 0; index < variationsOf(call); index += 1) outputs.push(...clipOutputs(call, clip, index));
  return { outputs };
}

/** The files of one clip; `index` counts the results of the call. */
export function clipOutputs(call: ToolCall, clip: Clip, index: number): ToolOutput[] {
  const { size, durationSeconds, source } = clip;
  const text = clip.prompt ?? textArgument(call, 'prompt') ?? source?.prompt ?? call.tool;
  const prompt = promptFor(text, index);
  const seed = (call.seed + index) % 0x1_0000_0000;
  const fps = frameRate(call);
  const audio = call.args.generateAudio !== false;
  const model = textArgument(call, 'videoModel');
  const metadata = {
    prompt,
    fps,
    ...(model ? { model } : {}),
    ...(source ? { sourceArtifactId: source.id } : {}),
    ...clip.metadata,
  };
  const video: ToolOutput = {
    request: { kind: 'video', ...size, durationSeconds, fps, prompt, seed, caption: call.tool, audio },
    seed,
    metadata,
  };
  if (call.args.returnLastFrame !== true) return [video];
  const frame: ToolOutput = {
    request: { kind: 'image', format: 'png', ...size, prompt, seed, caption: 'last frame' },
    seed,
    metadata: { prompt, role: 'last_frame' },
  };
  return [video, frame];
}

/** Frames a second of the models. */
function frameRate(call: ToolCall): number {
  const asked = numberArgument(call, 'fps');
  if (asked !== undefined && asked > 0) return Math.min(60, asked);
  const model = textArgument(call, 'videoModel')?.toLowerCase() ?? '';
  if (/^wan-?3/.test(model)) return 30;
  return model.startsWith('wan') ? 32 : 24;
}

function even({ width, height }: Size): Size {
  const side = (value: number) => Math.max(2, Math.round(value / 2) * 2);
  return { width: side(width), height: side(height) };
}
