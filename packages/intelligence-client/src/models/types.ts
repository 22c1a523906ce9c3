import type { Open } from '../transport/open-type.ts';

/** Language models the API is known to serve. Source: rest-api 11.1. */
export type KnownModel =
  | 'qwen3.6-35b-a3b-gguf-iq4xs'
  | 'qwen3.6-35b-a3b-gguf-q4km'
  | 'qwen3.5-35b-a3b-abliterated-gguf-q4km';

/** A language model. Source: rest-api 11.1. */
export interface Model {
  id: Open<KnownModel>;
  object: 'model';
  /** Epoch seconds. */
  created?: number;
  owned_by: string;
}

/** A model that renders media. Source: rest-api 11.2. */
export interface CatalogModel {
  id: string;
  name: string;
  mediaType: Open<'image' | 'video' | 'audio'>;
  availableNetworks?: Open<'fast' | 'relaxed'>[];
  /** Workers ready per network. */
  workerCounts?: Record<string, number>;
  tierId?: string;
  tags?: string[];
  /** Ranges and defaults, present with `include: 'parameters'` and in `get`. */
  parameters?: Record<string, unknown>;
}

/** Filters of the media catalogue. */
export interface ListCatalogParams {
  mediaType?: Open<'image' | 'video' | 'audio'> | undefined;
  network?: Open<'fast' | 'relaxed'> | undefined;
  include?: Open<'parameters'> | undefined;
}
