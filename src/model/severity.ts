// How grave a finding is.

/** error 错误: must be corrected · verify 核实: may be right, wants a correction or an explanation · hint 提示: style. */
export type Severity = 'error' | 'verify' | 'hint';
