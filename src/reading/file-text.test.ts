import { fileTextOf } from './file-text';

test('files of Notepad are read whatever code page they are saved in', () => {
  const letters = [...'单位'].map((letter) => letter.charCodeAt(0));
  expect([new Uint8Array([0xff, 0xfe, ...letters.flatMap((code) => [code & 255, code >> 8])]), new Uint8Array([0xfe, 0xff, ...letters.flatMap((code) => [code >> 8, code & 255])]), new Uint8Array([0xb5, 0xa5, 0xce, 0xbb]), new TextEncoder().encode('\ufeff单位')].map(fileTextOf)).toEqual(['单位', '单位', '单位', '单位']);
});
