// A record's kind of table in words.
import { KIND_WORDS } from '../exports/words';
import type { TableKind } from '../model/table';

/** The kind itself where a result of another version has one that this version does not know. */
export const kindWord = (kind: string): string => KIND_WORDS[kind as TableKind] ?? kind;
