import '@fontsource-variable/source-sans-3/wght.css';
import './ui/tokens/tokens.css';
import './ui/tokens/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startI18n } from './app/i18n/i18n.ts';
import { keptLook, showLook } from './app/look.ts';
import { createQueryClient, followMain } from './api/query-client.ts';
import { listenForKeys } from './ui/keys/registry.ts';

const look = keptLook();
showLook(look);
const client = createQueryClient();
followMain(client);
listenForKeys();
await startI18n(look.language);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={client}>
    <App />
  </QueryClientProvider>,
);
