import type { HostedToolName } from '@sogni/intelligence-client/tools';
import type { MediaSpace } from '../executor/media-space.ts';
import type { MediaRequest } from '../media/media-request.ts';

/** A tool that is to run: checked arguments, and what they refer to. */
export interface ToolCall {
  tool: HostedToolName;
  stepId: string;
  args: Readonly<Record<string, unknown>>;
  /** Seed of the first result; further ones count up from it. */
  seed: number;
  space: MediaSpace;
  /** Asset manifest that an earlier step of the workflow left. */
  manifest: readonly ManifestEntry[];
}

/** An asset with its three names. Source: contracts 7.3. */
export interface ManifestEntry {
  asset_id: string;
  user_label: string;
  type: string;
  /** From 1, within its type. */
  index: number;
  description?: string;
  url?: string;
  must_preserve: string[];
  avoid: string[];
}

/** A file to make. */
export type ToolOutput =
  | { request: MediaRequest; seed: number; metadata?: Record<string, unknown> }
  | { text: string; kind: 'text' | 'json' };

/** What a tool call comes to. */
export interface ToolPlan {
  outputs: ToolOutput[];
  /** Answer of tools that yield a text or a record. */
  result?: Record<string, unknown>;
}

/** One tool. May throw a `StepError`. */
export type Tool = (call: ToolCall) => ToolPlan;
