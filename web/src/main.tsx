import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@/theme/base.css';
import '@/theme/mantine.css';
import '@/theme/fonts.css';
import { App } from '@/app/App';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
