import { addSubtitles } from './catalog/add-subtitles.ts';
import { analyzeImage } from './catalog/analyze-image.ts';
import { analyzeVideo } from './catalog/analyze-video.ts';
import { animatePhoto } from './catalog/animate-photo.ts';
import { applyStyle } from './catalog/apply-style.ts';
import { askClarifyingQuestion } from './catalog/ask-clarifying-question.ts';
import { changeAngle } from './catalog/change-angle.ts';
import { composeInstrumental } from './catalog/compose-instrumental.ts';
import { composeLyrics } from './catalog/compose-lyrics.ts';
import { composeScript } from './catalog/compose-script.ts';
import { composeWorkflow } from './catalog/compose-workflow.ts';
import { composeWorkflowTemplate } from './catalog/compose-workflow-template.ts';
import { createAssetManifest } from './catalog/create-asset-manifest.ts';
import { danceMontage } from './catalog/dance-montage.ts';
import { editImage } from './catalog/edit-image.ts';
import { enhancePrompt } from './catalog/enhance-prompt.ts';
import { extendVideo } from './catalog/extend-video.ts';
import { extractMetadata } from './catalog/extract-metadata.ts';
import { finalizeResponse } from './catalog/finalize-response.ts';
import { generateImage } from './catalog/generate-image.ts';
import { generateMusic } from './catalog/generate-music.ts';
import { generateSpeech } from './catalog/generate-speech.ts';
import { generateVideo } from './catalog/generate-video.ts';
import { imageTo3d } from './catalog/image-to-3d.ts';
import { inspectAsset } from './catalog/inspect-asset.ts';
import { labelAsset } from './catalog/label-asset.ts';
import { manageMemory } from './catalog/manage-memory.ts';
import { mapAssetsForModel } from './catalog/map-assets-for-model.ts';
import { orbitVideo } from './catalog/orbit-video.ts';
import { overlayVideo } from './catalog/overlay-video.ts';
import { refineResult } from './catalog/refine-result.ts';
import { replaceVideoSegment } from './catalog/replace-video-segment.ts';
import { resolvePersonas } from './catalog/resolve-personas.ts';
import { restorePhoto } from './catalog/restore-photo.ts';
import { setContentFilter } from './catalog/set-content-filter.ts';
import { soundToVideo } from './catalog/sound-to-video.ts';
import { stitchVideo } from './catalog/stitch-video.ts';
import { upscaleImage } from './catalog/upscale-image.ts';
import { upscaleVideo } from './catalog/upscale-video.ts';
import { validateAssetReferences } from './catalog/validate-asset-references.ts';
import { videoToVideo } from './catalog/video-to-video.ts';
import type { HostedTool } from './hosted-tool.ts';

/**
 * Every hosted tool by name.
 *
 * The entries are plain data: a call costs nothing until it is made, and a tool that the server adds later is simply
 * not listed. Source: contracts 1.
 *
 * @example
 * ```ts
 * HOSTED_TOOLS.animate_photo.capacityUnits; // 8
 * ```
 */
export const HOSTED_TOOLS = {
  generate_image: generateImage,
  edit_image: editImage,
  generate_video: generateVideo,
  generate_music: generateMusic,
  apply_style: applyStyle,
  restore_photo: restorePhoto,
  refine_result: refineResult,
  animate_photo: animatePhoto,
  change_angle: changeAngle,
  video_to_video: videoToVideo,
  stitch_video: stitchVideo,
  orbit_video: orbitVideo,
  dance_montage: danceMontage,
  sound_to_video: soundToVideo,
  extend_video: extendVideo,
  replace_video_segment: replaceVideoSegment,
  overlay_video: overlayVideo,
  add_subtitles: addSubtitles,
  analyze_image: analyzeImage,
  analyze_video: analyzeVideo,
  extract_metadata: extractMetadata,
  enhance_prompt: enhancePrompt,
  compose_lyrics: composeLyrics,
  compose_instrumental: composeInstrumental,
  compose_script: composeScript,
  ask_clarifying_question: askClarifyingQuestion,
  finalize_response: finalizeResponse,
  create_asset_manifest: createAssetManifest,
  inspect_asset: inspectAsset,
  label_asset: labelAsset,
  map_assets_for_model: mapAssetsForModel,
  validate_asset_references: validateAssetReferences,
  compose_workflow: composeWorkflow,
  compose_workflow_template: composeWorkflowTemplate,
  generate_speech: generateSpeech,
  image_to_3d: imageTo3d,
  upscale_image: upscaleImage,
  upscale_video: upscaleVideo,
  manage_memory: manageMemory,
  resolve_personas: resolvePersonas,
  set_content_filter: setContentFilter,
} as const satisfies Readonly<Record<string, HostedTool>>;

/** The name of a tool in the catalogue. */
export type HostedToolName = keyof typeof HOSTED_TOOLS;
