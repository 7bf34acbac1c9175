// Writes many workbooks into a folder and its subfolders, as units send them in: node write-workbooks.mjs FOLDER COUNT
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbook } from '../bench/generate.mjs';

const [, , folder = '.', count = '0'] = process.argv;
const PLACES = ['', '青石县', '白水县/乡镇 #1', '白水县/b&c=%（二）'];
for (const place of PLACES) mkdirSync(join(folder, place), { recursive: true });
for (let i = 0; i < Number(count); i++) writeFileSync(join(folder, PLACES[i % PLACES.length] ?? '', `${String(i).padStart(4, '0')} 自评表.xlsx`), workbook(i));
