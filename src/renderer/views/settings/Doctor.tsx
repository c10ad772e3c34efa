import { Box, Button, CircularProgress } from '@mui/material';
import { Check, CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useCommand } from '#renderer/client/index.ts';
import { Row } from './Section.tsx';

type Report = Output<'workspace.doctor'>;

/** Checks the data on request, says what was found, and repairs what can be rebuilt. */
export function Doctor(): ReactNode {
  const { t } = useTranslation();
  const doctor = useCommand('workspace.doctor');
  const [report, setReport] = useState<Report | null>(null);
  const run = async (repair: boolean): Promise<void> => {
    const next = await doctor.run({ repair });
    if (next !== null) setReport(next);
  };
  return (
    <Box>
      <Row label={t('settings.doctor')} text={t('settings.doctorText')}>
        {report?.ok === false ? (
          <Button variant="contained" color="primary" disabled={doctor.busy} onClick={() => void run(true)}>
            {t('settings.doctorRepair')}
          </Button>
        ) : null}
        <Button
          disabled={doctor.busy}
          {...(doctor.busy ? { startIcon: <CircularProgress size={12} aria-hidden /> } : {})}
          onClick={() => void run(false)}
        >
          {t(doctor.busy ? 'settings.doctorBusy' : 'settings.doctorRun')}
        </Button>
      </Row>
      <Box role="status" sx={{ px: 4, pb: report === null ? 0 : 3 }}>
        {report === null ? null : <Findings report={report} />}
      </Box>
    </Box>
  );
}

function Findings({ report }: { report: Report }): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <>
      <Box component="p" sx={{ m: 0, mb: 1, fontWeight: 600 }}>
        {t(report.ok ? 'settings.doctorWell' : 'settings.doctorIll')}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {report.findings.map((finding) => {
          const word = finding.repaired ? 'repaired' : finding.ok ? 'fine' : 'notFine';
          return (
            <Box component="li" key={finding.check} sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
              <Box
                component="span"
                aria-hidden
                sx={{ display: 'flex', color: finding.ok ? 'tokens.positive' : 'tokens.warning' }}
              >
                {finding.ok ? <Check size={14} /> : <CircleAlert size={14} />}
              </Box>
              <span>
                {t(`settings.checks.${finding.check}`)}: {t(`settings.${word}`)}
                {english && finding.message !== '' ? (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    · {finding.message}
                  </Box>
                ) : null}
              </span>
            </Box>
          );
        })}
      </Box>
    </>
  );
}
