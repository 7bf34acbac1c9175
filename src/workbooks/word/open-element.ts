// The way down to a named element of a part.
import { END, OPEN, type XmlScanner } from '../package/xml';

/** Opens the next element of that name; false when the part holds no more. */
export function openElement(xml: XmlScanner, name: string): boolean {
  for (let event = xml.next(); event !== END; event = xml.next()) if (event === OPEN && xml.name === name) return true;
  return false;
}
