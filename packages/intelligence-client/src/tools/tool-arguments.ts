import type { Open } from '../transport/open-type.ts';
import type { HOSTED_TOOLS, HostedToolName } from './catalog.ts';

interface JsonTypes {
  array: readonly unknown[];
  boolean: boolean;
  integer: number;
  null: null;
  number: number;
  object: Record<string, unknown>;
  string: string;
}

type Flat<T> = { [Key in keyof T]: T[Key] };

type RequiredNames<Schema> = Schema extends { required: readonly (infer Name)[] } ? Name : never;

// Both halves map over the keys of the literal itself, so that an editor shows the comments of the catalogue.
type ObjectValue<Schema, Properties> = Flat<
  {
    -readonly [Key in keyof Properties as Key extends RequiredNames<Schema> ? Key : never]: Value<
      Properties[Key]
    >;
  } & {
    -readonly [Key in keyof Properties as Key extends RequiredNames<Schema> ? never : Key]?: Value<
      Properties[Key]
    >;
  }
>;

type TypedValue<Schema, Type> = Schema extends { items: infer Item }
  ? readonly Value<Item>[]
  : Type extends keyof JsonTypes
    ? JsonTypes[Type]
    : unknown;

type Value<Schema> = Schema extends { enum: readonly (infer Known)[] }
  ? Schema extends { enumIsAdvisory: true }
    ? Open<Extract<Known, string>>
    : Known
  : Schema extends { properties: infer Properties }
    ? ObjectValue<Schema, Properties>
    : Schema extends { type: readonly (infer Type)[] }
      ? TypedValue<Schema, Type>
      : Schema extends { type: infer Type }
        ? TypedValue<Schema, Type>
        : unknown;

/**
 * The arguments of a hosted tool under their canonical names, derived from the catalogue.
 *
 * Model selectors stay open for ids that the server adds later. Arguments that a binding fills are part of it too:
 * use `Partial` where they come from another step. Source: contracts 1.3.
 *
 * @example
 * ```ts
 * const still: ToolArguments<'generate_image'> = { prompt: 'A graphite robot', width: 1024, height: 576 };
 * ```
 */
export type ToolArguments<Name extends HostedToolName> = Name extends HostedToolName
  ? Value<(typeof HOSTED_TOOLS)[Name]['parameters']>
  : never;
