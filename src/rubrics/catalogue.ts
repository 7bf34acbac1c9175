// The catalogue of rubrics: every dated data file, national frames first. A new rubric is a file in data/ and a line here.
import type { Rubric } from '../model/rubric';
import mof2020 from './data/mof-2020.json';
import mof2021Cost from './data/mof-2021-cost.json';
import transferNoScore from './data/transfer-no-score.json';
import bridgingFunds2022 from './data/bridging-funds-2022.json';
import anhui2021 from './data/anhui-2021.json';
import beijing2016 from './data/beijing-2016.json';
import chongqingDepartment2021 from './data/chongqing-department-2021.json';
import hebei2020 from './data/hebei-2020.json';
import hubei2020 from './data/hubei-2020.json';
import hunanDepartment2018 from './data/hunan-department-2018.json';
import hunanDepartment2024 from './data/hunan-department-2024.json';
import hunanProject2022 from './data/hunan-project-2022.json';
import jiangxi2017 from './data/jiangxi-2017.json';
import jiangxiDepartment2021 from './data/jiangxi-department-2021.json';
import ningxia2021 from './data/ningxia-2021.json';
import shanghai2022 from './data/shanghai-2022.json';
import shouxianDepartment2023 from './data/shouxian-department-2023.json';
import sichuan2023 from './data/sichuan-2023.json';
import software2021 from './data/software-2021.json';
import software2025 from './data/software-2025.json';
import yunnan2022 from './data/yunnan-2022.json';
import { asRubric } from './load';

/** All rubrics, national frames first. */
export const RUBRICS: readonly Rubric[] = [
  mof2020,
  mof2021Cost,
  transferNoScore,
  bridgingFunds2022,
  anhui2021,
  beijing2016,
  chongqingDepartment2021,
  hebei2020,
  hubei2020,
  hunanDepartment2018,
  hunanDepartment2024,
  hunanProject2022,
  jiangxi2017,
  jiangxiDepartment2021,
  ningxia2021,
  shanghai2022,
  shouxianDepartment2023,
  sichuan2023,
  software2021,
  software2025,
  yunnan2022,
].map(asRubric);

/** The national frame that judges where no other rubric is known. */
export const NATIONAL_ID = 'mof-2020';

const BY_ID: ReadonlyMap<string, Rubric> = new Map(RUBRICS.map((rubric) => [rubric.id, rubric]));

/** Rubric by id; null when there is none. */
export function findRubric(id: string): Rubric | null {
  return BY_ID.get(id) ?? null;
}
