/// <reference types="custom-functions-runtime" />
// Entry of the custom functions: runs in a JavaScript runtime of their own, on Windows without any page or document.
import { registerFunctions } from './functions/register';

registerFunctions(CustomFunctions);
