/** What needs Node: files on disk. */
export {
  type SavedFile,
  type SaveOptions,
  type SaveProgress,
  saveArtifact,
  saveArtifacts,
} from './save-artifacts.ts';
