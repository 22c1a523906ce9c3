/** Every error class of the SDK. */
export * from './errors/index.ts';
export { WorkflowFailedError } from './workflows/workflow-failed-error.ts';
