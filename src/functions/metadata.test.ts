import Ajv from 'ajv';
import { FUNCTIONS, LANGUAGES } from './description';
import { METADATA_FILES, metadataFiles, metadataFor } from './metadata';

/** What Microsoft documents of the metadata file: properties, their types and what is required. Names: any letters, digits, _ and ., three characters at least, a letter first; ids the same with A–Z only. */
const DOCUMENTED = {
  type: 'object', additionalProperties: false, required: ['functions'],
  properties: {
    functions: {
      type: 'array', minItems: 1,
      items: {
        type: 'object', additionalProperties: false, required: ['id', 'name', 'parameters', 'result'],
        properties: {
          id: { type: 'string', pattern: '^[A-Z][A-Z0-9_.]{2,}$' },
          name: { type: 'string', pattern: '^\\p{L}[\\p{L}0-9_.]{2,}$' },
          description: { type: 'string', minLength: 1, maxLength: 255 },
          parameters: {
            type: 'array',
            items: {
              type: 'object', additionalProperties: false, required: ['name'],
              properties: {
                name: { type: 'string', minLength: 1 }, description: { type: 'string', minLength: 1, maxLength: 255 }, type: { enum: ['boolean', 'number', 'string', 'any'] },
                dimensionality: { enum: ['scalar', 'matrix'] }, optional: { type: 'boolean' },
              },
            },
          },
          result: { type: 'object', additionalProperties: false, properties: { type: { enum: ['boolean', 'number', 'string', 'any'] }, dimensionality: { enum: ['scalar', 'matrix'] } } },
        },
      },
    },
  },
} as const;

const fits = new Ajv({ unicodeRegExp: true }).compile(DOCUMENTED);
/** Excel takes such a name for a cell: A1 to XFD1048576, R1C1. */
const CELL = /^(?:[A-Z]{1,3}\d+|R\d*C\d*)$/i;

describe.each(LANGUAGES)('the metadata in %s', (language) => {
  const metadata = metadataFor(language);

  it('is what Excel documents', () => {
    expect([fits(metadata), fits.errors]).toEqual([true, null]);
  });

  it('has no id and no name twice, and none that is a cell', () => {
    for (const key of ['id', 'name'] as const) {
      const all = metadata.functions.map((one) => one[key].toUpperCase());
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((one) => CELL.test(one))).toEqual([]);
    }
  });

  it('has optional parameters last, and no two parameters of one name', () => {
    for (const { parameters } of metadata.functions) {
      const optional = parameters.map((one) => one.optional === true);
      expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
  });
});

it('the limits above can be missed', () => {
  const first = metadataFor('zh-CN').functions[0];
  for (const broken of [{ ...first, name: '得分' }, { ...first, id: '执行率' }, { ...first, name: '执 行 率' }, { ...first, options: {} }, { ...first, result: undefined }]) expect(fits({ functions: [broken] })).toBe(false);
});

it('Chinese and English tell of the same functions', () => {
  const shape = (language: (typeof LANGUAGES)[number]): unknown => metadataFor(language).functions.map(({ id, parameters, result }) => [id, parameters.map(({ type, dimensionality, optional }) => [type, dimensionality, optional]), result]);
  expect(shape('en-US')).toEqual(shape('zh-CN'));
  const [chinese, english] = LANGUAGES.map((language) => metadataFor(language).functions.flatMap(({ name, parameters }) => [name, ...parameters.map((one) => one.name)]).join());
  expect(chinese).not.toMatch(/[A-Za-z]/);
  expect(english).not.toMatch(/\p{Script=Han}/u);
});

it('every function that is described has its file entry, in both files', () => {
  const files = metadataFiles();
  expect(Object.keys(files).sort()).toEqual(Object.values(METADATA_FILES).sort());
  for (const text of Object.values(files)) expect((JSON.parse(text) as { functions: { id: string }[] }).functions.map(({ id }) => id)).toEqual(FUNCTIONS.map(({ id }) => id));
});
