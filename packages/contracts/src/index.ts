/** Record types of Structured Contracts v1. */
export type { DispatchMode, DispatchVerdict } from './dispatch-verdict.ts';
export type { GatingEffect, GatingPolicy, GatingTrigger } from './gating-policy.ts';
export type { ConditionalNote, PromptContract } from './prompt-contract.ts';
export type { RepairErrorCode, RepairMode, RepairRecipe } from './repair-recipe.ts';
export type { SessionState, Signal, SignalSource } from './signal.ts';
export type { ToolDefinition, ToolSurface } from './tool-surface.ts';
export type { TurnPolicy } from './turn-policy.ts';
