import { StepError } from '../executor/step-error.ts';
import { isRecord } from '../workflows/is-record.ts';
import { listArgument, textArgument } from './arguments.ts';
import { modelReference, modelReferencesIn, referenceFamily } from './model-references.ts';
import type { ManifestEntry, Tool, ToolCall, ToolPlan } from './tool-call.ts';

/** Starts the manifest anew. Source: contracts 7.3. */
export const createAssetManifest: Tool = (call) => {
  const counts = new Map<string, number>();
  const manifest = listArgument(call, 'assets')
    .filter(isRecord)
    .map((asset) => {
      const type = String(asset.type);
      const index = (counts.get(type) ?? 0) + 1;
      counts.set(type, index);
      return entryOf(asset, type, index);
    });
  const ids = manifest.map(({ asset_id }) => asset_id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined)
    throw new StepError('PARAMETER_INVALID', `asset_id "${repeated}" is used twice`);
  return record(call, { assets: manifest }, manifest);
};

/** One asset, by id or by label, or all of them. */
export const inspectAsset: Tool = (call) => {
  const id = textArgument(call, 'asset_id');
  const label = textArgument(call, 'user_label');
  if (id === undefined && label === undefined) return record(call, { assets: call.manifest }, call.manifest);
  const matches = (entry: ManifestEntry) =>
    id === undefined ? entry.user_label.toLowerCase() === label?.toLowerCase() : entry.asset_id === id;
  const asset = call.manifest.find(matches);
  if (!asset) throw unknownAsset(id ?? label ?? '');
  return record(call, { asset }, call.manifest);
};

/** Changes what is known of an asset; an empty text clears, a list replaces. */
export const labelAsset: Tool = (call) => {
  const id = textArgument(call, 'asset_id') ?? '';
  const present = call.manifest.find(({ asset_id }) => asset_id === id);
  if (!present) throw unknownAsset(id);
  const { description, url, user_label, must_preserve, avoid } = { ...present, ...call.args };
  const asset = entryOf(
    { asset_id: id, description, url, user_label, must_preserve, avoid },
    present.type,
    present.index,
  );
  return record(
    call,
    { asset },
    call.manifest.map((entry) => (entry === present ? asset : entry)),
  );
};

/** The names a model knows the assets by. */
export const mapAssetsForModel: Tool = (call) => {
  const model = textArgument(call, 'model_id') ?? '';
  const { family, known } = referenceFamily(model);
  const mappings = call.manifest.map(({ asset_id, user_label, type, index }) => ({
    asset_id,
    user_label,
    type,
    model_ref: modelReference(family, type, index),
  }));
  const warnings = known ? [] : [`${model} is not known; its references are written as for GPT Image`];
  return record(call, { model_id: model, family, mappings, warnings }, call.manifest);
};

/** Which references of a prompt lead nowhere, and which assets it does not mention. */
export const validateAssetReferences: Tool = (call) => {
  const { family } = referenceFamily(textArgument(call, 'model_id') ?? '');
  const references = modelReferencesIn(textArgument(call, 'prompt') ?? '', family).map((reference) => {
    const asset = call.manifest.find(
      ({ type, index }) => type === reference.type && index === reference.index,
    );
    return asset ? { ...reference, asset_id: asset.asset_id } : reference;
  });
  const dangling = references.filter((reference) => !('asset_id' in reference)).map(({ token }) => token);
  const used = new Set(
    references.map((reference) => ('asset_id' in reference ? reference.asset_id : undefined)),
  );
  const unused = call.manifest.map(({ asset_id }) => asset_id).filter((id) => !used.has(id));
  return record(call, { valid: dangling.length === 0, references, dangling, unused }, call.manifest);
};

function record(
  call: ToolCall,
  value: Record<string, unknown>,
  manifest: readonly ManifestEntry[],
): ToolPlan {
  const result = { ok: true, tool: call.tool, status: 'completed', ...value, manifest };
  return { outputs: [{ text: JSON.stringify(value), kind: 'json' }], result };
}

function entryOf(asset: Record<string, unknown>, type: string, index: number): ManifestEntry {
  const text = (name: string) => {
    const value = asset[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const list = (name: string) => {
    const value = asset[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const asset_id = text('asset_id') ?? `${type}_${index}`;
  const description = text('description');
  const url = text('url');
  return {
    asset_id,
    user_label: text('user_label') ?? asset_id,
    type,
    index,
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
    must_preserve: list('must_preserve'),
    avoid: list('avoid'),
  };
}

function unknownAsset(name: string): StepError {
  return new StepError(
    'ASSET_NOT_FOUND',
    `The asset manifest has no "${name}"; create it with create_asset_manifest first`,
  );
}
