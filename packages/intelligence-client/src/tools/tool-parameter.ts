/** The JSON types a parameter can be declared with. */
export type ToolParameterType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** A value that `const`, `enum` and `default` can hold. */
export type ToolParameterLiteral = string | number | boolean | null;

/**
 * What one argument may be: a JSON Schema subset, and what the catalogue adds to it.
 * Source: contracts 2.1.
 */
export interface ToolParameter {
  /** Any of these types; absent when every type is accepted. */
  readonly type?: ToolParameterType | readonly ToolParameterType[];
  /** The only value. */
  readonly const?: ToolParameterLiteral;
  /** The values; see `enumIsAdvisory`. */
  readonly enum?: readonly ToolParameterLiteral[];
  /** Smallest number, itself included unless `exclusiveMinimum` is `true`. */
  readonly minimum?: number;
  /** Largest number, itself included unless `exclusiveMaximum` is `true`. */
  readonly maximum?: number;
  /** A bound of its own, or, as in draft 4, `true` to make `minimum` exclusive. */
  readonly exclusiveMinimum?: number | boolean;
  /** A bound of its own, or, as in draft 4, `true` to make `maximum` exclusive. */
  readonly exclusiveMaximum?: number | boolean;
  /** In characters (code points). */
  readonly minLength?: number;
  /** In characters (code points). */
  readonly maxLength?: number;
  /** Has to match the whole text. */
  readonly pattern?: string;
  /** Fewest items of an array. */
  readonly minItems?: number;
  /** Most items of an array. */
  readonly maxItems?: number;
  /** One schema for every item, or one a position. */
  readonly items?: ToolParameter | readonly ToolParameter[];
  /** Keys of an object. */
  readonly properties?: Readonly<Record<string, ToolParameter>>;
  /** Keys that an object cannot go without. */
  readonly required?: readonly string[];
  /** `false` strips undescribed keys; a schema checks them; by default they pass. */
  readonly additionalProperties?: boolean | ToolParameter;
  /** Exactly one has to fit. */
  readonly oneOf?: readonly ToolParameter[];
  /** At least one has to fit. */
  readonly anyOf?: readonly ToolParameter[];
  /** Every one has to fit. */
  readonly allOf?: readonly ToolParameter[];

  /** What the server takes when the argument is left out. */
  readonly default?: ToolParameterLiteral;
  /** Other accepted names, besides the snake_case or camelCase twin that every argument has. */
  readonly aliases?: readonly string[];
  /** The `enum` lists what is known today; other values pass with a warning. */
  readonly enumIsAdvisory?: true;
  /** Values that are accepted but not sent, because the server then decides. */
  readonly ignoredValues?: readonly string[];
  /** Values that mean another one. */
  readonly valueAliases?: Readonly<Record<string, string>>;
  /** The kind of media that an index or URL argument picks. */
  readonly media?: 'image' | 'video' | 'audio';
}

/** The arguments of a tool; undescribed ones are stripped. */
export interface ToolArgumentSchema extends ToolParameter {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, ToolParameter>>;
}
