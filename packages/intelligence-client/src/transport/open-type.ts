/** A closed list for the editor that stays open for values the server adds later. */
export type Open<Known extends string> = Known | (string & {});
