import type { ToolArgumentSchema } from './tool-parameter.ts';

/** What a tool is for; `host-app` tools act on the application around the chat, not on media. */
export type ToolGroup =
  | 'generation'
  | 'analysis'
  | 'composition'
  | 'session-control'
  | 'asset-manifest'
  | 'planning'
  | 'host-app';

/** What a tool answers with: a kind of media, plain text, or a structured record. */
export type ToolOutput = 'image' | 'video' | 'audio' | 'model' | 'text' | 'structured';

/** Price class of one call. Source: contracts 14. */
export type ToolCostClass =
  | 'free'
  | 'image.standard'
  | 'video.standard'
  | 'video.vendor.standard'
  | 'video.premium'
  | 'audio.standard'
  | 'audio.speech'
  | 'compose.standard'
  | 'compose.ffmpeg';

/** Whether a call spends credit (`paid`), can lose data (`destructive`), or neither (`safe`). */
export type ToolRisk = 'safe' | 'paid' | 'destructive';

/** A set of tools that a chat can be given. Source: contracts 1.1. */
export type ToolSurface = 'creative-tools' | 'creative-agent';

/** One hosted tool: what it takes, what it yields and what it costs. Source: contracts 1. */
export interface HostedTool {
  /** As plans and tool calls name it. */
  readonly name: string;
  /** Retired names that the server still understands. */
  readonly aliases: readonly string[];
  /** What it is for. */
  readonly group: ToolGroup;
  /** What it can answer with. */
  readonly output: readonly ToolOutput[];
  /** Price class of one call. */
  readonly costClass: ToolCostClass;
  /** Weight of one result; 1 is about one standard image. */
  readonly capacityUnits: number;
  /** What a call may cost or destroy. */
  readonly risk: ToolRisk;
  /** Surfaces that offer the tool; none for tools that only an application or a plan can call. */
  readonly surfaces: readonly ToolSurface[];
  /** Whether a durable workflow step may run the tool. */
  readonly durable: boolean;
  /** What it takes. */
  readonly parameters: ToolArgumentSchema;
  /** Arguments that were withdrawn, each with what to do instead; calls that carry one are refused. */
  readonly retired?: Readonly<Record<string, string>>;
}
