import type { Open } from '../transport/open-type.ts';

/** Language models the API is known to serve. Source: rest-api 11.1. */
export type KnownModel =
  | 'qwen3.6-35b-a3b-gguf-iq4xs'
  | 'qwen3.6-35b-a3b-gguf-q4km'
  | 'qwen3.5-35b-a3b-abliterated-gguf-q4km';

/** A language model. Source: rest-api 11.1. */
export interface Model {
  /** Open for models that are added later. */
  id: Open<KnownModel>;
  /** Always `model`, as in OpenAI's format. */
  object: 'model';
  /** Epoch seconds. */
  created?: number;
  /** `sogni` for all known models. */
  owned_by: string;
}

/** A model that renders media. Source: rest-api 11.2. */
export interface CatalogModel {
  /** What `models.catalog.get` takes. */
  id: string;
  /** For people. */
  name: string;
  /** What it makes. */
  mediaType: Open<'image' | 'video' | 'audio'>;
  /** Networks that can run it. */
  availableNetworks?: Open<'fast' | 'relaxed'>[];
  /** Workers ready per network. */
  workerCounts?: Record<string, number>;
  /** The tier it is filed under. */
  tierId?: string;
  /** The server's labels. */
  tags?: string[];
  /** Ranges and defaults, present with `include: 'parameters'` and in `get`. */
  parameters?: Record<string, unknown>;
}

/** Filters of the media catalogue. */
export interface ListCatalogParams {
  /** Only models that make this. */
  mediaType?: Open<'image' | 'video' | 'audio'> | undefined;
  /** Only models on this network. */
  network?: Open<'fast' | 'relaxed'> | undefined;
  /** `parameters` adds ranges and defaults to every model. */
  include?: Open<'parameters'> | undefined;
}
