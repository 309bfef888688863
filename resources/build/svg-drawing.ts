/** One closed outline in the drawing's own units; what is filled is where its outlines wind around. */
type Outline = readonly (readonly [number, number])[];

export interface Shape {
  colour: readonly [number, number, number];
  outlines: readonly Outline[];
}

export interface Drawing {
  /** Of the square it lies on. */
  side: number;
  /** From the lowest to the uppermost. */
  shapes: readonly Shape[];
}

/** Of a quarter of a circle; at 1024 px a piece is off the true arc by less than a tenth of a pixel. */
const piecesOfQuarter = 24;

/**
 * Reads the little of SVG that the icon is drawn with: a square viewBox, `rect` with round corners, and `path` of
 * M L H V A Z (either case), filled or stroked with round ends. Anything else throws: better than a wrong icon.
 */
export function readDrawing(svg: string): Drawing {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1] ?? Number.NaN);
  if (Number.isNaN(side)) throw new Error('the drawing lies on no square');
  const body = svg.replace(/<svg[^>]*>|<\/svg>|<title>[^<]*<\/title>/g, '');
  const shapes = Array.from(body.matchAll(/<(\w+)([^>]*?)\/?>/g), ([, name = '', rest = '']) =>
    shapeOf(
      name,
      new Map(Array.from(rest.matchAll(/([\w-]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, value])),
    ),
  );
  return { side, shapes };
}

function shapeOf(name: string, given: ReadonlyMap<string, string>): Shape {
  const number = (key: string): number => Number(given.get(key) ?? 0);
  if (name === 'rect') {
    const [x, y, width, height, r] = [number('x'), number('y'), number('width'), number('height'), number('rx')];
    const corners = `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}`;
    const back = `h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}z`;
    return { colour: colourOf(given.get('fill')), outlines: outlinesOf(corners + back) };
  }
  if (name !== 'path') throw new Error(`the drawing has a ${name}`);
  const outlines = outlinesOf(given.get('d') ?? '');
  if (given.get('fill') !== 'none') return { colour: colourOf(given.get('fill')), outlines };
  if (given.get('stroke-linecap') !== 'round' || given.get('stroke-linejoin') !== 'round')
    throw new Error('a stroke of the drawing has no round ends');
  const half = number('stroke-width') / 2;
  return { colour: colourOf(given.get('stroke')), outlines: outlines.flatMap((line) => strokeOf(line, half)) };
}

function colourOf(text = ''): Shape['colour'] {
  const long = text.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  if (!/^#[\da-f]{6}$/i.test(long)) throw new Error(`the drawing has the colour ${text}`);
  const value = Number.parseInt(long.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function outlinesOf(d: string): Outline[] {
  const words = d.match(/[a-z]|-?\d*\.?\d+/gi) ?? [];
  const outlines: [number, number][][] = [];
  let [x, y, at, command] = [0, 0, 0, ''];
  const next = (): number => Number(words[at++]);
  while (at < words.length) {
    if (/[a-z]/i.test(words[at] ?? '')) command = words[at++] ?? '';
    const isRelative = command === command.toLowerCase();
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    let line = outlines.at(-1) ?? [];
    switch (command.toUpperCase()) {
      case 'M':
        [x, y] = [fromX + next(), fromY + next()];
        outlines.push([[x, y]]);
        // More pairs after a move are lines.
        command = isRelative ? 'l' : 'L';
        continue;
      case 'L':
        [x, y] = [fromX + next(), fromY + next()];
        break;
      case 'H':
        x = fromX + next();
        break;
      case 'V':
        y = fromY + next();
        break;
      case 'A': {
        const [radius, other, turn, large, sweep] = [next(), next(), next(), next(), next()];
        if (radius !== other || turn !== 0 || large !== 0) throw new Error('the drawing has an arc that is no circle');
        const end: [number, number] = [fromX + next(), fromY + next()];
        line.push(...arc([x, y], end, radius, sweep === 1));
        [x, y] = end;
        break;
      }
      case 'Z':
        [x, y] = line[0] ?? [0, 0];
        line = [];
        continue;
      default:
        throw new Error(`the drawing has the command ${command}`);
    }
    line.push([x, y]);
  }
  return outlines;
}

/** The spots between the two ends of an arc, which is half a circle at most. */
function arc(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  radius: number,
  isClockwise: boolean,
): [number, number][] {
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const away = Math.sqrt(Math.max(0, radius * radius - half * half)) * (isClockwise ? 1 : -1);
  const [centreX, centreY] = [
    (x1 + x2) / 2 - ((y2 - y1) / (2 * half)) * away,
    (y1 + y2) / 2 + ((x2 - x1) / (2 * half)) * away,
  ];
  const from = Math.atan2(y1 - centreY, x1 - centreX);
  const turn = 2 * Math.asin(Math.min(1, half / radius)) * (isClockwise ? 1 : -1);
  const pieces = piecesOfQuarter * 2;
  return Array.from({ length: pieces - 1 }, (_, piece) => {
    const angle = from + (turn * (piece + 1)) / pieces;
    return [centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle)];
  });
}

/** One outline for each piece of a line, all winding the same way: together they are the stroke. */
function strokeOf(line: Outline, half: number): Outline[] {
  return line.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = line[index] ?? [x2, y2];
    const along = Math.atan2(y2 - y1, x2 - x1);
    const cap = (x: number, y: number, from: number): [number, number][] =>
      Array.from({ length: piecesOfQuarter * 2 + 1 }, (_, piece) => {
        const angle = from + (Math.PI * piece) / (piecesOfQuarter * 2);
        return [x + half * Math.cos(angle), y + half * Math.sin(angle)];
      });
    return [...cap(x2, y2, along - Math.PI / 2), ...cap(x1, y1, along + Math.PI / 2)];
  });
}
