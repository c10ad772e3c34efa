import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteProfile } from '#shared/contract/profiles.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from './format.tsx';

/** How many people visit the site in a month, as a person knows it: the reach of new items is made of it. */
export function SiteVisitors({ site }: { site: SiteProfile }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const set = useCommand('sites.setVisitors');
  const [text, setText] = useState(site.monthlyVisitors === null ? '' : String(site.monthlyVisitors));
  const digits = text.replaceAll(/[\s.,’']/g, '');
  const readable = digits === '' || /^\d{1,11}$/.test(digits);
  const wanted = digits === '' ? null : Number(digits);
  const save = async (): Promise<void> => {
    const done = await set.run({ host: site.host, monthlyVisitors: wanted });
    if (done !== null) notify({ message: t('profiles.visitors.told'), undo: done.changeId });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (readable && wanted !== site.monthlyVisitors) void save();
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <TextField
          label={t('profiles.visitors.label')}
          placeholder={format.number(site.defaultVisitors)}
          value={text}
          error={!readable}
          helperText={readable ? undefined : t('profiles.visitors.wrong')}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 20 } }}
        />
        <Button type="submit" disabled={!readable || wanted === site.monthlyVisitors || set.busy}>
          {t('profiles.visitors.save')}
        </Button>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('profiles.visitors.hint')}
      </Typography>
    </Box>
  );
}
