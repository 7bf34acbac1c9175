// What stands for a unit where nobody says whose a table is: the path of its file.
export const unnamedUnit = (file: string): string => `未写单位（${file}）`;

/** The file that stands for the unit; null where the unit has a name. */
export const fileOfUnnamed = (unit: string): string | null => /^未写单位（([^]+)）$/.exec(unit)?.[1] ?? null;
