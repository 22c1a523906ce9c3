/** The entries of a list of a server's record that are records themselves; none where there is no list. */
export function records<Entry extends object>(list: readonly Entry[] | undefined): readonly Entry[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}
