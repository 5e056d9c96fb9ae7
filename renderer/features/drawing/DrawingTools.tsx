import { ArrowUpRight, Circle, Minus, Pencil, Plus, Trash2, Undo2, type LucideIcon } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingShape } from '../../../shared/contract/observations.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton, IconToggle } from '../../ui/IconButton.tsx';
import styles from './Drawing.module.css';
import { movedShape, scaledShape, shapeInTheMiddle, tools, type Tool } from './shapes.ts';

interface DrawingToolsProps {
  readonly shapes: readonly DrawingShape[];
  readonly onShapes: (shapes: DrawingShape[]) => void;
  readonly tool: Tool;
  readonly onTool: (tool: Tool) => void;
  readonly onDone: () => void;
}

const icons: Readonly<Record<Tool, LucideIcon>> = { arrow: ArrowUpRight, circle: Circle, freehand: Pencil };

/** The tools of a drawing. Without a mouse: put a shape in the middle, move it by arrow key, size it by plus and minus. */
export function DrawingTools({ shapes, onShapes, tool, onTool, onDone }: DrawingToolsProps) {
  const { t } = useTranslation('observations');
  const last = shapes.at(-1);
  const change = (shape: DrawingShape): void => onShapes([...shapes.slice(0, -1), shape]);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
      return;
    }
    if (!last) return;
    const step = event.shiftKey ? 0.05 : 0.01;
    const changes: Readonly<Record<string, () => DrawingShape>> = {
      ArrowLeft: () => movedShape(last, -step, 0),
      ArrowRight: () => movedShape(last, step, 0),
      ArrowUp: () => movedShape(last, 0, -step),
      ArrowDown: () => movedShape(last, 0, step),
      '+': () => scaledShape(last, 1.1),
      '=': () => scaledShape(last, 1.1),
      '-': () => scaledShape(last, 1 / 1.1),
    };
    const made = changes[event.key]?.();
    if (!made) return;
    event.preventDefault();
    event.stopPropagation();
    change(made);
  };
  return (
    <section className={styles.tools} aria-label={t('drawing.tools')} onKeyDownCapture={pressed}>
      {tools.map((one) => (
        <IconToggle
          key={one}
          icon={icons[one]}
          label={t(`drawing.${one}`)}
          isSelected={one === tool}
          onChange={() => onTool(one)}
        />
      ))}
      <Button
        size="s"
        variant="quiet"
        icon={Plus}
        onPress={() => onShapes([...shapes, shapeInTheMiddle(tool)])}
      >
        {t('drawing.middle')}
      </Button>
      <IconButton
        icon={Minus}
        label={t('drawing.smaller')}
        isDisabled={!last}
        onPress={() => last && change(scaledShape(last, 1 / 1.2))}
      />
      <IconButton
        icon={Plus}
        label={t('drawing.larger')}
        isDisabled={!last}
        onPress={() => last && change(scaledShape(last, 1.2))}
      />
      <IconButton
        icon={Undo2}
        label={t('drawing.undo')}
        isDisabled={!last}
        onPress={() => onShapes(shapes.slice(0, -1))}
      />
      <IconButton icon={Trash2} label={t('drawing.clear')} isDisabled={!last} onPress={() => onShapes([])} />
      <p className={styles.words}>{t('drawing.how')}</p>
      <Button size="s" onPress={onDone}>
        {t('drawing.done')}
      </Button>
    </section>
  );
}
