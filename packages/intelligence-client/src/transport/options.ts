import type { BillingMode, TokenType } from './billing.ts';

/** A credential, or a function that yields one; called for every attempt, with `refresh: true` after a 401. */
export type CredentialSource = string | ((context: { refresh: boolean }) => string | Promise<string>);

export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

export interface Logger {
  error(message: string, ...details: unknown[]): void;
  warn(message: string, ...details: unknown[]): void;
  info(message: string, ...details: unknown[]): void;
  debug(message: string, ...details: unknown[]): void;
}
