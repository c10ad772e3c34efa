import { UserPlus, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/text/fold.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Initials } from '#renderer/ui/Initials.tsx';
import { PickMenu } from './PickMenu.tsx';

const addIcon = <UserPlus size={15} aria-hidden />;

export interface Person {
  id: string;
  name: string;
}

export interface AssignMenuProps {
  anchor: Element | null;
  /** Whoever has all of the chosen mentions now; null where nobody does. */
  assigneeId: string | null;
  onAssign: (person: Person | null) => void;
  onClose: () => void;
}

/** Who is to deal with it; a name that is not there yet can be added. */
export function AssignMenu({ anchor, assigneeId, onAssign, onClose }: AssignMenuProps): ReactNode {
  const { t } = useTranslation();
  const people = useRequest('assignees.list', {}).data?.assignees ?? [];
  const create = useCommand('assignees.create');
  const choose = (person: Person | null): void => {
    onAssign(person);
    onClose();
  };
  const add = async (name: string): Promise<void> => {
    const made = await create.run({ name });
    if (made !== null) choose({ id: made.assigneeId, name });
  };
  return (
    <PickMenu
      anchor={anchor}
      onClose={onClose}
      label={t('mentions.assign.title')}
      placeholder={t('mentions.assign.filter')}
      emptyText={t('mentions.assign.none')}
      groups={[
        {
          id: 'people',
          options: people.map((person) => ({
            id: person.id,
            label: person.name,
            icon: <Initials name={person.name} />,
            chosen: person.id === assigneeId,
            run: () => choose(person),
          })),
        },
        {
          id: 'nobody',
          options: [
            {
              id: 'nobody',
              label: t('mentions.assign.nobody'),
              icon: <UserX size={15} aria-hidden />,
              run: () => choose(null),
            },
          ],
        },
      ]}
      always={(name) =>
        name === '' || name.length > 60 || people.some((person) => fold(person.name) === fold(name))
          ? []
          : [
              {
                id: 'add',
                label: t('mentions.assign.add', { name }),
                icon: addIcon,
                run: () => void add(name),
              },
            ]
      }
    />
  );
}
