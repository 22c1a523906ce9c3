import type { RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord } from '../transport/envelope.ts';
import { issue } from '../transport/request-issues.ts';
import type { DependencyTransform } from './types.ts';

/** Names the request's media as a source. Source: rest-api 8.3. */
export const INPUT_MEDIA = '$input_media';

/** Every transform of `dependsOn`. Source: rest-api 8.3. */
export const DEPENDENCY_TRANSFORMS: readonly DependencyTransform[] = [
  'artifact_url',
  'artifact_data_uri',
  'image_url',
  'video_url',
  'audio_url',
  'image_index',
  'video_index',
  'audio_index',
  'subtitle_cues',
  'subtitle_srt',
  'overlay_items',
  'asset_ref',
];

const MEDIA_TYPES = ['image', 'video', 'audio'];

/** Checks the shape of a step's `dependsOn` and returns the earlier steps it names. */
export function dependencyIssues(
  dependsOn: unknown,
  stepPath: string,
  issues: RequestIssue[],
): { id: string; path: string }[] {
  if (dependsOn === undefined || dependsOn === null) return [];
  const path = `${stepPath}.dependsOn`;
  if (!Array.isArray(dependsOn)) {
    issues.push(issue(path, 'depends_on_type', 'must be a list'));
    return [];
  }
  return dependsOn.flatMap((entry: unknown, index) => readEntry(entry, `${path}.${index}`, issues));
}

function readEntry(entry: unknown, path: string, issues: RequestIssue[]): { id: string; path: string }[] {
  if (!isRecord(entry)) {
    issues.push(issue(path, 'dependency_type', 'must be an object'));
    return [];
  }
  const refuse = (field: string, code: string, rule: string) =>
    issues.push(issue(`${path}.${field}`, code, rule));
  const { sourceStepId, targetArgument, transform, sourceArtifactIndex, mediaType } = entry;
  if (typeof targetArgument !== 'string' || targetArgument === '') {
    refuse('targetArgument', 'target_argument', 'must name the argument to fill');
  }
  if (transform !== undefined && !DEPENDENCY_TRANSFORMS.some((known) => known === transform)) {
    refuse(
      'transform',
      'transform_unknown',
      `is ${JSON.stringify(transform)}; use one of ${DEPENDENCY_TRANSFORMS.join(', ')}`,
    );
  }
  if (
    sourceArtifactIndex !== undefined &&
    !(Number.isInteger(sourceArtifactIndex) && Number(sourceArtifactIndex) >= 0)
  ) {
    refuse('sourceArtifactIndex', 'source_artifact_index', 'must be a whole number of 0 or more');
  }
  if (mediaType !== undefined && !MEDIA_TYPES.some((known) => known === mediaType)) {
    refuse('mediaType', 'media_type', `must be one of ${MEDIA_TYPES.join(', ')}`);
  }
  if (typeof sourceStepId !== 'string' || sourceStepId === '') {
    refuse('sourceStepId', 'source_step_id', `must name an earlier step, or ${INPUT_MEDIA}`);
    return [];
  }
  return sourceStepId === INPUT_MEDIA ? [] : [{ id: sourceStepId, path: `${path}.sourceStepId` }];
}
