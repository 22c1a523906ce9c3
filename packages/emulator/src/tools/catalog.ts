import type { HostedToolName } from '@sogni/intelligence-client/tools';
import { StepError } from '../executor/step-error.ts';
import * as analysis from './analysis-tools.ts';
import * as audio from './audio-tools.ts';
import * as image from './image-tools.ts';
import * as manifest from './manifest-tools.ts';
import * as montage from './montage-tools.ts';
import type { Tool, ToolCall, ToolPlan } from './tool-call.ts';
import * as videoEdit from './video-edit-tools.ts';
import * as video from './video-tools.ts';

const TOOLS: Partial<Record<HostedToolName, Tool>> = {
  generate_image: image.generateImage,
  edit_image: image.editImage,
  apply_style: image.reworkImage,
  refine_result: image.reworkImage,
  restore_photo: image.restorePhoto,
  change_angle: image.changeAngle,
  upscale_image: image.upscaleImage,
  image_to_3d: image.imageTo3d,
  generate_video: video.generateVideo,
  animate_photo: video.animatePhoto,
  sound_to_video: video.soundToVideo,
  video_to_video: video.videoToVideo,
  stitch_video: videoEdit.stitchVideo,
  extend_video: videoEdit.extendVideo,
  replace_video_segment: videoEdit.replaceVideoSegment,
  overlay_video: videoEdit.overlayVideo,
  add_subtitles: videoEdit.addSubtitles,
  upscale_video: videoEdit.upscaleVideo,
  orbit_video: montage.orbitVideo,
  dance_montage: montage.danceMontage,
  generate_music: audio.generateMusic,
  generate_speech: audio.generateSpeech,
  analyze_image: analysis.analyzeImage,
  analyze_video: analysis.analyzeVideo,
  extract_metadata: analysis.extractMetadata,
  ask_clarifying_question: analysis.askClarifyingQuestion,
  finalize_response: analysis.finalizeResponse,
  create_asset_manifest: manifest.createAssetManifest,
  inspect_asset: manifest.inspectAsset,
  label_asset: manifest.labelAsset,
  map_assets_for_model: manifest.mapAssetsForModel,
  validate_asset_references: manifest.validateAssetReferences,
};

/** Works out what a tool call makes. Throws a `StepError` when it cannot be done. */
export function planTool(call: ToolCall): ToolPlan {
  const tool = TOOLS[call.tool];
  if (!tool) throw new StepError('PARAMETER_INVALID', `${call.tool} does not run as a step`);
  return tool(call);
}
