import type { SourceMedia } from '../executor/media-space.ts';
import { StepError } from '../executor/step-error.ts';
import { textArgument } from './arguments.ts';
import { AUDIO_SOURCE, findSource, IMAGE_SOURCE, needSource, VIDEO_SOURCE } from './sources.ts';
import type { Tool, ToolPlan } from './tool-call.ts';

/** Says what is known of an image: what it was made from, and its size. */
export const analyzeImage: Tool = (call) => {
  const source = needSource(call, IMAGE_SOURCE);
  const compared = findSource(call, {
    kind: 'image',
    indices: ['compareImageIndex'],
    urls: [],
    fallback: 'none',
  });
  const comparison = compared ? ` Compared with: ${describe(compared)}` : '';
  return answer(call.tool, `${textArgument(call, 'query') ?? ''} ${describe(source)}${comparison}`.trim());
};

/** Says what is known of a video. */
export const analyzeVideo: Tool = (call) => {
  const source = needSource(call, { ...VIDEO_SOURCE, fallback: 'latest' });
  return answer(call.tool, `${textArgument(call, 'query') ?? ''} ${describe(source)}`.trim());
};

/** The sizes of a file, as a record. */
export const extractMetadata: Tool = (call) => {
  const wanted = textArgument(call, 'mediaType');
  const rules = [IMAGE_SOURCE, { ...VIDEO_SOURCE, fallback: 'latest' as const }, AUDIO_SOURCE];
  const named = rules.find(({ indices }) => indices.some((name) => call.args[name] !== undefined));
  const candidates = wanted ? rules.filter(({ kind }) => kind === wanted) : named ? [named] : rules;
  const source = candidates.map((rule) => findSource(call, rule)).find((found) => found !== undefined);
  if (!source)
    throw new StepError(
      'ASSET_NOT_FOUND',
      'extract_metadata found no file to look at; bind one with dependsOn',
    );
  const { kind, id, mimeType, width, height, durationSeconds } = source;
  const metadata = {
    type: kind,
    asset_id: id,
    mime_type: mimeType,
    width,
    height,
    duration_seconds: durationSeconds,
  };
  const text = JSON.stringify(metadata);
  return {
    outputs: [{ text, kind: 'text' }],
    result: { ok: true, tool: call.tool, status: 'completed', metadata },
  };
};

/** The question itself; a durable plan has nobody to answer it. */
export const askClarifyingQuestion: Tool = (call) => answer(call.tool, textArgument(call, 'question') ?? '');

/** The closing words of a run. */
export const finalizeResponse: Tool = (call) => {
  const outcome = textArgument(call, 'outcome') ?? 'success';
  return answer(call.tool, textArgument(call, 'summary') ?? `Finished with outcome ${outcome}.`, { outcome });
};

function answer(tool: string, text: string, extras: Record<string, unknown> = {}): ToolPlan {
  return {
    outputs: [{ text, kind: 'text' }],
    result: { ok: true, tool, status: 'completed', text, ...extras },
  };
}

function describe({ kind, id, prompt, width, height, durationSeconds }: SourceMedia): string {
  const size = width && height ? `, ${width}x${height} pixels` : '';
  const length = durationSeconds ? `, ${durationSeconds} s` : '';
  return `The ${kind} ${id}${size}${length}${prompt ? ` shows: ${prompt}` : ''}.`;
}
