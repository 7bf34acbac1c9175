import { join } from 'node:path';
import { targetFor } from './targets';

const copyOf = (file: string): string => targetFor(file, { inPlace: false, folder: 'f', done: '更正' });

test('a copy has the extension by which Excel opens what is in it', () => {
  expect(['表.xlsx', '表.XLSM', '模板.xltx', '模板.xltm', '旧名.xls', '旧名.et', '表（已撤销）.xlsx'].map(copyOf)).toEqual(['表（已更正）.xlsx', '表（已更正）.XLSM', '模板（已更正）.xltx', '模板（已更正）.xltm', '旧名（已更正）.xlsx', '旧名（已更正）.xlsx', '表（已更正）.xlsx'].map((name) => join('f', name)));
});
