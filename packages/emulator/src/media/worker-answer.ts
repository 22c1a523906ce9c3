import type { RenderedMedia } from './media-request.ts';

/** What the worker sends back for a request. */
export type WorkerAnswer = { readonly media: RenderedMedia } | { readonly problem: string };
