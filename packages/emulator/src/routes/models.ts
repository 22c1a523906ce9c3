import type { RouteTable } from '../http/app.ts';
import { callerOf } from '../http/caller.ts';
import type { Emulation } from '../http/environment.ts';

/** Language models the API offers; the first is the default. Source: rest-api 11.1. */
const MODELS = [
  'qwen3.6-35b-a3b-gguf-iq4xs',
  'qwen3.6-35b-a3b-gguf-q4km',
  'qwen3.5-35b-a3b-abliterated-gguf-q4km',
].map((id) => ({ id, object: 'model', created: 1_770_000_000, owned_by: 'sogni' }));

/** Language models, unwrapped and with OpenAI's error shape. Source: rest-api 11.1, 20.21. */
export function modelRoutes(emulation: Emulation): RouteTable {
  return {
    '/v1/models': {
      GET: (c) => {
        callerOf(c, emulation);
        return c.json({ object: 'list', data: MODELS });
      },
    },
    '/v1/models/:id': {
      GET: (c) => {
        callerOf(c, emulation);
        const id = c.req.param('id');
        const model = MODELS.find((known) => known.id === id);
        if (model) return c.json(model);
        const message = `The model ${JSON.stringify(id)} does not exist; list /v1/models for the ids`;
        return c.json(
          { error: { message, type: 'invalid_request_error', param: 'model', code: 'model_not_found' } },
          404,
        );
      },
    },
  };
}
