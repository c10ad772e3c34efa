import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrands } from '#renderer/app/appState.ts';
import { navigate } from '#renderer/app/state.ts';
import { CollectStep, type Started } from './CollectStep.tsx';
import { NameStep } from './NameStep.tsx';
import { WatchStep } from './WatchStep.tsx';

const steps = ['nameStep', 'watchStep', 'collectStep'] as const;

/** From a name to the first mentions in three steps, or a look around in the sample hotel. */
export default function WelcomeView(): ReactNode {
  const { t } = useTranslation();
  const brands = useBrands();
  const [step, setStep] = useState(0);
  const [name, setName] = useState('');
  const [started, setStarted] = useState<Started | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const firstRender = useRef(true);

  useEffect(() => {
    if (firstRender.current) firstRender.current = false;
    else card.current?.focus();
  }, [step]);

  return (
    <Box sx={{ minHeight: '100%', display: 'grid', placeItems: 'center', px: 6, py: 8 }}>
      <Box sx={{ width: 'min(600px, 100%)', display: 'grid', gap: 6 }}>
        {step === 0 ? (
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Rings />
            <Typography variant="h1" sx={{ fontSize: 26, mt: 2 }}>
              {t('welcome.title')}
            </Typography>
            <Typography variant="body1" sx={{ color: 'text.secondary', maxWidth: 480 }}>
              {t('welcome.text')}
            </Typography>
          </Box>
        ) : null}
        <StepMarks at={step} />
        <Box ref={card} tabIndex={-1} sx={{ '&:focus-visible, &:focus': { outline: 'none' } }}>
          {step === 0 ? <NameStep name={name} onName={setName} onNext={() => setStep(1)} /> : null}
          {step === 1 ? (
            <WatchStep
              name={name.trim()}
              onBack={() => setStep(0)}
              onStarted={(next) => {
                setStarted(next);
                setStep(2);
              }}
            />
          ) : null}
          {step === 2 && started !== null ? <CollectStep name={name.trim()} started={started} /> : null}
        </Box>
        {step < 2 && brands.length > 0 ? (
          <Box>
            <Button variant="text" onClick={() => navigate('today')}>
              {t('welcome.leave')}
            </Button>
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}

/** The app's mark: a point and the rings it sends. */
function Rings(): ReactNode {
  return (
    <Box
      component="svg"
      viewBox="0 0 48 48"
      aria-hidden
      sx={{ width: 44, height: 44, color: 'primary.main' }}
    >
      <circle cx="12" cy="24" r="5" fill="currentColor" />
      <path
        d="M22 14a14 14 0 0 1 0 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinecap="round"
      />
      <path
        d="M30 7a24 24 0 0 1 0 34"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinecap="round"
        opacity="0.5"
      />
    </Box>
  );
}

function StepMarks({ at }: { at: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <Box
      component="ol"
      aria-label={t('welcome.steps')}
      sx={{ display: 'flex', gap: 3, listStyle: 'none', m: 0, p: 0, fontSize: 12 }}
    >
      {steps.map((step, index) => (
        <Box
          key={step}
          component="li"
          aria-current={index === at ? 'step' : undefined}
          sx={{
            flex: 1,
            pt: 2,
            borderTop: 2,
            borderColor: index <= at ? 'primary.main' : 'divider',
            color: index === at ? 'text.primary' : 'text.secondary',
            fontWeight: index === at ? 600 : 450,
          }}
        >
          {index + 1}. {t(`welcome.${step}`)}
        </Box>
      ))}
    </Box>
  );
}
